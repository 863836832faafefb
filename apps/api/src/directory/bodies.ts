import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Body, Text } from '@samblikk/questionnaire';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { ROOT } from '../platform/config/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';

const municipality = z.object({
  number: z.string().regex(/^\d{4}$/),
  name: z.string().min(1),
  name_other: z.string(),
  county: z.string(),
});
const county = z.object({ number: z.string().regex(/^\d{2}$/), name: z.string().min(1) });
const otherBody = z.object({
  orgnr: z.string().regex(/^\d{9}$/),
  name_nb: z.string().min(1),
  name_nn: z.string().min(1),
  name_en: z.string().min(1),
  words: z.string(),
});
const abbreviated = z.object({ id: z.string(), abbr: z.string() });

/** What the files of the program say: bodies that are not asked in the survey, and abbreviations of those that are. */
interface Files {
  readonly bodies: readonly Body[];
  /** Abbreviation by the directory's id of an agency. */
  readonly abbreviations: ReadonlyMap<string, string>;
}

let files: Promise<Files> | undefined;

/** Reads the files once: they never change while the program runs. */
function readFiles(): Promise<Files> {
  files ??= (async () => {
    const rows = async <T>(name: string, row: z.ZodType<T>): Promise<T[]> =>
      z.array(row).parse(parse(await readFile(join(ROOT, 'data', name), 'utf8'), { columns: true, bom: true }));
    const counties = await rows('counties.csv', county);
    const municipalities = await rows('municipalities.csv', municipality);
    const others = await rows('other-bodies.csv', otherBody);
    const agencies = await rows('agencies.csv', abbreviated);
    return {
      bodies: [
        ...municipalityBodies(municipalities, new Map(counties.map(({ number, name }) => [number, name]))),
        ...counties.map(({ number, name }) => ({
          code: `fylke:${number}`,
          name: { nb: `${name} fylkeskommune`, nn: `${name} fylkeskommune`, en: `${name} County Authority` },
          words: [name, `${name} fylke`],
        })),
        ...others.map(({ orgnr, name_nb, name_nn, name_en, words }) => ({
          code: orgnr,
          name: { nb: name_nb, nn: name_nn, en: name_en },
          words: words.split('|').filter(Boolean),
        })),
        ks,
      ],
      abbreviations: new Map(agencies.flatMap(({ id, abbr }) => (abbr === '' ? [] : [[id, abbr] as const]))),
    };
  })();
  return files;
}

const ks: Body = {
  code: 'KS',
  name: {
    nb: 'KS – Kommunesektorens organisasjon',
    nn: 'KS – Kommunesektorens organisasjon',
    en: 'KS – The Norwegian Association of Local and Regional Authorities',
  },
  words: ['KS', 'Kommunesektorens organisasjon', 'Kommunenes Sentralforbund'],
};

/** Two municipalities with one name are told apart by their county. */
function municipalityBodies(
  rows: readonly z.infer<typeof municipality>[],
  counties: ReadonlyMap<string, string>,
): Body[] {
  const sameName = Map.groupBy(rows, ({ name }) => name);
  return rows.map(({ number, name, name_other, county: of }) => {
    const place = (sameName.get(name)?.length ?? 0) > 1 ? ` (${counties.get(of) ?? of})` : '';
    const norwegian = `${name} kommune${place}`;
    return {
      code: `kommune:${number}`,
      name: { nb: norwegian, nn: norwegian, en: `${name} Municipality${place}` },
      words: [name, ...(name_other === '' ? [] : [name_other])],
    };
  });
}

/** The bodies outside the survey, by code. */
export async function bodyNames(): Promise<ReadonlyMap<string, Text>> {
  const { bodies } = await readFiles();
  return new Map(bodies.map(({ code, name }) => [code, name]));
}

/**
 * Everyone that may be named as a partner on a day (ISO date): state agencies with a number, municipalities, county
 * authorities and KS, in the order of their Norwegian names. Each is also found by its abbreviation, by the names it had
 * before, and by those of agencies it carries on.
 */
export async function bodiesAt(db: Database | Transaction, day: string): Promise<Body[]> {
  const { bodies, abbreviations } = await readFiles();
  const { rows } = await db.execute<{ id: string; orgnr: string } & Text & { words: string[] }>(sql`
    select a.agency_id as id, a.orgnr, a.name_nb as nb, a.name_nn as nn, a.name_en as en, coalesce(f.words, '{}') as words
    from agency_version a
    left join lateral (
      select array_agg(distinct n.name order by n.name) as words
      from agency_version v, lateral (values (v.name_nb), (v.name_nn), (v.name_en)) n (name)
      where v.agency_id = a.agency_id
         or v.agency_id in (select predecessor_id from agency_succession where successor_id = a.agency_id)
    ) f on true
    where a.orgnr is not null
      and (a.valid_from is null or a.valid_from <= ${day}) and (a.valid_to is null or a.valid_to >= ${day})`);
  const agencies = rows.map(({ id, orgnr, nb, nn, en, words }) => ({
    code: orgnr,
    name: { nb, nn, en },
    words: [...(abbreviations.get(id) ?? '').split('/'), ...words]
      .map((word) => word.trim())
      .filter((word) => word !== '' && ![nb, nn, en].includes(word)),
  }));
  const known = new Set(agencies.map(({ code }) => code));
  const order = new Intl.Collator('nb');
  return [...agencies, ...bodies.filter(({ code }) => !known.has(code))].sort((a, b) =>
    order.compare(a.name.nb, b.name.nb),
  );
}
