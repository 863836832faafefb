import { isDeepStrictEqual } from 'node:util';
import type { MeasureQuality } from '@samblikk/contract';
import {
  type Answers,
  changesSince,
  correctable,
  editionOf,
  editions,
  exemptionsIn,
  publicAnswers,
  questionsOf,
} from '@samblikk/questionnaire';
import { endOfWorkingDay, osloStamp } from '@samblikk/text/oslo-clock';
import { corrected, correctionsAbout, queriesAbout, settledCorrections, workingDays } from '../collaboration/index.ts';
import { nameOf } from '../directory/index.ts';
import type { MeasureInRound } from '../measures/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { issuesOf, knownOf, type RevisionRow, revisionsById, roundStandings, titleOf } from '../responses/index.ts';
import { lookedOver, toLook } from './items.ts';
import { looksIn } from './looks.ts';

type Reader = Database | Transaction;

/** One measure to be looked over: this year beside last year, what fired and why it is right, and all that was said about it. */
export async function measureQuality(db: Reader, of: MeasureInRound, now: Date): Promise<MeasureQuality> {
  const { edition, round, measure, agency } = of;
  const key = { measureId: measure.id, roundId: round.id };
  const [[queries = []], [corrections = []], looks, { state, row, newest, previous }] = await Promise.all([
    queriesAbout(db, [key]),
    correctionsAbout(db, [key]),
    looksIn(db, round.id, measure.id),
    lookedOverOf(db, of),
  ]);
  const answers = row?.answers ?? {};
  const before = previous && editionOf(previous.edition);
  const hold = await correctionsOf(db, key, answers);
  const earlier =
    previous && (await correctionsOf(db, { measureId: measure.id, roundId: previous.roundId }, previous.answers));
  const read = await revisionsById(
    db,
    looks.map(({ revisionId }) => revisionId),
  );
  return {
    ...{ id: measure.id, number: measure.number, year: round.year, edition: edition.id, state },
    title: titleOf(edition, answers) ?? (before && previous ? titleOf(before, previous.answers) : null),
    agency: { orgnr: agency.orgnr, name: nameOf(agency), ministry: agency.ministry },
    version: row?.version ?? 0,
    answers,
    origins: row?.origins ?? {},
    corrected: Object.fromEntries(hold.corrected.map(({ question, corrected: value }) => [question, value])),
    changedSince: differences(answers, newest?.answers ?? {}),
    previous:
      previous && previous.year !== null && earlier
        ? { year: previous.year, edition: previous.edition, answers: earlier.answers }
        : null,
    issues: [...issuesOf(of, row, previous)],
    changes:
      before && earlier
        ? changesSince(edition, { ...answers, ...knownOf(of) }, { edition: before, answers: earlier.answers }, editions)
        : [],
    exempt: exemptOf(of, hold.answers),
    correctable: state === 'draft' ? [] : correctable(edition).map(({ id }) => id),
    queries,
    corrections,
    looks: looks.map((look) => ({
      ...(toLook(look) as NonNullable<ReturnType<typeof toLook>>),
      version: read.get(look.revisionId)?.version ?? 0,
      current: look.revisionId === row?.id && look.endedAt === null,
    })),
    dueOn: osloStamp(endOfWorkingDay(now, workingDays)).slice(0, 10),
  };
}

/** The revision of a measure that is looked over, the newest, and last year's. */
export async function lookedOverOf(db: Reader, { measure, round }: MeasureInRound) {
  const [standing] = await roundStandings(db, round, measure.id);
  const looked = standing ? lookedOver(standing) : null;
  const ids = [looked, standing?.newest, standing?.previous].filter((id) => typeof id === 'string');
  const read = await revisionsById(db, ids);
  const of = (id: string | null | undefined): RevisionRow | undefined => read.get(id ?? '');
  const previous = of(standing?.previous);
  const sent = standing?.sent ?? null;
  return {
    state:
      sent === null
        ? ('draft' as const)
        : sent === standing?.newest
          ? ('submitted' as const)
          : ('changedSince' as const),
    row: of(looked),
    newest: of(standing?.newest),
    previous: previous && { ...previous, year: standing?.previousYear ?? null },
  };
}

async function correctionsOf(db: Reader, key: { measureId: string; roundId: string }, answers: Answers) {
  const settled = await settledCorrections(db, key.roundId);
  return corrected(
    answers,
    settled.filter(({ measureId }) => measureId === key.measureId),
  );
}

/** The answers that differ between two versions: the later, null where it is blank. */
function differences(from: Answers, to: Answers): Record<string, unknown> {
  const ids = new Set([...Object.keys(from), ...Object.keys(to)]);
  return Object.fromEntries(
    [...ids].filter((id) => !isDeepStrictEqual(from[id], to[id])).map((id) => [id, to[id] ?? null]),
  );
}

/** The answered questions that the public does not read: closed for all, exempt here, or of a measure that is withheld whole. */
function exemptOf({ edition }: MeasureInRound, answers: Answers): string[] {
  const open = publicAnswers(edition, answers);
  const { exempt } = exemptionsIn(edition, answers);
  return questionsOf(edition).flatMap(({ id, known }) =>
    !known && answers[id] !== undefined && (exempt.has(id) || open.answers[id] === undefined) ? [id] : [],
  );
}
