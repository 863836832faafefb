import type { Text } from '@samblikk/questionnaire';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Database, Transaction } from '../platform/db/index.ts';
import { nameOf } from './name-of.ts';
import { agency, agencyVersion, ministry, ministryVersion } from './schema.ts';
import { validOn } from './store.ts';

type Reader = Database | Transaction;

/** Organisation number → our id, as of a day (ISO date); a number that was in use at another time counts where the day has none. */
export async function agencyIdsOn(db: Reader, day: string): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: agencyVersion.agencyId, orgnr: agencyVersion.orgnr })
    .from(agencyVersion)
    .where(isNotNull(agencyVersion.orgnr))
    .orderBy(
      sql`(coalesce(${agencyVersion.validFrom} <= ${day}, true) and coalesce(${agencyVersion.validTo} >= ${day}, true))`,
      agencyVersion.id,
    );
  return new Map(rows.map((row) => [row.orgnr as string, row.id]));
}

/** The ids of what has an organisation number on a day (ISO date): agencies, ministries, both or nothing. */
export async function holdersOfNumber(
  db: Reader,
  orgnr: string,
  day: string,
): Promise<{ agencies: string[]; ministries: string[] }> {
  const agencies = await db
    .selectDistinct({ id: agencyVersion.agencyId })
    .from(agencyVersion)
    .where(and(eq(agencyVersion.orgnr, orgnr), validOn(agencyVersion, day)));
  const ministries = await db
    .selectDistinct({ id: ministryVersion.ministryId })
    .from(ministryVersion)
    .where(and(eq(ministryVersion.orgnr, orgnr), validOn(ministryVersion, day)));
  return { agencies: agencies.map(({ id }) => id), ministries: ministries.map(({ id }) => id) };
}

/** The agencies that have, or have had, an organisation number: our ids. */
export async function agenciesNumbered(db: Reader, orgnr: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: agencyVersion.agencyId })
    .from(agencyVersion)
    .where(eq(agencyVersion.orgnr, orgnr));
  return rows.map(({ id }) => id);
}

/** Whether any agency has, or has had, this organisation number. */
export async function isAgencyNumber(db: Reader, orgnr: string): Promise<boolean> {
  const [row] = await db
    .select({ id: agencyVersion.id })
    .from(agencyVersion)
    .where(eq(agencyVersion.orgnr, orgnr))
    .limit(1);
  return row !== undefined;
}

/** What whoever has an organisation number is called, or was called last with it. */
export async function nameOfNumber(db: Reader, orgnr: string): Promise<Text | undefined> {
  const rows = await db
    .select()
    .from(agencyVersion)
    .where(eq(agencyVersion.orgnr, orgnr))
    .orderBy(sql`${agencyVersion.validFrom} asc nulls first`);
  const last = rows.at(-1);
  return last && nameOf(last);
}

/** Adds an agency that the directory lacks, unverified. @param source where it is from @returns its id */
export async function addAgency(
  tx: Transaction,
  added: { orgnr: string; nameNb: string; nameNn: string; nameEn: string; ministry: string },
  source: string,
): Promise<string> {
  const { orgnr, nameNb, nameNn, nameEn, ministry: code } = added;
  const id = `orgnr-${orgnr}`;
  const [under] = await tx
    .select({ id: ministryVersion.ministryId })
    .from(ministryVersion)
    .where(eq(ministryVersion.code, code))
    .limit(1);
  await tx.insert(agency).values({ id }).onConflictDoNothing();
  await tx.insert(agencyVersion).values({
    ...{ id: uuid(), agencyId: id, orgnr, nameNb, nameNn, nameEn },
    ministryId: under?.id ?? null,
    verified: false,
    source,
  });
  return id;
}

/** Whether the directory has any ministry, without which no agency has anywhere to belong; false until it is loaded. */
export async function isDirectoryLoaded(db: Reader): Promise<boolean> {
  return (await db.$count(ministry)) > 0;
}
