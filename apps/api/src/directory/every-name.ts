import type { Database, Transaction } from '../platform/db/index.ts';
import { agencyVersion } from './schema.ts';

/**
 * Everything an agency is and has been called, by our id, which itself is the usual abbreviation (`nve`): whoever looks for
 * it by a name it no longer has, or does not have yet, means the same agency.
 */
export async function everyName(db: Database | Transaction): Promise<ReadonlyMap<string, readonly string[]>> {
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
  const called = ({ agencyId, nameNb, nameNn, nameEn }: (typeof rows)[number]) =>
    [agencyId, ...[nameNb, nameNn, nameEn].flatMap(forms)].some((form) => plain(form) === wanted);
  const ids = new Set(rows.filter(called).map(({ agencyId }) => agencyId));
  return [...new Set(rows.flatMap(({ agencyId, orgnr }) => (ids.has(agencyId) && orgnr ? [orgnr] : [])))];
}

const plain = (text: string): string => text.trim().toLocaleLowerCase('nb');

/** `Direktoratet for forvaltning og ikt (Difi)`: whole, without what is in brackets, and what is in them. */
function forms(name: string): string[] {
  const [, long, short] = /^(.+?)\s*\((.+)\)$/.exec(name) ?? [];
  return [name, ...(long && short ? [long, short] : [])];
}
