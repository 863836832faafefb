import type { Directory, DirectoryAgency, DirectoryMinistry } from '@samblikk/contract';
import { dayAfter } from '@samblikk/text/oslo-clock';
import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { nameOf } from '../name-of.ts';
import { agencySuccession, agencyVersion, ministry, ministryVersion } from '../schema.ts';

type Reader = Database | Transaction;
type MinistryVersion = typeof ministryVersion.$inferSelect;

/** Everything the directory knows: ministries by code, agencies by their newest Norwegian name. */
export async function wholeDirectory(db: Reader): Promise<Omit<Directory, 'lookUp'>> {
  const oldest = (from: typeof agencyVersion.validFrom | typeof ministryVersion.validFrom) =>
    sql`${from} asc nulls first`;
  const versions = await db.select().from(agencyVersion).orderBy(oldest(agencyVersion.validFrom));
  const ministries = await db.select().from(ministryVersion).orderBy(oldest(ministryVersion.validFrom));
  const successions = await db.select().from(agencySuccession);
  const byAgency = Map.groupBy(versions, ({ agencyId }) => agencyId);
  const newest = new Map([...byAgency].map(([id, all]) => [id, all.at(-1)]));
  const relative = (id: string, from: string | null) => {
    const row = newest.get(id);
    return { id, name: row ? nameOf(row) : { nb: id, nn: id, en: id }, from };
  };
  const ofMinistry = Map.groupBy(ministries, ({ ministryId }) => ministryId);
  const heirs = new Map((await db.select().from(ministry)).map((one) => [one.id, one.successorId]));
  const successorOf = (id: string): DirectoryMinistry['successor'] => {
    const heir = heirs.get(id);
    const row = heir ? ofMinistry.get(heir)?.at(-1) : undefined;
    const last = ofMinistry.get(id)?.at(-1)?.validTo;
    return heir && row ? { id: heir, name: nameOf(row), from: last ? dayAfter(last) : null } : null;
  };
  const order = new Intl.Collator('nb');
  const agencies = [...byAgency].map(([id, all]) => ({
    id,
    versions: all.map((row) => {
      const under =
        row.ministryId === null ? undefined : ministryThen(ofMinistry.get(row.ministryId) ?? [], row.validTo);
      return {
        ...stated(row),
        ministry: under ? { code: under.code, name: nameOf(under) } : null,
        note: row.note,
      };
    }),
    successors: successions.filter((one) => one.predecessorId === id).map((one) => relative(one.successorId, one.from)),
    predecessors: successions
      .filter((one) => one.successorId === id)
      .map((one) => relative(one.predecessorId, one.from)),
  }));
  const called = ({ versions: all }: DirectoryAgency) => all.at(-1)?.name.nb ?? '';
  const code = (all: readonly MinistryVersion[]) => all.at(-1)?.code ?? '';
  return {
    ministries: [...ofMinistry]
      .sort(([, a], [, b]) => order.compare(code(a), code(b)))
      .map(([id, all]) => ({
        id,
        versions: all.map((row) => ({ ...stated(row), code: row.code })),
        successor: successorOf(id),
        agencies: [...newest.values()].filter((row) => row?.ministryId === id && row.validTo === null).length,
      })),
    agencies: agencies.sort((a, b) => order.compare(called(a), called(b))),
  };
}

/** A ministry as it was called on the last day a row held, or is called now. */
function ministryThen(versions: readonly MinistryVersion[], last: string | null): MinistryVersion | undefined {
  if (last === null) return versions.at(-1);
  return versions.findLast(({ validFrom }) => validFrom === null || validFrom <= last) ?? versions[0];
}

const stated = (
  row: Pick<
    MinistryVersion,
    'orgnr' | 'nameNb' | 'nameNn' | 'nameEn' | 'validFrom' | 'validTo' | 'verified' | 'source'
  >,
) => ({
  name: nameOf(row),
  orgnr: row.orgnr,
  from: row.validFrom,
  to: row.validTo,
  verified: row.verified,
  source: row.source,
});

/** One agency with its life. @throws ApiError notFound */
export async function agencyLife(db: Reader, id: string): Promise<DirectoryAgency> {
  const found = (await wholeDirectory(db)).agencies.find((agency) => agency.id === id);
  if (!found) throw new ApiError('notFound', { detail: ['noDirectoryAgency', { id }] });
  return found;
}

/** One ministry with its life. @throws ApiError notFound */
export async function ministryLife(db: Reader, id: string): Promise<DirectoryMinistry> {
  const found = (await wholeDirectory(db)).ministries.find((ministry) => ministry.id === id);
  if (!found) throw new ApiError('notFound', { detail: ['noDirectoryMinistry', { id }] });
  return found;
}

/** What has a text in any name, number or code it has or has had, or in our id. */
export function findIn(directory: Omit<Directory, 'lookUp'>, q: string): Omit<Directory, 'lookUp'> {
  const wanted = q.toLocaleLowerCase('nb').trim();
  const digits = wanted.replace(/\s/g, '');
  const has = (id: string, versions: readonly { name: object; orgnr: string | null; code?: string }[]) =>
    [id, ...versions.flatMap(({ name, code }) => [...Object.values(name), code ?? ''])].some((text) =>
      String(text).toLocaleLowerCase('nb').includes(wanted),
    ) || versions.some(({ orgnr }) => digits !== '' && orgnr?.includes(digits));
  return {
    ministries: directory.ministries.filter(({ id, versions }) => has(id, versions)),
    agencies: directory.agencies.filter(({ id, versions }) => has(id, versions)),
  };
}
