import { isPilot } from '@samblikk/contract';
import {
  type Answers,
  type Edition,
  kindOf,
  personalDataIn,
  publicAnswers,
  questionsOf,
  withOpened,
} from '@samblikk/questionnaire';
import { osloDay } from '@samblikk/text';
import { dayAfter, osloMoment } from '@samblikk/text/oslo-clock';
import { and, eq, inArray, ne } from 'drizzle-orm';
import { type StandingClaim, type StepRow, standingClaims, stepsAbout } from '../exemptions/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { editionOfRound, type RoundRow } from '../rounds/index.ts';
import { releaseMeasure } from './schema.ts';
import { type DatedRelease, releases } from './store.ts';
import { type WouldBe, wouldBeFrozen } from './would-be.ts';

type Reader = Database | Transaction;

/** An exemption that ends in what is published of a round: the answer, or the measure, is opened by itself. */
export interface Opening {
  /** When: the day after the last one begins in Norway, or the release that keeps it closed is public, whichever is later. */
  readonly at: Date;
  readonly measureId: string;
  readonly number: string;
  /** The question whose answer was exempt; null: the measure as a whole. */
  readonly field: string | null;
  readonly lastDay: string;
  /** How much in what becomes public looks like personal data. */
  readonly personalData: number;
}

/** What a round shows the public at a moment, or will by its calendar: its measures with claims, and since when. */
interface Shown {
  readonly since: Date;
  readonly measures: readonly Pick<WouldBe, 'measureId' | 'number' | 'answers'>[];
}

/**
 * The exemptions that have ended or will end by what is decided now, in what is published of a round or will be by its calendar.
 * Only what a freeze would open as well: what the agency has said since in what it sent in keeps it closed. None while a newer release
 * waits to be published, which comes first.
 */
export async function openingsOf(db: Reader, round: RoundRow, now: Date): Promise<Opening[]> {
  if (isPilot(round.year)) return [];
  const steps = await stepsAbout(db, { roundId: round.id });
  const ids = [...steps].flatMap(([id, said]) => (said.some(({ until }) => until !== null) ? [id] : []));
  if (ids.length === 0) return [];
  const edition = editionOfRound(round);
  const shown = await shownOf(db, round, now, ids);
  if (!shown) return [];
  const ends = shown.measures.flatMap(({ measureId, number, answers }) =>
    endsOf(edition, answers, steps.get(measureId) ?? [], round, shown.since).map((end) => ({
      ...{ ...end, measureId, number, answers },
    })),
  );
  const openings: Opening[] = [];
  const opened = new Map<string, Answers>();
  for (const [time, together] of [...Map.groupBy(ends, ({ at }) => at.getTime())].sort(([a], [b]) => a - b)) {
    const then = new Date(Math.max(time, now.getTime()));
    const frozen = await wouldBeFrozen(db, round, then, [...new Set(together.map(({ measureId }) => measureId))]);
    for (const { measureId, answers: asShown, number, field, lastDay, at } of together) {
      const before = opened.get(measureId) ?? asShown;
      const after = withOpened(edition, before, new Set([field]));
      const news = newlyPublic(edition, before, after);
      const closed = frozen.find((one) => one.measureId === measureId)?.withheldFields;
      const about = field === null ? news : [field, ...news];
      if (!closed || about.some((id) => closed.includes(id))) continue;
      opened.set(measureId, after);
      openings.push({ at, measureId, number, field, lastDay, personalData: personalDataOf(edition, after, news) });
    }
  }
  return openings;
}

async function shownOf(db: Reader, round: RoundRow, now: Date, ids: readonly string[]): Promise<Shown | undefined> {
  const made = await releases(db, now, { year: round.year, unpublished: true });
  const newest = made.find(({ publication }) => publication !== 'withdrawn');
  const { freezeAt, publishAt } = round;
  if (made.length === 0 && freezeAt && freezeAt > now) {
    const measures = await wouldBeFrozen(db, round, freezeAt, ids);
    return { since: later(freezeAt, publishAt), measures: measures.map((one) => ({ ...one, answers: one.opened })) };
  }
  if (newest?.publication !== 'published' && newest?.publication !== 'scheduled') return undefined;
  const { measureId, number, answers } = releaseMeasure;
  const measures = await db
    .select({ measureId, number, answers })
    .from(releaseMeasure)
    .where(
      and(
        eq(releaseMeasure.releaseId, newest.id),
        inArray(measureId, [...ids]),
        ne(releaseMeasure.visibility, 'whole'),
      ),
    )
    .orderBy(releaseMeasure.position);
  return { since: publicSince(newest, now), measures };
}

/** Since when a release is public, or will be, as far as a clock says; just after it was made, for what it is made anew of comes later. */
function publicSince({ frozenAt, publication, publishAt }: DatedRelease, now: Date): Date {
  const byClock = publishAt && (publication === 'scheduled' || publishAt <= now) ? publishAt : null;
  return later(new Date(frozenAt.getTime() + 1), byClock);
}

const later = (one: Date, other: Date | null): Date => (other && other > one ? other : one);

/** The claims of a measure that have an end, with the moment from which they no longer hold in what is public. */
function endsOf(
  edition: Edition,
  answers: Answers,
  steps: readonly StepRow[],
  round: RoundRow,
  since: Date,
): Pick<Opening, 'field' | 'lastDay' | 'at'>[] {
  return standingClaims(edition, answers, steps, round, osloDay(since)).flatMap(({ field, state, step }) => {
    const lastDay = step?.until;
    if (!lastDay || !ending.has(state)) return [];
    return [{ field, lastDay, at: later(since, new Date(osloMoment(dayAfter(lastDay), '00:00'))) }];
  });
}

const ending: ReadonlySet<StandingClaim['state']> = new Set(['accepted', 'refused', 'expired', 'lapsed']);

/** The questions whose answers are kept back before and not after; with what is asked because of them. */
function newlyPublic(edition: Edition, before: Answers, after: Answers): string[] {
  const [closed, left] = [before, after].map((answers) => publicAnswers(edition, answers).withheldFields);
  return closed?.filter((id) => !left?.includes(id)) ?? [];
}

function personalDataOf(edition: Edition, answers: Answers, ids: readonly string[]): number {
  const words = questionsOf(edition).flatMap((question) => {
    const answer = ids.includes(question.id) ? answers[question.id] : undefined;
    return answer === undefined ? [] : [kindOf(question).ownWords?.(answer) ?? ''];
  });
  return words.flatMap((text) => personalDataIn(text)).length;
}
