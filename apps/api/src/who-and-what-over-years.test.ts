import type { FlowsReply, PxDataset, QualityGrid } from '@samblikk/contract';
import { type Answers, type Edition, editionOf } from '@samblikk/questionnaire';
import { flowVariables } from '@samblikk/statistics';
import { randomRows } from '@samblikk/statistics/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testConfig } from './access/auth/testing.ts';
import { buildApp } from './app.ts';
import { import2019 } from './demo/testing.ts';
import { testDatabase } from './platform/db/testing.ts';
import { freezeRound } from './releases/index.ts';
import { type PlantedAgency, type PlantedMeasure, plantRound } from './releases/testing.ts';
import { coded } from './testing-attacker.ts';
import { type Asking, readAll } from './testing-reading.ts';
import { markLate, tradeAnswers, unguarded } from './testing-trading.ts';

// As who-and-what.test.ts, of what two rounds say together: measures withheld in both, in the first, or in the second only.

const edition = editionOf('2026') as Edition;
const years = [2019, 2026];
const { db, pool, url, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});
const get = async <T>(address: string): Promise<T> => {
  const reply = await app.inject(address);
  expect(reply.statusCode, `${address} ${reply.body.slice(0, 300)}`).toBe(200);
  return reply.json() as T;
};

/** A round of 2026 with every withheld measure of 2019 and some of the public ones, a third of each the other way round, and new ones. */
async function plant2026(): Promise<void> {
  const before = await pool.query<{ id: string; number: string; agency: string; withheld: boolean }>(
    `select measure_id as id, number, agency_id as agency, visibility = 'withheld' as withheld from release_measure
      where visibility = 'withheld' or position % 6 = 0 order by position`,
  );
  const { rows: agencies } = await pool.query<PlantedAgency>(
    `select agency_id as id, orgnr, ministry, facts, name_nb as name from population where agency_id = any($1) order by orgnr`,
    [before.rows.map(({ agency }) => agency)],
  );
  const answered = randomRows(edition, before.rows.length + 12, 5);
  const answer = (closed: boolean): Answers => {
    const { exemptFields: _, ...answers } = answered.next().value?.answers ?? {};
    const basis = closed ? { publishable: 'no', exemptionBasis: 'OFFL_13' } : { publishable: 'yes' };
    return { ...answers, name: 'Et tiltak', deliverable: 'Noe', ...basis };
  };
  const again = before.rows.map(({ withheld, ...measure }, at) => ({
    ...measure,
    answers: answer(withheld !== (at % 3 === 0)),
  }));
  const fresh = Array.from(
    { length: 12 },
    (_, at): PlantedMeasure => ({
      number: `2026-9${at + 100}`,
      agency: agencies[at]?.id ?? '',
      answers: answer(at % 2 === 0),
    }),
  );
  await plantRound(db, { year: 2026, edition: '2026', agencies, measures: [...again, ...fresh] });
}

beforeAll(async () => {
  await import2019(db, { freeze: true });
  await plant2026();
  await freezeRound(db, { year: 2026, actor: 'system:test', now: new Date('2026-11-01T09:00:00Z') });
  await markLate(pool);
});

const px = '/api/pxwebapi/v2/tables';

/** Every table for PxWebApi whole, and selected from by GET and by POST: all of some sides, one left out, grouped, in each format. */
async function pxAddresses(): Promise<Asking[]> {
  const { tables } = await get<{ tables: { id: string }[] }>(`${px}?pageSize=1000&includeDiscontinued=true`);
  expect(tables.length).toBeGreaterThan(80);
  const some = tables.filter((_, at) => at % 3 === 0);
  const whole = some.flatMap(({ id }): Asking[] => [`${px}/${id}/data?lang=nb`]);
  const selected = await Promise.all(
    some
      .filter((_, at) => at % 3 === 0)
      .map(async ({ id }): Promise<Asking[]> => {
        const { dimension } = await get<PxDataset>(`${px}/${id}/metadata`);
        const sides = Object.keys(dimension);
        const selection = (of: readonly string[]) => of.map((variableCode) => ({ variableCode, valueCodes: ['*'] }));
        return [
          `${px}/${id}/metadata?lang=en`,
          `${px}/${id}/data?${sides.map((side) => `valueCodes[${side}]=${side === 'Tid' ? 'top(1)' : '*'}`).join('&')}`,
          { url: `${px}/${id}/data`, payload: { selection: selection(sides) } },
          // What is beside the first is left out, where it may be.
          {
            url: `${px}/${id}/data`,
            payload: { selection: selection(sides.filter((_, at) => at !== 1 || sides.length < 4)) },
          },
        ];
      }),
  );
  const grouped = ['agency', 'ministry', 'skate'].map((who) => ({
    url: `${px}/phase-${who}-2019/data`,
    payload: {
      selection: ['phase', who, 'ContentsCode', 'Tid'].map((variableCode) => ({
        ...{ variableCode, valueCodes: ['*'] },
        ...(variableCode === 'phase' && { codelist: 'agg_phaseGroup' }),
      })),
    },
  }));
  const formats = ['csv', 'html', 'parquet', 'csv&outputFormatParams=UseCodes'].flatMap((format) =>
    ['phase-ministry-2019', 'effects-2019'].map((table) => `${px}/${table}/data?outputFormat=${format}`),
  );
  return [`${px}?lang=en`, ...whole, ...selected.flat(), ...grouped, ...formats];
}

/** Response and quality; pictures; tables beside each other, one against the rest, over the years; what became of measures. */
async function otherAddresses(): Promise<string[]> {
  const own = '/api/v1/statistics';
  const quality = await Promise.all(
    years.map(async (year) => {
      const { grids } = await get<{ grids: QualityGrid[] }>(`${own}/${year}/quality`);
      const tables = grids.map(({ id }, at) => `/${id}?format=${at % 2 === 0 ? 'csv' : 'json'}`);
      return ['', ...tables].map((path) => `${own}/${year}/quality${path}`);
    }),
  );
  const { figures } = await get<{ figures: { id: string }[] }>(`${own}/2019/figures`);
  const { rows: agencies } = await pool.query<{ orgnr: string }>(
    `select distinct known->>'agency' as orgnr from release_measure where visibility = 'withheld' order by 1 limit 6`,
  );
  const closed = agencies.map(({ orgnr }) => `agency=${orgnr}`);
  const compared = ['ministry:KMD', 'skate:yes', `agency:${agencies[0]?.orgnr}`].flatMap((one) => [
    `rows=phase&compare=${one}`,
    `rows=effects&compare=${one}&against=all&measure=share`,
  ]);
  const tables = [
    'rows=phase',
    'rows=phase&columns=ministry',
    'rows=costBand&share=table',
    `rows=funding&${closed[0]}`,
  ];
  const pictures = years.flatMap((year) => [
    ...figures.map(({ id }) => `${own}/${year}/figures/${id}?format=svg`),
    ...[...tables, ...compared].map((query) => `${own}/${year}/table?${query}&format=svg`),
  ]);
  const amounts = ['sum', 'median', 'mean', 'quantile&p=90'].map(
    (measure) => `rows=phase&of=totalCost&measure=${measure}`,
  );
  const asked = [
    ...figures.map(({ id }) => `figure=${id}`),
    ...coded(edition).map(({ id }) => `rows=${id}`),
    ...[...closed, 'ministry=KMD', 'skate=yes', 'skate=yes&funding=no'].flatMap((who) => [
      `rows=phase&${who}`,
      `rows=costBand&${who}`,
    ]),
    ...amounts.flatMap((amount) => [amount, `${amount}&${closed[0]}`]),
    ...['rows=ministry&columns=phase', 'rows=funding&columns=phase', 'rows=phase&publishable=no', 'rows=publishable'],
  ];
  const series = asked.flatMap((query, at) => [
    `${own}/series?${query}`,
    ...(at % 6 === 0 ? ['csv', 'svg'].map((format) => `${own}/series?${query}&format=${format}`) : []),
  ]);
  const { variables } = await get<{ variables: { id: string }[] }>(`${own}/2026/variables`);
  const flows = [
    ...variables.map(({ id }) => `variable=${id}`),
    ...flowVariables.flatMap((id) => ['csv', 'svg'].map((format) => `variable=${id}&format=${format}`)),
    ...['idea~execution', 'new~execution', 'execution~absent'].map((cell) => `variable=phaseGroup&cell=${cell}`),
  ].map((query) => `${own}/flows?${query}`);
  return [
    ...quality.flat(),
    ...pictures,
    ...compared.flatMap((query) => years.map((year) => `${own}/${year}/table?${query}`)),
    ...series,
    // Drawn of the SVG, as all PNG are.
    `${own}/2026/figures/${figures[0]?.id}?format=png`,
    ...flows,
    ...['nb', 'en'].map((lang) => `${own}/life-cycle?lang=${lang}`),
  ];
}

test('had the withheld measures of each round traded answers, no byte would be another: PxWebApi, quality, pictures, series, flows', async () => {
  const all = [...(await pxAddresses()), ...(await otherAddresses())];
  expect(all.length).toBeGreaterThan(200);
  const before = await readAll(url, new Date(), all);
  expect(await tradeAnswers(pool, 1)).toBeGreaterThan(31 + 20);
  const after = await readAll(url, new Date(), all);
  await tradeAnswers(pool, -1);
  const read = [...before.values()].filter((said) => (said as { statusCode: number }).statusCode === 200);
  expect(read.length).toBeGreaterThan(all.length * 0.9);
  for (const [address, said] of before) expect([address, after.get(address)]).toEqual([address, said]);
}, 60_000);

// A number of those who left it blank would be the answer of each, or that each of them stated an amount.
test('whether all withheld measures state an amount, or none of them does, is told nowhere', async () => {
  const amounts = ['totalCost', 'budgetThisYear'];
  const own = '/api/v1/statistics';
  const asked = years.flatMap((year) => [
    `${own}/${year}/quality`,
    ...amounts.flatMap((of) => [
      ...['median', 'sum'].map((measure) => `${own}/${year}/table?rows=phase&measure=${measure}&of=${of}`),
      ...[`phase&${of}=blank`, `phase&${of}=answered`, 'costBand'].map((rows) => `${own}/${year}/table?rows=${rows}`),
      `/api/v1/register?round=${year}&${of}=blank`,
    ]),
    `/api/v1/register?round=${year}`,
  ]);
  const answering = (sql: string) =>
    unguarded(pool, `update release_measure set answers = ${sql} where visibility = 'withheld'`);
  await unguarded(pool, `create table kept as select release_id, measure_id, answers from release_measure`);
  for (const amount of amounts) {
    await answering(`answers || '{"${amount}": 1000000}'`);
    const stated = await readAll(url, new Date(), asked);
    await answering(`answers - '${amount}'`);
    const blank = await readAll(url, new Date(), asked);
    for (const [address, said] of stated)
      expect([amount, address, blank.get(address)]).toEqual([amount, address, said]);
    await unguarded(
      pool,
      `update release_measure m set answers = k.answers from kept k where k.release_id = m.release_id and k.measure_id = m.measure_id`,
    );
  }
});

interface Listed {
  readonly number: string;
  readonly answers: Answers;
}

test('flows, less those of the measures that anyone may read in both rounds, are nothing', async () => {
  const [before, later] = await Promise.all(
    years.map(async (year) => (await get<{ measures: Listed[] }>(`/api/v1/register.json?round=${year}`)).measures),
  );
  for (const variable of ['phase', 'funding', 'innovation', 'developsShared']) {
    const { flows, inBoth, refused } = await get<FlowsReply>(`/api/v1/statistics/flows?variable=${variable}`);
    expect(refused).toEqual([]);
    const left = new Map(flows.map(({ from, to, count }) => [`${from} ${to}`, count]));
    const said = (one: Listed | undefined, none: string) => (one ? String(one.answers[variable] ?? 'blank') : none);
    const numbers = new Set([...(before ?? []), ...(later ?? [])].map(({ number }) => number));
    let both = 0;
    for (const number of numbers) {
      const [one, other] = [before, later].map((round) => round?.find((measure) => measure.number === number));
      const flow = `${said(one, 'new')} ${said(other, 'absent')}`;
      left.set(flow, (left.get(flow) ?? 0) - 1);
      if (one && other) both += 1;
    }
    expect([variable, [...left].filter(([, count]) => count !== 0)]).toEqual([variable, []]);
    expect(inBoth).toBe(both);
    expect(both).toBeGreaterThan(20);
  }
});
