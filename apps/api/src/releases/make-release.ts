import { setImmediate as pause } from 'node:timers/promises';
import { record } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import type { Collected, CollectedMeasure } from './collected.ts';
import type { PinnedRevision } from './measure-to-freeze.ts';
import type { ReleasePartition } from './partition.ts';
import { release } from './schema.ts';
import type { ReleaseRow } from './store.ts';

/** How many measures are worked out in one go. */
const stretch = 50;

/**
 * Freezes revisions a batch at a time. Two at once: while PostgreSQL writes one batch, the next is worked out here, with
 * pauses, so that what else this program does is not held up.
 * @param batchAfter the revisions that follow a position, as they are to be frozen; none after the last
 */
export async function freezeMeasures(
  collected: Collected,
  partition: ReleasePartition,
  batchAfter: (position: number) => Promise<readonly PinnedRevision[]>,
): Promise<void> {
  let writing: Promise<void> = Promise.resolve();
  let batch = await batchAfter(0);
  while (batch.length > 0) {
    const measures: CollectedMeasure[] = [];
    for (const revision of batch) {
      if (measures.length % stretch === 0) await pause();
      measures.push(collected.add(revision));
    }
    const rows = partition.rowsOf(measures);
    await writing;
    batch = await batchAfter(batch.at(-1)?.position ?? 0);
    writing = partition.write(rows);
    // Waited for above, or below; until then a failure is nobody's.
    writing.catch(() => undefined);
  }
  await writing;
}

/** Puts down a release whose measures are written, and tells it in the audit. */
export async function storeRelease(
  tx: Transaction,
  {
    values,
    partition,
    year,
    actor,
  }: {
    readonly values: typeof release.$inferInsert;
    readonly partition: ReleasePartition;
    readonly year: number;
    readonly actor: string;
  },
): Promise<ReleaseRow> {
  const [row] = await tx.insert(release).values(values).returning();
  const made = row as ReleaseRow;
  await partition.attach();
  const { number, measures, contentHash, frozenAt } = made;
  const details = { year, number, measures, contentHash };
  await record(tx, { actor, action: 'release.frozen', subject: `release:${made.id}`, details }, frozenAt);
  return made;
}
