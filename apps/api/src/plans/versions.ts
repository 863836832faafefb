import type { listFinancingPlanVersions, ReplyOf } from '@samblikk/contract';
import type { Database } from '../platform/db/index.ts';
import { importAuthor } from '../platform/signed/index.ts';
import { changesBetween } from './parts.ts';
import { namesOf, versionsOf } from './store.ts';

/** Every version of a measure’s plan, the newest first, with what it changed; of the first, nothing is told to have changed. */
export async function changesOf(db: Database, measureId: string): Promise<ReplyOf<typeof listFinancingPlanVersions>> {
  const rows = await versionsOf(db, measureId);
  const names = await namesOf(
    db,
    rows.map(({ savedBy }) => savedBy),
  );
  const versions = rows.map(({ version, plan, savedAt, savedBy }, at) => {
    const before = rows[at - 1];
    const changes = before ? changesBetween(before.plan, plan) : [];
    return {
      ...{ version, at: savedAt.toISOString(), by: savedBy ? (names.get(savedBy) ?? '') : importAuthor.name },
      changes: changes.map(({ part, from = null, to = null }) => ({ part, from, to })),
    };
  });
  return { versions: versions.reverse() };
}
