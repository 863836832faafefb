import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import type { Actor } from '../platform/signed/index.ts';
import type { MeasureRef } from './next-revision.ts';
import { saveDraft } from './save-draft.ts';
import { latestRevision, type RevisionRow, revisionOf } from './store.ts';

/**
 * Saves the answers of an earlier version anew; version 0 is none. Nothing is erased: it becomes the newest version.
 * @throws ApiError notFound when there is no such version; conflict when someone has saved since `basedOn`
 */
export async function restore(
  tx: Transaction,
  target: MeasureRef,
  { version, basedOn }: { version: number; basedOn: number },
  actor: Actor,
  now: Date,
): Promise<RevisionRow | undefined> {
  const current = await latestRevision(tx, target.measure.id, target.round.year);
  const earlier = version === 0 ? undefined : await revisionOf(tx, target.measure.id, target.round.id, version);
  if (version > 0 && !earlier) throw new ApiError('notFound', { detail: ['noVersion', { version }] });
  const from = current?.answers ?? {};
  const to = earlier?.answers ?? {};
  const changed = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
    (id) => !isDeepStrictEqual(from[id], to[id]),
  );
  const changes = Object.fromEntries(changed.map((id) => [id, to[id] ?? null]));
  const confirmed = changed.filter((id) => earlier?.origins[id] === 'confirmed');
  return saveDraft(tx, target, { basedOn, changes, confirmed }, actor, now);
}
