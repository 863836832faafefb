import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayBefore } from '@samblikk/text/oslo-clock';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { ROOT } from '../platform/config/index.ts';
import type { agencySuccession, agencyVersion, ministryVersion } from './schema.ts';

type MinistryVersion = Omit<typeof ministryVersion.$inferInsert, 'id'>;
type AgencyVersion = Omit<typeof agencyVersion.$inferInsert, 'id'>;

/** What the seed files in `data/` say, as rows of the directory. */
export interface Seed {
  readonly ministries: readonly { id: string; successorId: string | null }[];
  readonly ministryVersions: readonly MinistryVersion[];
  readonly agencies: readonly string[];
  readonly agencyVersions: readonly AgencyVersion[];
  readonly successions: readonly (typeof agencySuccession.$inferInsert)[];
}

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const ministryFile = z.object({
  ministries: z.array(
    z.object({
      code: z.string(),
      name_nb: z.string(),
      name_nn: z.string(),
      name_en: z.string(),
      valid_from: date.nullable(),
      valid_to: date.nullable(),
      successor: z.string().nullable(),
      orgnr: z.string().nullable(),
    }),
  ),
});
const agencyRow = z.object({
  id: z.string().min(1),
  name_nb: z.string().min(1),
  name_nn: z.string(),
  nn_source: z.string(),
  name_en: z.string(),
  en_source: z.string(),
  orgnr: z.string(),
  orgnr_source: z.string(),
  ministry_2019: z.string(),
  ministry_2026: z.string(),
  ministry_verified: z.string(),
  note: z.string(),
});
const eventRow = z.object({
  id: z.string().min(1),
  /** `renamed` and `moved` give the name or ministry that held until `date`; `merged` the successor from `date`. */
  event: z.enum(['renamed', 'moved', 'merged', 'created']),
  date,
  name_nb: z.string(),
  name_nn: z.string(),
  name_en: z.string(),
  ministry: z.string(),
  successor: z.string(),
  source: z.string(),
});
type AgencyRow = z.infer<typeof agencyRow>;
type EventRow = z.infer<typeof eventRow>;

/** Reads the seed of the directory. Throws when a file is missing or not in its shape. */
export async function readSeed(folder: string = join(ROOT, 'data')): Promise<Seed> {
  const text = (name: string) => readFile(join(folder, name), 'utf8');
  const { ministries } = ministryFile.parse(JSON.parse(await text('ministries.json')));
  const idOf = ministryIds(ministries);
  const csv = async (name: string) => parse(await text(name), { columns: true, bom: true }) as unknown;
  const agencies = z.array(agencyRow).parse(await csv('agencies.csv'));
  const events = z.array(eventRow).parse(await csv('agency-history.csv'));
  return {
    ministries: [...new Set(idOf.values())].map((id) => ({ id, successorId: null })),
    ministryVersions: ministries.map((m) => ({
      ministryId: known(idOf, m.code),
      code: m.code,
      orgnr: m.orgnr,
      nameNb: m.name_nb,
      nameNn: m.name_nn,
      nameEn: m.name_en,
      validFrom: m.valid_from,
      validTo: m.valid_to,
      // The only ministry whose name and dates were read in a primary source.
      verified: m.code === 'DFD',
      source: 'data/ministries.json',
    })),
    agencies: agencies.map((a) => a.id),
    agencyVersions: agencies.flatMap((a) =>
      versions(
        a,
        events.filter((e) => e.id === a.id),
        idOf,
      ),
    ),
    successions: events
      .filter((e) => e.event === 'merged')
      .map((e) => ({ predecessorId: e.id, successorId: e.successor, from: e.date, source: e.source })),
  };
}

/** Code → our id: a ministry that took a new name or code keeps the id of its first code. */
function ministryIds(rows: readonly { code: string; successor: string | null }[]): Map<string, string> {
  const predecessor = new Map<string, string>();
  for (const { code, successor } of rows) {
    const next = successor?.split(' ')[0];
    if (next && next !== code) predecessor.set(next, code);
  }
  const first = (code: string): string => {
    const before = predecessor.get(code);
    return before === undefined ? code : first(before);
  };
  return new Map(rows.map(({ code }) => [code, first(code)]));
}

function known(ids: Map<string, string>, code: string): string {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`data/ministries.json has no ministry ${code}`);
  return id;
}

/** An agency's versions, newest first: from what holds now, each event of the past gives what held before it. */
function versions(row: AgencyRow, events: readonly EventRow[], ids: Map<string, string>): AgencyVersion[] {
  const last = row.ministry_2026 || row.ministry_2019;
  const now: AgencyVersion = {
    agencyId: row.id,
    orgnr: row.orgnr || null,
    nameNb: row.name_nb,
    nameNn: row.name_nn || row.name_nb,
    nameEn: row.name_en || row.name_nb,
    ministryId: last ? known(ids, last) : null,
    validFrom: null,
    validTo: null,
    verified: isVerified(row),
    source: `orgnr: ${row.orgnr_source || 'unknown'}; nn: ${row.nn_source}; en: ${row.en_source || 'none'}; ministry verified: ${row.ministry_verified}`,
    note: row.note || null,
  };
  const merged = events.find((e) => e.event === 'merged');
  const days = [...new Set(events.filter((e) => e.event !== 'merged').map((e) => e.date))].sort().reverse();
  let current: AgencyVersion | undefined = { ...now, validTo: merged ? dayBefore(merged.date) : null };
  const found: AgencyVersion[] = [];
  for (const day of days) {
    if (current === undefined) break;
    found.push({ ...current, validFrom: day });
    current = before(
      current,
      events.filter((e) => e.date === day),
      dayBefore(day),
      ids,
    );
  }
  return current === undefined ? found : [...found, current];
}

/** What held before the events of one day; undefined when the agency was created that day. */
function before(
  after: AgencyVersion,
  events: readonly EventRow[],
  validTo: string,
  ids: Map<string, string>,
): AgencyVersion | undefined {
  if (events.some((e) => e.event === 'created')) return undefined;
  const renamed = events.find((e) => e.event === 'renamed');
  const moved = events.find((e) => e.event === 'moved');
  return {
    ...after,
    validFrom: null,
    validTo,
    ...(renamed && { nameNb: renamed.name_nb, nameNn: renamed.name_nn, nameEn: renamed.name_en }),
    ...(moved && { ministryId: known(ids, moved.ministry) }),
    verified: false,
    source: `data/agency-history.csv: ${events.map((e) => e.source).join('; ')}`,
  };
}

/** Every fact in the row read in a source of its own. */
function isVerified(row: AgencyRow): boolean {
  const sources = [row.orgnr_source, row.nn_source, row.en_source];
  return row.ministry_verified.startsWith('yes') && sources.every((s) => /^(enhetsregisteret|altinn-orgs)/.test(s));
}
