import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { agency, agencyVersion, ministryVersion } from '../../directory/schema.ts';
import type { Transaction } from '../../platform/db/index.ts';
import type { RoundRow } from '../../rounds/index.ts';
import { population } from '../../rounds/schema.ts';
import type { PopulationEntry } from './population-file.ts';

export interface PopulationWritten {
  /** Our id by organisation number. */
  readonly agencyIds: ReadonlyMap<string, string>;
  /** Agencies the directory did not know, now added as unverified. */
  readonly addedToDirectory: number;
  /** Lines of the population that are new or changed. */
  readonly changed: number;
}

/** Writes the population of a round. An agency the directory lacks is added to it, marked as unverified. */
export async function writePopulation(
  tx: Transaction,
  round: Pick<RoundRow, 'id' | 'year'>,
  day: string,
  entries: Iterable<PopulationEntry>,
): Promise<PopulationWritten> {
  const agencyIds = await idsOn(tx, day);
  let addedToDirectory = 0;
  let changed = 0;
  for (const entry of entries) {
    let id = agencyIds.get(entry.orgnr);
    if (id === undefined) {
      id = await addAgency(tx, entry, `population file of ${round.year}`);
      agencyIds.set(entry.orgnr, id);
      addedToDirectory += 1;
    }
    const { row: _, ...facts } = entry;
    const written = await tx
      .insert(population)
      .values({ roundId: round.id, agencyId: id, ...facts })
      .onConflictDoUpdate({
        target: [population.roundId, population.agencyId],
        set: facts,
        setWhere: sql`(population.orgnr, population.name_nb, population.name_nn, population.name_en, population.ministry, population.facts, population.answered, population.contact_email)
          is distinct from (excluded.orgnr, excluded.name_nb, excluded.name_nn, excluded.name_en, excluded.ministry, excluded.facts, excluded.answered, ${'contactEmail' in facts ? sql`excluded.contact_email` : sql`population.contact_email`})`,
      })
      .returning({ id: population.agencyId });
    changed += written.length;
  }
  return { agencyIds, addedToDirectory, changed };
}

/** Organisation number → agency, as of a day; a number that was in use at another time counts where the day has none. */
async function idsOn(tx: Transaction, day: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: agencyVersion.agencyId, orgnr: agencyVersion.orgnr })
    .from(agencyVersion)
    .where(sql`${agencyVersion.orgnr} is not null`)
    .orderBy(
      sql`(coalesce(${agencyVersion.validFrom} <= ${day}, true) and coalesce(${agencyVersion.validTo} >= ${day}, true))`,
      agencyVersion.id,
    );
  return new Map(rows.map((row) => [row.orgnr as string, row.id]));
}

async function addAgency(tx: Transaction, entry: PopulationEntry, source: string): Promise<string> {
  const id = `orgnr-${entry.orgnr}`;
  const [ministry] = await tx
    .select({ id: ministryVersion.ministryId })
    .from(ministryVersion)
    .where(and(eq(ministryVersion.code, entry.ministry)))
    .limit(1);
  await tx.insert(agency).values({ id }).onConflictDoNothing();
  await tx.insert(agencyVersion).values({
    id: uuid(),
    agencyId: id,
    orgnr: entry.orgnr,
    nameNb: entry.nameNb,
    nameNn: entry.nameNn,
    nameEn: entry.nameEn,
    ministryId: ministry?.id ?? null,
    verified: false,
    source,
  });
  return id;
}
