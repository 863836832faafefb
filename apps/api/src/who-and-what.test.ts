import type { JsonStat, RegisterList } from '@samblikk/contract';
import { type Answers, type Edition, editionOf, publicRow } from '@samblikk/questionnaire';
import { type Dataset, datasetFrom, type Filters, sealed, tableOf, withheldCode } from '@samblikk/statistics';
import { randomFrom } from '@samblikk/statistics/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testConfig } from './access/auth/testing.ts';
import { buildApp } from './app.ts';
import { import2019 } from './demo/testing.ts';
import { testDatabase } from './platform/db/testing.ts';
import { freezeRound } from './releases/index.ts';
import { type Asked, Attacker, careless, coded, questions } from './testing-attacker.ts';
import { otherWays } from './testing-other-ways.ts';
import { readAll } from './testing-reading.ts';
import { markLate, tradeAnswers } from './testing-trading.ts';

// docs/decisions/0012-who-and-what.md: anyone may ask anything, as often as they like, and subtract. Nobody may learn what a
// single measure that is withheld whole answered.

const edition = editionOf('2019') as Edition;
const { agency, ministry } = edition.roles;
const { db, pool, url, close } = await testDatabase();
await import2019(db, { freeze: true });
const app = await buildApp({ config: testConfig(), db, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});

const get = async <T>(address: string): Promise<T> => {
  const reply = await app.inject(`/api/v1/${address}`);
  expect(reply.statusCode, `${address.slice(0, 200)} ${reply.body.slice(0, 300)}`).toBe(200);
  return reply.json() as T;
};
const parametersOf = ({ rows, columns, layers, filters }: Asked) =>
  new URLSearchParams({
    rows,
    ...(columns !== undefined && { columns }),
    ...(layers !== undefined && { layers }),
    ...Object.fromEntries(Object.entries(filters).map(([id, codes]) => [id, codes.join()])),
  });
const ask = (asked: Asked) => get<JsonStat>(`statistics/2019/table?${parametersOf(asked)}`);

/** Rows of a public table by two variables: the code of the column that each row has measures in, and how many in all. */
async function perAgency(columns: string): Promise<Map<string, { code: string; n: number }>> {
  const { id, dimension, extension } = await ask({ rows: agency, columns, filters: {} });
  const [rows = [], across = []] = id.map((name) => dimension[name]?.category.index ?? []);
  return new Map(
    rows.map((orgnr, i) => {
      const place = across.findIndex((_, j) => (extension.counts[i * across.length + j] ?? 0) > 0);
      return [orgnr, { code: across[place] ?? '', n: extension.margins.rows[i] ?? 0 }];
    }),
  );
}

interface Listed {
  readonly agency: { readonly code: string };
  readonly ministry: { readonly code: string };
  readonly answers: Answers;
}

/** Everything public there is to begin with: who has how many measures, and every public measure. */
async function begin() {
  const { measures } = await get<{ measures: Listed[] }>('register.json');
  const ministryOf = await perAgency(ministry);
  const facts = await Promise.all(edition.population.map(async ({ id }) => [id, await perAgency(id)] as const));
  const agencies = new Map(
    [...ministryOf].map(([orgnr, { code }]) => [
      orgnr,
      { [ministry]: code, ...Object.fromEntries(facts.map(([id, of]) => [id, of.get(orgnr)?.code ?? ''])) },
    ]),
  );
  const open = datasetFrom(
    edition,
    measures.map((listed) => ({
      answers: listed.answers,
      known: { ...agencies.get(listed.agency.code), [agency]: listed.agency.code, [ministry]: listed.ministry.code },
    })),
  );
  const withheld = new Map(
    [...ministryOf].map(([orgnr, { n }]) => [orgnr, n - measures.filter((one) => one.agency.code === orgnr).length]),
  );
  const owners = {
    agencies: [...agencies.keys()],
    hiding: [...withheld].flatMap(([orgnr, n]) => (n > 0 ? [orgnr] : [])),
    ministries: [...new Set(measures.map((one) => one.ministry.code))],
  };
  return { owners, open: () => open, attacker: () => new Attacker(edition, open, withheld, agencies), withheld };
}

/** What only the database knows: the answers themselves. */
async function truth(): Promise<{ all: Dataset; told: (agencies: readonly string[]) => Dataset }> {
  const { rows } = await pool.query<{ answers: Answers; known: Answers }>(
    'select answers, known from release_measure order by position',
  );
  const all = datasetFrom(edition, rows);
  const isWithheld = rows.map((row) => publicRow(edition, row).visibility === 'withheld');
  const owner = rows.map(({ known }) => String(known[agency]));
  const keeps = ({ id, source }: { id: string; source: string }) =>
    id === agency || id === ministry || source === 'population';
  /** Tells the withheld measures of these agencies when they are three or more, as a rule for single tables would. */
  const told = (agencies: readonly string[]) => {
    const within = rows.map((_, i) => isWithheld[i] && agencies.includes(owner[i] as string));
    const distinct = new Set(owner.filter((_, i) => within[i]));
    return distinct.size >= 3
      ? all
      : sealed(
          all,
          Uint8Array.from(rows, (_, i) => (isWithheld[i] ? 1 : 0)),
          keeps,
        );
  };
  return { all, told };
}

describe('an attack on whose measures answered what', () => {
  let start: Awaited<ReturnType<typeof begin>>;
  let real: Awaited<ReturnType<typeof truth>>;
  const asked = (seed: number, tables: number) => [...questions(edition, start.owners, { seed, tables })];
  beforeAll(async () => {
    start = await begin();
    real = await truth();
  });

  test('there is something to learn: agencies with a single withheld measure', () => {
    expect([...start.withheld.values()].reduce((sum, n) => sum + n, 0)).toBe(31);
    expect([...start.withheld.values()].filter((n) => n === 1).length).toBeGreaterThan(10);
  });

  test('thousands of tables and lists, subtracted, tell no answer of a withheld measure', async () => {
    const attacker = start.attacker();
    for (const table of asked(1, 500)) attacker.read(table, await ask(table));
    const next = randomFrom(2);
    const chosen = coded(edition).flatMap(({ id, options = [] }) => options.map(({ code }) => [id, code] as const));
    let lists = 0;
    for (const orgnr of start.owners.hiding) {
      for (const [id, code] of chosen.filter(() => next() < 0.3)) {
        const where = { [agency]: [orgnr], [id]: [code] };
        const { total, withheld } = await get<RegisterList>(
          `register?round=2019&size=1&${new URLSearchParams({ [agency]: orgnr, [id]: code })}`,
        );
        attacker.note(where, total + (withheld ?? 0));
        lists += 1;
      }
    }
    const otherwise = await otherWays(app, edition, start.owners, { phase: ['phaseGroup'] });
    for (const [table, told] of otherwise) attacker.read(table, told);
    expect(otherwise.length).toBeGreaterThan(350);
    expect(attacker.asked).toBeGreaterThan(2000);
    expect(lists).toBeGreaterThan(300);
    expect(attacker.learned()).toEqual([]);
  }, 120_000);

  // What is left of a number when the public amounts, known by name, are taken out, would be an amount withheld.
  test('sums, means and quantiles are those of the public amounts, however they are filtered', async () => {
    const open = start.open();
    const next = randomFrom(4);
    const chosen = coded(edition).flatMap(({ id, options = [] }) => options.map(({ code }) => [id, code] as const));
    const whose = [{}, ...start.owners.hiding.map((orgnr) => ({ [agency]: [orgnr] }))];
    let told = 0;
    for (const [id, code] of chosen.filter(() => next() < 0.4)) {
      for (const statistic of ['sum', 'mean', 'median', 'quantile'] as const) {
        const filters: Filters = { ...whose[Math.floor(next() * whose.length)], [id]: [code] };
        const query = { rows: id, statistic, of: 'totalCost', filters, ...(statistic === 'quantile' && { p: 100 }) };
        const { value, dimension } = await get<JsonStat>(
          `statistics/2019/table?${parametersOf(query)}&measure=${statistic}&of=totalCost${statistic === 'quantile' ? '&p=100' : ''}`,
        );
        const alone = tableOf(open, query);
        const at = (codes: readonly string[] | undefined) => codes?.indexOf(code) ?? -1;
        const expected = alone.values[at(alone.dimensions[0]?.categories.map((one) => one.code))] ?? null;
        expect([query, value[at(dimension[id]?.category.index)] ?? null]).toEqual([query, expected]);
        if (expected !== null) told += 1;
      }
    }
    expect(told).toBeGreaterThan(30);
  });

  // The attack can succeed: against rules that were, or could have been, it does, and what it says it learned is so.
  test.each([
    ['every answer told, as before decision 12', () => real.all],
    [
      'groups of three agencies told, table by table: the whole without one tells the one',
      ({ filters }: Asked) => real.told(filters[agency] ?? start.owners.agencies),
    ],
  ])('succeeds against %s', (_rule, answering: (table: Asked) => Dataset) => {
    const attacker = start.attacker();
    const ofAgencies = asked(1, 0).filter(({ columns, filters }) => columns === undefined && !(ministry in filters));
    for (const table of ofAgencies) attacker.read(table, careless(answering(table), table));
    const learned = attacker.learned();
    expect(learned.length).toBeGreaterThan(100);
    for (const { agency: orgnr, variable, code } of learned) {
      const stat = careless(real.all, { rows: variable, filters: { [agency]: [orgnr], publishable: ['no'] } });
      const place = stat.dimension[variable]?.category.index.indexOf(code) ?? -1;
      expect([orgnr, variable, code, stat.value[place] ?? 0]).not.toEqual([orgnr, variable, code, 0]);
    }
  });
});

/** Public addresses of every kind, and filters on whose, on what, on both, and on neither. */
async function addresses(): Promise<string[]> {
  const { owners } = await begin();
  const tables = [...questions(edition, owners, { seed: 3, tables: 150 })]
    .filter(({ filters }, i) => i % 12 === 0 || Object.keys(filters).length !== 1)
    .map((asked) => `${parametersOf(asked)}`);
  const filters = [
    '',
    'phase=idea',
    'skate=yes&phase=idea',
    'tags=withheld&funding=no',
    'publishable=no&costBand=blank',
  ];
  const ofAgencies = owners.hiding.map((orgnr) => `agency=${orgnr}&crossCutting=yes`);
  const { figures } = await get<{ figures: { id: string }[] }>('statistics/2019/figures');
  const withheld = await pool.query<{ number: string }>(
    `select number from release_measure where visibility = 'withheld' order by position limit 5`,
  );
  return [
    ...tables.map((query) => `statistics/2019/table?${query}`),
    ...['sum', 'median', 'mean', 'quantile&p=90'].flatMap((measure) =>
      ['ministry', 'phase', 'publishable'].flatMap((rows) =>
        filters.map((query) => `statistics/2019/table?rows=${rows}&measure=${measure}&of=totalCost&${query}`),
      ),
    ),
    ...['json', 'csv', 'csv-excel'].flatMap((format) => [
      ...figures.map(({ id }) => `statistics/2019/figures/${id}?format=${format}`),
      ...filters.map(
        (query) => `statistics/2019/table?rows=effects&columns=ministry&share=rows&format=${format}&${query}`,
      ),
    ]),
    ...[...filters, ...ofAgencies].flatMap((query) => [
      `register?${query}`,
      `register.csv?${query}`,
      `register.json?${query}`,
    ]),
    ...[...figures.map(({ id }) => `figure=${id}`), ...filters.map((query) => `rows=costBand&${query}`)].map(
      (query) => `statistics/series?${query}`,
    ),
    ...edition.derived.map(({ id }) => `statistics/flows?variable=${id}`),
    'statistics/life-cycle',
    ...['digital', 'KMD', 'skatt'].map((q) => `register?phase=idea&q=${q}`),
    ...withheld.rows.map(({ number }) => `register/${number}`),
    'statistics/2019/variables',
    'statistics/2019/figures',
    'releases',
  ].map((address) => `/api/v1/${address}`);
}

test('had other agencies given the answers of the withheld measures, and others been late, no public byte would be another', async () => {
  const all = await addresses();
  expect(all.length).toBeGreaterThan(400);
  await markLate(pool);
  const before = await readAll(url, new Date(), all);
  expect(await tradeAnswers(pool, 1)).toBe(31);
  const after = await readAll(url, new Date(), all);
  await tradeAnswers(pool, -1);
  for (const [address, said] of before) expect([address, after.get(address)]).toEqual([address, said]);
}, 60_000);

test('one release taken from another tells of no group smaller than three agencies', async () => {
  const { rows } = await pool.query<{ id: string; agency: string }>(
    `select measure_id as id, known->>'${agency}' as agency from release_measure where visibility = 'withheld' order by position`,
  );
  await pool.query('update measure_round set withdrawn_at = $2 where measure_id = $1', [rows[0]?.id, new Date()]);
  const now = new Date('2026-05-01T09:00:00Z');
  const { release } = await freezeRound(db, { year: 2019, actor: 'system:test', now });
  expect(release).toMatchObject({ number: 2, measures: 431 });
  for (const { id, several } of coded(edition)) {
    const [before, after] = await Promise.all(
      [1, 2].map(async (number) => {
        const { dimension, extension } = await get<JsonStat>(`statistics/2019/table?rows=${id}&release=${number}`);
        return new Map(dimension[id]?.category.index.map((code, i) => [code, extension.counts[i] ?? 0]));
      }),
    );
    const gone = [...(before ?? [])].map(([code, n]) => n - (after?.get(code) ?? 0)).filter((n) => n > 0);
    // The measure that is gone, and at least two that are still there and not told any more.
    const untold = after?.get(withheldCode) ?? 0;
    expect([id, untold >= 2, untold < 10]).toEqual([id, true, true]);
    // Not all with the same answer; some may not have been asked.
    const largest = Math.max(0, ...gone);
    expect([id, several || largest < untold + 1]).toEqual([id, true]);
  }
});
