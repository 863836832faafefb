import { dayBefore, endOfOsloDay, osloMoment } from '@samblikk/text/oslo-clock';
import { type OpenQuery, openQueries } from '../collaboration/index.ts';
import { exemptionsAwaited, exemptionsExpiring } from '../exemptions/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import type { RoundRow } from '../rounds/index.ts';

/** How many days before an exemption ends the agency is told. */
const daysOfNotice = 14;

/** Something that an agency is to answer, or, when `expiring`, to know beforehand: an answer that soon becomes public. */
export interface Waiting extends Omit<OpenQuery, 'kind' | 'overdue'> {
  readonly kind: OpenQuery['kind'] | 'exemption' | 'expiring';
  /** The last day that an exemption holds, where it is about to end. */
  readonly lastDay?: string;
}

/** What waits for the agencies of a round, the first due first: questions, corrections, and claims of exemption. */
export async function waitingIn(db: Database | Transaction, round: RoundRow, now: Date): Promise<Waiting[]> {
  const questions = await openQueries(db, { roundId: round.id, now });
  const awaited = await exemptionsAwaited(db, round, { now });
  const expiring = await exemptionsExpiring(db, round, { now, days: daysOfNotice });
  const claims = awaited.flatMap(({ claims: each, ...of }) =>
    each.flatMap(({ field, step }): Waiting[] => {
      if (!step) return [];
      const dueAt = step.until === null ? null : endOfOsloDay(step.until);
      return [{ kind: 'exemption', ...placeOf(of, field), id: step.id, askedAt: step.at, dueAt }];
    }),
  );
  const ending = expiring.flatMap(({ claims: each, ...of }) =>
    each.flatMap(({ field, state, step }): Waiting[] => {
      // What is refused waits for an answer, and is told as such.
      if (state !== 'accepted' || !step?.until) return [];
      const askedAt = new Date(osloMoment(daysBefore(step.until, daysOfNotice), '00:00'));
      const since = askedAt > step.at ? askedAt : step.at;
      return [
        { kind: 'expiring', ...placeOf(of, field), id: step.id, askedAt: since, dueAt: null, lastDay: step.until },
      ];
    }),
  );
  const due = ({ dueAt }: Waiting) => dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return [...questions, ...claims, ...ending].toSorted((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
}

const placeOf = (of: { agencyId: string; measureId: string; number: string }, question: string | null) => ({
  ...{ agencyId: of.agencyId, measureId: of.measureId, number: of.number },
  question,
});

const daysBefore = (day: string, days: number): string => (days === 0 ? day : daysBefore(dayBefore(day), days - 1));
