import type { Text } from '@samblikk/questionnaire';
import { inArray, sql } from 'drizzle-orm';
import type { Database } from '../platform/db/index.ts';
import { nameOf } from './name-of.ts';
import { agencyVersion, ministryVersion } from './schema.ts';

/** Number and name of agencies by our id, as they are now or were last. */
export async function newestAgencies(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, { orgnr: string | null; name: Text }>> {
  // The newest version comes last and wins. What has no first day was there first.
  const rows = await db
    .select()
    .from(agencyVersion)
    .where(inArray(agencyVersion.agencyId, [...ids]))
    .orderBy(sql`${agencyVersion.validFrom} asc nulls first`);
  return new Map(rows.map((row) => [row.agencyId, { orgnr: row.orgnr, name: nameOf(row) }]));
}

/** Code and name of ministries by our id, as they are now or were last. */
export async function newestMinistries(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, { code: string; name: Text }>> {
  const rows = await db
    .select()
    .from(ministryVersion)
    .where(inArray(ministryVersion.ministryId, [...ids]))
    .orderBy(sql`${ministryVersion.validFrom} asc nulls first`);
  return new Map(rows.map((row) => [row.ministryId, { code: row.code, name: nameOf(row) }]));
}
