import { outcomesInRound } from '../measures/index.ts';
import type { Database } from '../platform/db/index.ts';
import { keptBackAmong } from '../register/index.ts';
import type { Followed } from './followed.ts';

/**
 * What the agencies said became of measures that the later round lacks, by number: what was said before its release was frozen.
 * Nothing of one that the later release has and keeps back, as its own page has it.
 */
export async function becameOf(db: Database, from: Followed, to: Followed): Promise<ReadonlyMap<string, string>> {
  const there = new Set(to.numbers);
  const lacking = new Set(from.numbers.filter((number) => !there.has(number)));
  const said = (await outcomesInRound(db, to.release.roundId)).filter(
    ({ number, decidedAt }) => lacking.has(number) && decidedAt <= to.release.frozenAt,
  );
  const kept = await keptBackAmong(
    db,
    to.release.id,
    said.map(({ measureId }) => measureId),
  );
  return new Map(said.flatMap(({ measureId, number, outcome }) => (kept.has(measureId) ? [] : [[number, outcome]])));
}
