import type { JsonStat, RegisterList } from '@samblikk/contract';
import { type Answers, type Edition, editionOf, publicRow } from '@samblikk/questionnaire';
import { type Dataset, datasetFrom, sealed } from '@samblikk/statistics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testConfig } from './access/auth/testing.ts';
import { buildApp } from './app.ts';
import { import2019 } from './demo/testing.ts';
import { testDatabase } from './platform/db/testing.ts';
import { type Asked, Attacker, careless, coded, questions, randomFrom } from './testing-attacker.ts';

// docs/decisions/0012-who-and-what.md: anyone may ask anything, as often as they like, and subtract. Nobody may learn what a
// single measure that is withheld whole answered.

const edition = editionOf('2019') as Edition;
const { agency, ministry } = edition.roles;
const { db, pool, close } = await testDatabase();
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
const parametersOf = ({ rows, columns, filters }: Asked) =>
  new URLSearchParams({
    rows,
    ...(columns !== undefined && { columns }),
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
  return { owners, attacker: () => new Attacker(edition, open, withheld, agencies), withheld };
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
    expect(attacker.asked).toBeGreaterThan(2000);
    expect(lists).toBeGreaterThan(300);
    expect(attacker.learned()).toEqual([]);
  }, 120_000);

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
