import type { MeasureChange, ReleaseChanges } from '@samblikk/contract';
import { canonical } from '@samblikk/files';
import {
  type AnswerValue,
  type Edition,
  editionOf,
  editions,
  isComparable,
  kindOf,
  languages,
  personalDataIn,
  questionsOf,
  releaseName,
  type Text,
} from '@samblikk/questionnaire';
import { reasonsOfCorrections } from '../../collaboration/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { reopeningsIn } from '../../rounds/index.ts';
import type { DatedRelease } from '../store.ts';
import { tombstones } from '../tombstones.ts';
import { exemptionsEnded } from './opened.ts';
import { type ComparedRow, comparedRows } from './rows.ts';

/** Who reads: `public` what anyone may, `staff` that an exempt answer differs but not what it is, `all` everything. */
export type Reader = 'public' | 'staff' | 'all';

export const headOf = (release: DatedRelease) => ({
  name: releaseName(release),
  dataAsOf: release.dataAsOf.toISOString(),
  measures: release.measures,
  publicMeasures: release.publicMeasures,
  invited: release.invited,
  answered: release.answered,
});

/** A release with its measures, as one reader sees them. */
interface Side {
  readonly release: DatedRelease;
  readonly edition: Edition;
  readonly rows: ReadonlyMap<string, ComparedRow>;
  /** Also those that the reader sees nothing of. */
  readonly all: ReadonlyMap<string, ComparedRow>;
  /** Why its answers were corrected. */
  readonly reasons: ReadonlyMap<string, CorrectionReason[]>;
}

type CorrectionReason = Awaited<ReturnType<typeof reasonsOfCorrections>>[number];

async function sideOf(db: Database, release: DatedRelease, reader: Reader): Promise<Side> {
  const edition = editionOf(release.edition);
  if (!edition) throw new Error(`The edition ${release.edition} of release ${release.id} does not exist.`);
  const rows = await comparedRows(db, release);
  const reasons = await reasonsOfCorrections(db, release.roundId, release.frozenAt);
  const shown = reader === 'public' ? [...rows].filter(([, { visibility }]) => visibility !== 'withheld') : [...rows];
  return {
    ...{ release, edition, rows: new Map(shown), all: rows },
    reasons: Map.groupBy(reasons, ({ measureId }) => measureId),
  };
}

/** What changed from one release to another, measure by measure and answer by answer, and what it came of. */
export async function changesBetween(
  db: Database,
  before: DatedRelease,
  after: DatedRelease,
  reader: Reader,
): Promise<ReleaseChanges & { before: NonNullable<ReleaseChanges['before']> }> {
  const [one, other] = await Promise.all([sideOf(db, before, reader), sideOf(db, after, reader)]);
  const [moreTime, gone] = await Promise.all([reopeningsIn(db, after.roundId), tombstones(db, { year: after.year })]);
  const reasons = reasonsWith({
    unpublished: new Set(gone.map(({ measureId }) => measureId)),
    moreTime: new Set([...moreTime].flatMap(([agencyId, { until }]) => (until === null ? [] : [agencyId]))),
    sameRound: before.roundId === after.roundId,
  });
  const ended = before.roundId === after.roundId ? await exemptionsEnded(db, after, other.edition) : () => [];
  const ids = new Set([...one.rows.keys(), ...other.rows.keys()]);
  const measures = [...ids].flatMap((id) => {
    const [then, now] = [one.rows.get(id), other.rows.get(id)];
    const change = changeOf([one, then], [other, now], reader);
    // Of a measure that was withheld whole nothing was shown, and what ended is told once it is.
    const opened = now ? ended(one.all.get(id), now, reader) : [];
    if (!change) return [];
    if (opened.length === 0) return [{ ...change, reasons: reasons(then, now), opened }];
    const besides = reasons(one.all.get(id), now).filter((reason) => reason === 'corrected');
    return [{ ...change, reasons: ['expired', ...besides] satisfies Reasons, opened }];
  });
  measures.sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }));
  return { before: headOf(before), after: { ...headOf(after), reason: after.reason ?? null }, measures };
}

type Placed = readonly [side: Side, row: ComparedRow | undefined];
type Change = Omit<MeasureChange, 'reasons' | 'opened'>;

function changeOf([one, then]: Placed, [other, now]: Placed, reader: Reader): Change | undefined {
  const [side, row] = now ? [other, now] : [one, then];
  if (!row) return undefined;
  const answers = then && now ? answersChanged([one, then], [other, now], reader) : [];
  if (then && now && answers.length === 0) return undefined;
  const orgnr = String(row.known[side.edition.roles.agency] ?? '');
  const name = side.release.names.agencies[orgnr] ?? { nb: orgnr, nn: orgnr, en: orgnr };
  const title = (reader === 'all' ? row.answers : row.publicAnswers)[side.edition.roles.title];
  const change = then && now ? 'changed' : now ? 'added' : 'removed';
  return { number: row.number, title: typeof title === 'string' ? title : null, orgnr, agency: name, change, answers };
}

function answersChanged(
  [one, then]: readonly [Side, ComparedRow],
  [other, now]: readonly [Side, ComparedRow],
  reader: Reader,
): Change['answers'] {
  const open = ({ publicAnswers }: ComparedRow, id: string) => publicAnswers[id] !== undefined;
  return questionsOf(other.edition).flatMap((question) => {
    const { id } = question;
    if (question.known || !isComparable(other.edition, id, one.edition.id, editions)) return [];
    const of = (row: ComparedRow): AnswerValue | undefined =>
      (reader === 'public' ? row.publicAnswers : row.answers)[id];
    const [old, young] = [of(then), of(now)];
    if (canonical({ it: old ?? null }) === canonical({ it: young ?? null })) return [];
    // Contacts and comments are nobody's to compare; of exempt answers only that they differ.
    if (question.closed && reader !== 'all') return [];
    const hides = (row: ComparedRow, answer: AnswerValue | undefined) =>
      (reader === 'staff' && answer !== undefined && !open(row, id)) ||
      (reader === 'public' && row.hidden.includes(id));
    const words = (side: Side, row: ComparedRow, answer: AnswerValue | undefined) =>
      answer === undefined || hides(row, answer) ? null : inWords(side, id, answer);
    return [
      {
        question: id,
        label: question.name ?? question.label,
        before: words(one, then, old),
        after: words(other, now, young),
        why: hides(then, old) || hides(now, young) ? null : whyCorrected(other, now, id, reader),
        withheld: hides(then, old) || hides(now, young),
      },
    ];
  });
}

/** Why an answer is not the agency's own; of several corrections that came to the same, the last was in force. */
function whyCorrected({ reasons }: Side, row: ComparedRow, id: string, reader: Reader): string | null {
  if (!(reader === 'public' ? row.publicCorrected : row.corrected).includes(id)) return null;
  const same = (reasons.get(row.measureId) ?? []).filter(
    (one) => one.question === id && canonical({ it: one.corrected }) === canonical({ it: row.answers[id] ?? null }),
  );
  const why = same.at(-1)?.reason ?? null;
  // What reaches a person is not told to everyone.
  return reader === 'public' && personalDataIn(why ?? '').length > 0 ? null : why;
}

/** An answer in words, in each language; codes that the edition no longer has stand as they are. */
function inWords({ edition, release }: Side, id: string, answer: AnswerValue): Text | null {
  const question = questionsOf(edition).find((one) => one.id === id);
  if (!question) return null;
  const names = {
    agency: (orgnr: string) => release.names.agencies[orgnr],
    ministry: (code: string) => release.names.ministries[code],
  };
  const texts = languages.map((language) => [
    language,
    kindOf(question).show(question, answer, language, names, edition),
  ]);
  return Object.fromEntries(texts) as Text;
}

type Reasons = MeasureChange['reasons'];

/** What a change came of, from what the releases themselves and the round say. */
function reasonsWith(round: {
  readonly unpublished: ReadonlySet<string>;
  readonly moreTime: ReadonlySet<string>;
  readonly sameRound: boolean;
}) {
  const sentIn = (row: ComparedRow): Reasons => [
    row.late ? 'late' : 'submitted',
    ...(round.moreTime.has(row.agencyId) ? (['moreTime'] as const) : []),
  ];
  return (then: ComparedRow | undefined, now: ComparedRow | undefined): Reasons => {
    if (!now) return round.sameRound && then && round.unpublished.has(then.measureId) ? ['unpublished'] : ['withdrawn'];
    if (!then || !round.sameRound) return sentIn(now);
    if (then.revisionId !== now.revisionId) return sentIn(now);
    // The agency’s own answers are the same: what differs was corrected, or decided of its exemptions.
    const corrected = canonical([...then.corrected]) !== canonical([...now.corrected]);
    return corrected ? ['corrected'] : ['exemption'];
  };
}
