import type { ReplyOf, readEffort } from '@samblikk/contract';
import { askedAnswers, type Edition } from '@samblikk/questionnaire';
import type { Database } from '../platform/db/index.ts';
import { pinnedBy, type RevisionRow, savingTimes } from '../responses/index.ts';
import type { AgencyRound } from '../rounds/index.ts';

type Effort = ReplyOf<typeof readEffort>;

const minute = 60_000;
/** A pause as long as this, or longer, ends a sitting. */
const longPause = 5 * minute;

/**
 * How many minutes answering took, from the times the agency saved, oldest first. Pauses shorter than five minutes are
 * counted as work; a longer one ends the sitting. Each sitting counts one minute more, for what was done before its first
 * saving. Several people at once count as one: it is the agency's clock, not a sum of hours.
 */
export function minutesOf(saved: readonly Date[]): number {
  const pauses = saved.slice(1).map((at, i) => at.getTime() - (saved[i] as Date).getTime());
  const work = pauses.filter((pause) => pause < longPause).reduce((sum, pause) => sum + pause, 0);
  const sittings = saved.length === 0 ? 0 : 1 + pauses.filter((pause) => pause >= longPause).length;
  return Math.round((work + sittings * minute) / minute);
}

/**
 * How many percent of the answers that were asked for were last year's, confirmed, and how many were read from the agency's
 * list. The two are apart: a list that was read just now was not known here before.
 */
export function originsOf(
  edition: Edition,
  pinned: readonly Pick<RevisionRow, 'answers' | 'origins'>[],
): { knownPercent: number; imported: number } | null {
  const origins = pinned.flatMap(({ answers, origins }) =>
    Object.keys(askedAnswers(edition, answers)).map((id) => origins[id]),
  );
  const count = (wanted: RevisionRow['origins'][string]) => origins.filter((origin) => origin === wanted).length;
  if (origins.length === 0) return null;
  return { knownPercent: Math.round((100 * count('confirmed')) / origins.length), imported: count('imported') };
}

/** What it took to get to one submission. Null when nothing was saved by people, or nothing sent in. */
export async function effortOf(db: Database, of: AgencyRound, receipt: string, until: Date): Promise<Effort> {
  const saved = await savingTimes(db, of, until);
  const pinned = await pinnedBy(db, receipt);
  const minutes = minutesOf(saved.filter(({ authorId }) => authorId !== null).map(({ at }) => at));
  const origins = originsOf(of.edition, pinned);
  return minutes === 0 || origins === null ? null : { minutes, ...origins };
}
