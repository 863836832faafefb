import { eq, sql } from 'drizzle-orm';
import { v5 } from 'uuid';
import { record } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { agency, agencySuccession, agencyVersion, ministry, ministryVersion } from './schema.ts';
import { readSeed, type Seed } from './seed.ts';

/** Names the seeded versions, so that loading again meets the same rows. */
const NAMESPACE = '5a0a1a52-6c39-4d0c-9a5e-2f6b3f0f9c11';

export interface DirectoryLoaded {
  readonly ministries: number;
  readonly agencies: number;
  readonly changed: boolean;
}

/**
 * Loads ministries and agencies from the seed files. Loading again changes only what the files changed; agencies that came
 * from elsewhere (a population file), and what staff have added or changed, are left alone.
 */
export async function loadDirectory(
  tx: Transaction,
  actor = 'system:directory',
  seed?: Seed,
): Promise<DirectoryLoaded> {
  const from = seed ?? (await readSeed());
  const touched = (await writeMinistries(tx, from)) + (await writeAgencies(tx, from));
  const loaded = { ministries: from.ministries.length, agencies: from.agencies.length };
  if (touched > 0) await record(tx, { actor, action: 'directory.loaded', subject: 'directory', details: loaded });
  return { ...loaded, changed: touched > 0 };
}

/** @returns how many rows are new or changed */
async function writeMinistries(tx: Transaction, from: Seed): Promise<number> {
  const rows = await tx
    .insert(ministry)
    .values([...from.ministries])
    .onConflictDoNothing()
    .returning();
  const kept = new Set((await tx.select().from(ministry).where(eq(ministry.keptByHand, true))).map(({ id }) => id));
  const loaded = from.ministryVersions.filter(({ ministryId }) => !kept.has(ministryId));
  const versions = await tx
    .insert(ministryVersion)
    .values(loaded.map((v) => ({ ...v, id: v5(`${v.code}|${v.validFrom ?? ''}`, NAMESPACE) })))
    .onConflictDoUpdate({
      target: ministryVersion.id,
      set: excluded(['orgnr', 'name_nb', 'name_nn', 'name_en', 'valid_to', 'verified', 'source']),
      setWhere: sql`(ministry_version.orgnr, ministry_version.name_nb, ministry_version.name_nn, ministry_version.name_en, ministry_version.valid_to, ministry_version.verified, ministry_version.source)
        is distinct from (excluded.orgnr, excluded.name_nb, excluded.name_nn, excluded.name_en, excluded.valid_to, excluded.verified, excluded.source)`,
    })
    .returning({ id: ministryVersion.id });
  return rows.length + versions.length;
}

/** @returns how many rows are new or changed */
async function writeAgencies(tx: Transaction, from: Seed): Promise<number> {
  const rows = await tx
    .insert(agency)
    .values(from.agencies.map((id) => ({ id })))
    .onConflictDoNothing()
    .returning();
  const kept = new Set((await tx.select().from(agency).where(eq(agency.keptByHand, true))).map(({ id }) => id));
  const loaded = from.agencyVersions.filter(({ agencyId }) => !kept.has(agencyId));
  const versions = await tx
    .insert(agencyVersion)
    .values(loaded.map((v) => ({ ...v, id: v5(`${v.agencyId}|${v.validFrom ?? ''}`, NAMESPACE) })))
    .onConflictDoUpdate({
      target: agencyVersion.id,
      set: excluded([
        'orgnr',
        'name_nb',
        'name_nn',
        'name_en',
        'ministry_id',
        'valid_to',
        'verified',
        'source',
        'note',
      ]),
      setWhere: sql`(agency_version.orgnr, agency_version.name_nb, agency_version.name_nn, agency_version.name_en, agency_version.ministry_id, agency_version.valid_to, agency_version.verified, agency_version.source, agency_version.note)
        is distinct from (excluded.orgnr, excluded.name_nb, excluded.name_nn, excluded.name_en, excluded.ministry_id, excluded.valid_to, excluded.verified, excluded.source, excluded.note)`,
    })
    .returning({ id: agencyVersion.id });
  const successions = await tx
    .insert(agencySuccession)
    .values([...from.successions])
    .onConflictDoNothing()
    .returning();
  return rows.length + versions.length + successions.length;
}

type Column = 'orgnr' | 'name_nb' | 'name_nn' | 'name_en' | 'ministry_id' | 'valid_to' | 'verified' | 'source' | 'note';
const property: Record<Column, string> = {
  orgnr: 'orgnr',
  name_nb: 'nameNb',
  name_nn: 'nameNn',
  name_en: 'nameEn',
  ministry_id: 'ministryId',
  valid_to: 'validTo',
  verified: 'verified',
  source: 'source',
  note: 'note',
};

function excluded(columns: readonly Column[]): Record<string, ReturnType<typeof sql>> {
  return Object.fromEntries(columns.map((c) => [property[c], sql.raw(`excluded.${c}`)]));
}
