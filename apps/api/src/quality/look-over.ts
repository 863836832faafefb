import { lockMeasure, type MeasureInRound } from '../measures/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import type { Actor } from '../platform/signed/index.ts';
import { writeLook } from './looks.ts';
import { lookedOverOf } from './measure.ts';

/**
 * Notes that what was last sent in of a measure has been looked over.
 * @param look what was noted, and the version that was looked at: whatever stands now when left out
 * @throws ApiError alreadyDone when that is not what stands now, or nothing was sent in
 */
export async function lookOver(
  tx: Transaction,
  of: MeasureInRound,
  { note, version }: { readonly note: string; readonly version?: number },
  by: Actor,
  now: Date,
): Promise<void> {
  await lockMeasure(tx, of.measure.id, of.round.id);
  const { row } = await lookedOverOf(tx, of);
  // What was looked at is not what stands now: that is looked at anew.
  if (!row || row.version !== (version ?? row.version)) throw new ApiError('alreadyDone', { detail: 'sentInSince' });
  await writeLook(tx, of, { revisionId: row.id, version: row.version, note }, by, now);
}
