import type { Names, Text } from '@samblikk/questionnaire';
import { and, eq, gte, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Database, Transaction } from '../platform/db/index.ts';
import { bodyNames } from './bodies.ts';
import { agencyVersion, ministryVersion } from './schema.ts';

type Db = Database | Transaction;

export interface MinistryAt {
  readonly id: string;
  readonly code: string;
  readonly orgnr: string | null;
  readonly name: Text;
  readonly verified: boolean;
}

export interface AgencyAt {
  readonly id: string;
  readonly orgnr: string | null;
  readonly name: Text;
  readonly ministry: MinistryAt | null;
  readonly verified: boolean;
  readonly source: string;
}

/** The ministries on a day (ISO date), by Norwegian name. */
export async function ministriesAt(db: Db, day: string): Promise<MinistryAt[]> {
  const rows = await db
    .select()
    .from(ministryVersion)
    .where(validOn(ministryVersion, day))
    .orderBy(ministryVersion.nameNb);
  return rows.map(toMinistry);
}

/** The agencies on a day (ISO date), by Norwegian name, those whose name or number has `q` in it when given. */
export async function agenciesAt(db: Db, day: string, q?: string): Promise<AgencyAt[]> {
  const pattern = q && `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const found = pattern
    ? sql`(${agencyVersion.nameNb} ilike ${pattern} or ${agencyVersion.nameNn} ilike ${pattern} or ${agencyVersion.nameEn} ilike ${pattern} or ${agencyVersion.orgnr} ilike ${pattern} or ${agencyVersion.agencyId} ilike ${pattern})`
    : undefined;
  return selectAgencies(db, day, found);
}

/** The agency with this organisation number on a day (ISO date). */
export async function findAgency(db: Db, orgnr: string, day: string): Promise<AgencyAt | undefined> {
  return (await selectAgencies(db, day, eq(agencyVersion.orgnr, orgnr)))[0];
}

/** The agency with this id on a day (ISO date). */
export async function agencyById(db: Db, id: string, day: string): Promise<AgencyAt | undefined> {
  return (await selectAgencies(db, day, eq(agencyVersion.agencyId, id)))[0];
}

async function selectAgencies(db: Db, day: string, where: SQL | undefined): Promise<AgencyAt[]> {
  const rows = await db
    .select({ agency: agencyVersion, ministry: ministryVersion })
    .from(agencyVersion)
    .leftJoin(
      ministryVersion,
      and(eq(ministryVersion.ministryId, agencyVersion.ministryId), validOn(ministryVersion, day)),
    )
    .where(and(validOn(agencyVersion, day), where))
    .orderBy(agencyVersion.nameNb);
  return rows.map(({ agency: a, ministry: m }) => ({
    id: a.agencyId,
    orgnr: a.orgnr,
    name: textOf(a),
    ministry: m && toMinistry(m),
    verified: a.verified,
    source: a.source,
  }));
}

/**
 * Names by number and code as they were on a day (ISO date). What did not exist that day has its nearest name, so that an
 * answer about a merged agency still reads as one.
 */
export async function namesAt(db: Db, day: string): Promise<Names> {
  const nearest = (t: { validFrom: PgColumn; validTo: PgColumn }) =>
    sql`case when coalesce(${t.validTo} < ${day}, false) then ${day}::date - ${t.validTo}
             when coalesce(${t.validFrom} > ${day}, false) then ${t.validFrom} - ${day}::date + 100000 else 0 end desc`;
  // The nearest comes last, and so wins in the map.
  const agencies = await db.select().from(agencyVersion).orderBy(nearest(agencyVersion));
  const ministries = await db.select().from(ministryVersion).orderBy(nearest(ministryVersion));
  const byNumber = new Map(agencies.flatMap((a) => (a.orgnr ? [[a.orgnr, textOf(a)] as const] : [])));
  const byCode = new Map(ministries.map((m) => [m.code, textOf(m)] as const));
  const others = await bodyNames();
  return { agency: (code) => byNumber.get(code) ?? others.get(code), ministry: (code) => byCode.get(code) };
}

/** Valid on a day; from and to are both within, and a missing one is open. */
export function validOn(t: { validFrom: PgColumn; validTo: PgColumn }, day: string): SQL | undefined {
  return and(or(isNull(t.validFrom), lte(t.validFrom, day)), or(isNull(t.validTo), gte(t.validTo, day)));
}

function toMinistry(m: typeof ministryVersion.$inferSelect): MinistryAt {
  return { id: m.ministryId, code: m.code, orgnr: m.orgnr, name: textOf(m), verified: m.verified };
}

function textOf(row: { nameNb: string; nameNn: string; nameEn: string }): Text {
  return { nb: row.nameNb, nn: row.nameNn, en: row.nameEn };
}
