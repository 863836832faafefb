import { type Answers, publicAnswers, withOpened } from '@samblikk/questionnaire';
import { osloDay } from '@samblikk/text';
import { and, desc, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import { corrected, settledCorrections } from '../collaboration/index.ts';
import { openedIn, standingClaims, stepsAbout } from '../exemptions/index.ts';
import { measureNumbers, measuresIn } from '../measures/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { latestPins, revisionsIn } from '../responses/index.ts';
import { editionOfRound, type RoundRow } from '../rounds/index.ts';
import { unpublicMeasures } from './tombstones.ts';

/** The revisions that a freeze of a round takes: pinned by each agency’s latest submission, less measures that were withdrawn. */
export function latestPinned(tx: Database | Transaction, roundId: string) {
  const pins = latestPins(roundId);
  const revisions = revisionsIn({ roundId });
  const own = measuresIn({ roundId });
  return tx
    .selectDistinctOn([revisions.measureId], {
      measureId: revisions.measureId,
      number: measureNumbers.number,
      agencyId: pins.agencyId,
      revisionId: pins.revisionId,
      late: pins.late,
    })
    .from(pins)
    .innerJoin(revisions, eq(revisions.id, pins.revisionId))
    .innerJoin(measureNumbers, eq(measureNumbers.id, revisions.measureId))
    .innerJoin(own, eq(own.measureId, revisions.measureId))
    .where(and(isNull(own.withdrawnAt), notInArray(revisions.measureId, unpublicMeasures(roundId))))
    .orderBy(revisions.measureId, desc(pins.sentAt))
    .as('latest');
}

/** A measure as a freeze would take it now, with what would be public of it. */
export interface WouldBe {
  readonly measureId: string;
  readonly number: string;
  readonly agencyId: string;
  readonly late: boolean;
  readonly answers: Answers;
  /** The same as the release has them: what no longer is exempt is opened. */
  readonly opened: Answers;
  readonly publicAnswers: Answers;
  /** The questions whose answers are kept back. */
  readonly withheldFields: readonly string[];
}

/** What a freeze of the round would take at a moment, by number: for what is to be looked at beforehand. Of all measures, or of these. */
export async function wouldBeFrozen(
  db: Database | Transaction,
  round: RoundRow,
  now: Date,
  measureIds?: readonly string[],
): Promise<WouldBe[]> {
  const edition = editionOfRound(round);
  const latest = latestPinned(db, round.id);
  const revisions = revisionsIn();
  // One after the other: a transaction has one connection.
  const rows = await db
    .select({
      measureId: latest.measureId,
      number: latest.number,
      agencyId: latest.agencyId,
      late: latest.late,
      answers: revisions.answers,
    })
    .from(latest)
    .innerJoin(revisions, eq(revisions.id, latest.revisionId))
    .where(measureIds && inArray(latest.measureId, [...measureIds]));
  const corrections = Map.groupBy(await settledCorrections(db, round.id), ({ measureId }) => measureId);
  const steps = await stepsAbout(db, { roundId: round.id });
  const today = osloDay(now);
  const all = rows.map((row) => {
    const { answers } = corrected(row.answers, corrections.get(row.measureId) ?? []);
    const claims = standingClaims(edition, answers, steps.get(row.measureId) ?? [], round, today);
    const opened = withOpened(edition, answers, openedIn(claims));
    const { answers: published, withheldFields } = publicAnswers(edition, opened);
    return { ...row, answers, opened, publicAnswers: published, withheldFields };
  });
  return all.sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }));
}
