import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { ROOT } from '../platform/config/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { agencyVersion, ministryVersion } from './schema.ts';

/**
 * Everything an agency is and has been called, by our id, which itself is the usual abbreviation (`nve`): whoever looks for
 * it by a name it no longer has, or does not have yet, means the same agency.
 */
async function everyName(db: Database | Transaction): Promise<ReadonlyMap<string, readonly string[]>> {
  const { agencyId, nameNb, nameNn, nameEn } = agencyVersion;
  const rows = await db.select({ agencyId, nameNb, nameNn, nameEn }).from(agencyVersion).orderBy(agencyVersion.id);
  const names = new Map<string, Set<string>>();
  for (const { agencyId: id, ...called } of rows) {
    const known = names.get(id) ?? new Set([id]);
    for (const name of Object.values(called)) known.add(name);
    names.set(id, known);
  }
  return new Map([...names].map(([id, known]) => [id, [...known]]));
}

/** The organisation numbers of the agencies that are or were called this, in full or for short, in any language. */
export async function numbersCalled(db: Database | Transaction, name: string): Promise<string[]> {
  const wanted = plain(name);
  const rows = await db.select().from(agencyVersion).orderBy(agencyVersion.orgnr);
  const short = await readShortNames();
  const called = ({ agencyId, nameNb, nameNn, nameEn }: (typeof rows)[number]) =>
    [agencyId, ...(short.get(agencyId) ?? []), ...[nameNb, nameNn, nameEn].flatMap(forms)].some(
      (form) => plain(form) === wanted,
    );
  const ids = new Set(rows.filter(called).map(({ agencyId }) => agencyId));
  return [...new Set(rows.flatMap(({ agencyId, orgnr }) => (ids.has(agencyId) && orgnr ? [orgnr] : [])))];
}

const shortNameRows = z.array(z.object({ id: z.string(), name: z.string() }));
let shortNames: Promise<ReadonlyMap<string, readonly string[]>> | undefined;

/** Abbreviations and everyday names by our id; read once, from a file of the program. */
function readShortNames(): Promise<ReadonlyMap<string, readonly string[]>> {
  shortNames ??= readFile(join(ROOT, 'data/agency-short-names.csv'), 'utf8').then((text) => {
    const rows = shortNameRows.parse(parse(text, { columns: true }));
    return new Map(
      [...Map.groupBy(rows, ({ id }) => id)].map(([id, names]) => [id, names.map(({ name }) => name)] as const),
    );
  });
  return shortNames;
}

/** Everything that owners of measures are and have been called, by the number and code they are known under. */
export interface OwnersCalled {
  /** By organisation number, also one that an agency had before. */
  readonly agencies: ReadonlyMap<string, readonly string[]>;
  /** By organisation number, all numbers of the same agency. */
  readonly numbers: ReadonlyMap<string, readonly string[]>;
  /** By organisation number, what the ministry that the agency is under today is called now, not what it was. */
  readonly presentMinistries: ReadonlyMap<string, readonly string[]>;
  /** By code, also one that a ministry had before. */
  readonly ministries: ReadonlyMap<string, readonly string[]>;
}

/** What owners are called, for search: names of all times in all languages, abbreviations and everyday names. */
export async function ownersCalled(db: Database | Transaction): Promise<OwnersCalled> {
  const [called, short, agencies, ministries] = [
    await everyName(db),
    await readShortNames(),
    await db
      .select({
        id: agencyVersion.agencyId,
        orgnr: agencyVersion.orgnr,
        ministryId: agencyVersion.ministryId,
        validTo: agencyVersion.validTo,
      })
      .from(agencyVersion)
      .orderBy(agencyVersion.id),
    await db.select().from(ministryVersion).orderBy(ministryVersion.id),
  ];
  const numbersOf = Map.groupBy(
    agencies.flatMap(({ id, orgnr }) => (orgnr ? [{ id, orgnr }] : [])),
    ({ id }) => id,
  );
  const byNumber = <T>(ofAgency: (id: string) => T) =>
    new Map([...numbersOf].flatMap(([id, rows]) => rows.map(({ orgnr }) => [orgnr, ofAgency(id)] as const)));
  const presentMinistry = new Map(agencies.flatMap((row) => (row.validTo === null ? [[row.id, row.ministryId]] : [])));
  const ofMinistry = Map.groupBy(ministries, ({ ministryId }) => ministryId);
  return {
    agencies: byNumber((id) => [...(called.get(id) ?? []), ...(short.get(id) ?? [])]),
    numbers: byNumber((id) => [...new Set((numbersOf.get(id) ?? []).map(({ orgnr }) => orgnr))]),
    presentMinistries: byNumber((id) =>
      (ofMinistry.get(presentMinistry.get(id) ?? '') ?? [])
        .filter(({ validTo }) => validTo === null)
        .flatMap(({ code, nameNb, nameNn, nameEn }) => [code, nameNb, nameNn, nameEn]),
    ),
    ministries: new Map(
      ministries.map(({ code, ministryId }) => [
        code,
        (ofMinistry.get(ministryId) ?? []).flatMap((row) => [row.code, row.nameNb, row.nameNn, row.nameEn]),
      ]),
    ),
  };
}

const plain = (text: string): string => text.trim().toLocaleLowerCase('nb');

/** `Direktoratet for forvaltning og ikt (Difi)`: whole, without what is in brackets, and what is in them. */
function forms(name: string): string[] {
  const [, long, short] = /^(.+?)\s*\((.+)\)$/.exec(name) ?? [];
  return [name, ...(long && short ? [long, short] : [])];
}
