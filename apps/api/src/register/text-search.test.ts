import type { RegisterList } from '@samblikk/contract';
import { type Answers, editionOf, publicRow, variablesOf } from '@samblikk/questionnaire';
import { afterAll, describe, expect, test } from 'vitest';
import { testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { bokmalOfBegun, freezeRound, inBokmal } from '../releases/index.ts';

// What is found, in which order and how it is counted, against PostgreSQL asked for every measure, one by one.

const { db, pool, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, limits: false });
await import2019(db);
await freezeRound(db, { year: 2019, actor: 'system:test', now: new Date('2026-03-02T09:00:00Z') });
const words = (
  await pool.query<{ word: string; measures: number }>('select word, measures from release_word order by word')
).rows;
const { rows: measures } = await pool.query<{ number: string; answers: Answers; known: Answers; visibility: string }>(
  `select number, answers, known, visibility from release_measure where visibility <> 'withheld' order by position`,
);

afterAll(async () => {
  await app.close();
  await close();
});

const list = async (query: Record<string, string>) => {
  const reply = await app.inject(`/api/v1/register?${new URLSearchParams({ size: '100', ...query })}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json() as RegisterList;
};

/** The numbers on all pages. */
async function numbers(query: Record<string, string>): Promise<string[]> {
  const first = await list(query);
  const found = first.items.map(({ number }) => number);
  for (let page = 2; page <= first.pages; page++)
    found.push(...(await list({ ...query, page: String(page) })).items.map(({ number }) => number));
  return found;
}

/** One word of a search as PostgreSQL's text query. */
async function wordQuery(word: string, isLast: boolean): Promise<string> {
  const bokmal = inBokmal(word);
  const { rows } = await pool.query<{ stem: string | null; plain: string }>(
    `select (ts_lexize('norwegian_stem', $1))[1] as stem, plainto_tsquery('norwegian', $1)::text as plain`,
    [bokmal],
  );
  const { stem = null, plain = '' } = rows[0] ?? {};
  const begins = isLast ? [...new Set([word, bokmal, ...bokmalOfBegun(word)])].map((form) => `'${form}':*`) : [];
  const isPart = ({ word: whole }: { word: string }) => {
    const at = stem === null ? -1 : whole.indexOf(stem);
    return at === 0 || (at > 0 && whole.length - at - (stem as string).length < 4);
  };
  const parts = bokmal.length >= 5 && stem !== null && stem.length >= 4 ? words.filter(isPart) : [];
  const byUse = parts.toSorted((a, b) => b.measures - a.measures || (a.word < b.word ? -1 : 1)).slice(0, 100);
  const any = [...(plain ? [plain] : []), ...begins, ...byUse.map((one) => `'${one.word}'`)];
  return `(${any.join(' | ')})`;
}

/** The measures with all the words, by relevance: each read by itself, without the index. */
async function slowly(q: string): Promise<{ number: string; rank: number }[]> {
  const asked = q.toLowerCase().split(' ');
  const queries = await Promise.all(asked.map((word, i) => wordQuery(word, i === asked.length - 1)));
  const query = queries.join(' & ');
  const found: { number: string; rank: number }[] = [];
  for (const { number } of measures) {
    const { rows } = await pool.query<{ matches: boolean; rank: number }>(
      'select search @@ $2::tsquery as matches, ts_rank(search, $2::tsquery) as rank from release_measure where number = $1',
      [number, query],
    );
    if (rows[0]?.matches) found.push({ number, rank: rows[0].rank });
  }
  return found.sort((a, b) => b.rank - a.rank || (a.number < b.number ? -1 : 1));
}

const edition = editionOf('2019');
if (!edition) throw new Error('no edition 2019');
const variables = variablesOf(edition);
const codesOf = new Map(
  measures.map((row) => {
    const open = publicRow(edition, row);
    const codes = variables.map((variable) => {
      const coded = variable.codesOf(open);
      return [variable.id, coded.state === 'blank' ? ['blank'] : [...coded.codes]] as const;
    });
    return [row.number, new Map(codes)];
  }),
);
const has = (number: string, id: string, code: string) => codesOf.get(number)?.get(id)?.includes(code) ?? false;

const searches = [
  'tilsyn',
  'tjenester',
  'direktoratet',
  'digital',
  'tje',
  'a',
  'verksem',
  'saksbehandling',
  'ny løsning',
  'planlegging beredskap',
  'modernisering tilsyn',
  'finans',
];

describe.each(searches)('%s', (q) => {
  test('finds the measures that have it, the best first, and counts them', async () => {
    const expected = await slowly(q);
    expect(expected.length).toBeGreaterThan(0);
    const found = await list({ q });
    expect([found.total, found.withheld, found.suggestion]).toEqual([expected.length, null, null]);
    expect(await numbers({ q })).toEqual(expected.map(({ number }) => number));
    // Asked again, it is answered from memory.
    expect(await list({ q })).toEqual(found);
    const byNumber = expected.map(({ number }) => number).toSorted();
    expect(await numbers({ q, sort: 'number' })).toEqual(byNumber);
    for (const facet of found.facets.filter(({ id }) => id !== 'round'))
      for (const { code, count } of facet.values)
        expect([facet.id, code, count]).toEqual([
          facet.id,
          code,
          byNumber.filter((number) => has(number, facet.id, code)).length,
        ]);
  });

  test('and a filter, which the facet of the filter does not count', async () => {
    const expected = (await slowly(q)).map(({ number }) => number);
    const filtered = expected.filter((number) => has(number, 'phase', 'execution'));
    const found = await list({ q, phase: 'execution' });
    expect(found.total).toBe(filtered.length);
    expect(await numbers({ q, phase: 'execution' })).toEqual(filtered);
    for (const { code, count } of found.facets.find(({ id }) => id === 'phase')?.values ?? [])
      expect([code, count]).toEqual([code, expected.filter((number) => has(number, 'phase', code)).length]);
    for (const { code, count } of found.facets.find(({ id }) => id === 'ministry')?.values ?? [])
      expect([code, count]).toEqual([code, filtered.filter((number) => has(number, 'ministry', code)).length]);
  });
});
