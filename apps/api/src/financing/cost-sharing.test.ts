import { type CostSharingReply, calculateCostSharing, type FinancingCases } from '@samblikk/contract';
import { newestPopulation, populations } from '@samblikk/financing';
import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { registerSite } from '../register/testing-site.ts';

const { app } = await registerSite();
const path = '/api/v1/financing/cost-sharing';
/** The eight municipalities of DigiBarnevern: DFØ-rapport 2025:7, 2.1.4. */
const eight = ['5001', '0301', '4601', '1103', '4204', '3201', '3203', '3222'];

async function ask(query: readonly (readonly [string, string])[], headers: Record<string, string> = {}) {
  return app.inject({ url: `${path}?${new URLSearchParams(query as [string, string][])}`, headers });
}
async function told(...query: readonly (readonly [string, string])[]): Promise<CostSharingReply> {
  const reply = await ask(query);
  expect(reply.statusCode, reply.body).toBe(200);
  return calculateCostSharing.reply.parse(reply.json());
}
const actors = eight.map((number) => ['actor', `kommune:${number}`] as const);

test('DigiBarnevern: by inhabitants and half equally, each adding up to the krone, with the year and source of the inhabitants', async () => {
  const {
    keys,
    population,
    actors: all,
  } = await told(['amount', '70000000'], ...actors, ['key', 'equal:50,population:50']);
  expect(population).toMatchObject({ year: 2024, source: expect.stringContaining('SSB') });
  const inhabitants = all.reduce((sum, { numbers }) => sum + (numbers.population ?? 0), 0);
  expect(inhabitants).toBe(1_768_173);
  expect(keys.map(({ key }) => key)).toEqual(['equal:50,population:50', 'equal', 'population']);
  for (const { shares } of keys) expect(shares?.reduce((sum, { kroner }) => sum + kroner, 0)).toBe(70_000_000);
  const trondheim = all.findIndex(({ name }) => name === 'Trondheim kommune');
  const part = (all[trondheim]?.numbers.population ?? 0) / inhabitants;
  const kroner = (key: string) => keys.find((one) => one.key === key)?.shares?.[trondheim]?.kroner ?? 0;
  expect(Math.abs(kroner('population') - 70e6 * part)).toBeLessThan(1);
  expect(Math.abs(kroner('equal:50,population:50') - 35e6 / 8 - 35e6 * part)).toBeLessThan(1);
});

test('names are found as people write them; who is not found is told with those that may be meant', async () => {
  const lines = ['Trondheim', '0301', 'Karasjok', 'Kartverket', 'Annen: Bits', 'Brreg', 'Nav', 'Våler', 'Nowhere'];
  const { actors: all, unknown } = await told(['amount', '100'], ['key', 'equal'], ['add', lines.join('\r\n')]);
  expect(all.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
    ...['municipality kommune:5001', 'municipality kommune:0301', 'municipality kommune:5610', 'agency 971040238'],
    ...['other annen:Bits', 'agency 974760673', 'agency 889640782'],
  ]);
  expect(unknown.map(({ said }) => said)).toEqual(['Våler', 'Nowhere']);
  expect(unknown[0]?.suggestions.map(({ kind }) => kind)).toEqual(['municipality', 'municipality']);
});

test('numbers and limits of actors count; a key without numbers says so beside those that can be used', async () => {
  const { keys, actors: all } = await told(
    ...([
      ['amount', '1000'],
      ['actor', 'annen:A'],
      ['actor', 'annen:B'],
      ['key', 'use'],
      ['compare', 'benefit'],
    ] as const),
    ...([
      ['use.annen:A', '1 000'],
      ['use.annen:B', '3000'],
      ['maximum.annen:B', '600'],
      ['minimum.annen:A', ''],
    ] as const),
  );
  expect(all.map(({ numbers, maximum }) => [numbers.use, maximum])).toEqual([
    [1000, null],
    [3000, 600],
  ]);
  expect(keys[0]?.shares?.map(({ kroner, limitedBy }) => [kroner, limitedBy])).toEqual([
    [400, null],
    [600, 'maximum'],
  ]);
  expect(keys[1]).toMatchObject({ shares: null, fault: expect.stringContaining('Gevinst') });
});

test('what it means to the others that one leaves, and why it cannot be borne', async () => {
  const three = ['A', 'B', 'C'].map((name) => ['actor', `annen:${name}`] as const);
  const { leaving } = await told(['amount', '90'], ...three, ['key', 'equal'], ['leaves', 'annen:B']);
  expect(leaving).toEqual({ id: 'annen:B', name: 'B', changes: [15, -30, 15], fault: null });
  const capped = await told(
    ['amount', '90'],
    ...three,
    ['key', 'equal'],
    ['leaves', 'annen:B'],
    ['maximum.annen:A', '30'],
    ['maximum.annen:C', '30'],
  );
  expect(capped.leaving).toMatchObject({ changes: null, fault: expect.any(String) });
  expect((await told(['amount', '90'], ...three, ['leaves', 'annen:D'])).leaving).toBeNull();
});

test('the same as CSV and as a workbook whose sums add up', async () => {
  const query = [['amount', '70000000'], ...actors] as const;
  const csv = await ask([...query, ['format', 'csv']]);
  expect(csv.headers['content-disposition']).toContain('samblikk-cost-sharing.csv');
  const lines: Record<string, string>[] = parse(csv.body, { columns: true, bom: true });
  expect(lines.reduce((sum, { share_population }) => sum + Number(share_population), 0)).toBe(70_000_000);
  const xlsx = await ask([...query, ['format', 'xlsx']]);
  const [shares, explanation] = await readExcel(xlsx.rawPayload);
  const [header = [], ...rows] = shares?.data ?? [];
  const sums = rows.at(-1) ?? [];
  expect(header.flatMap((label, at) => (String(label).includes('kroner') ? [sums[at]] : []))).toEqual([
    70e6, 70e6, 70e6,
  ]);
  expect(JSON.stringify(explanation?.data)).toContain('/api/v1/financing/cost-sharing?amount=70000000');
});

test.each([
  [['actor', 'kommune:9999']],
  [['key', 'size']],
  [['population', '1990']],
  [['amonut', '1']],
  [['amount', '1.5']],
] as const)('%j is refused with what is wrong', async (parameter) => {
  const reply = await ask([parameter]);
  expect(reply.statusCode).toBe(400);
  expect(reply.json()).toMatchObject({ code: 'invalidRequest', detail: expect.any(String) });
});

test('every municipality that can be named has its inhabitants, and the other way round', async () => {
  const { sharers } = (await app.inject(`${path}/actors`)).json() as { sharers: { id: string; kind: string }[] };
  const named = sharers.flatMap(({ id, kind }) => (kind === 'municipality' ? [id.slice('kommune:'.length)] : []));
  expect(named.toSorted()).toEqual(Object.keys(populations[newestPopulation].inhabitants).toSorted());
});

test('a county has the inhabitants of its municipalities, and counties together those of the country', async () => {
  const all = (await app.inject('/api/v1/financing/cost-sharing/actors')).json().sharers as {
    id: string;
    kind: string;
  }[];
  const counties = (await told(...all.filter(({ kind }) => kind === 'county').map(({ id }) => ['actor', id] as const)))
    .actors;
  const numbers = all.flatMap(({ id, kind }) => (kind === 'municipality' ? [id.slice('kommune:'.length)] : []));
  const { actors: municipalities } = await told(['add', numbers.join('\n')]);
  const sum = (of: typeof counties) => of.reduce((total, { numbers }) => total + (numbers.population ?? 0), 0);
  // Oslo is both, and is among the municipalities.
  const oslo = municipalities.filter(({ id }) => id === 'kommune:0301');
  expect(counties).toHaveLength(14);
  expect(sum(counties) + sum(oslo)).toBe(sum(municipalities));
  const trondelag = municipalities.filter(({ id }) => id.startsWith('kommune:50'));
  expect(counties.find(({ id }) => id === 'fylke:50')?.numbers.population).toBe(sum(trondelag));
});

test('several costs, each by a key of its own: each as if it were alone, and together what they sum to', async () => {
  const by = async (amount: string, key: string) =>
    (await told(['amount', amount], ['key', key], ...actors)).keys[0]?.shares;
  const { pools, together, amount, keys } = await told(
    ...actors,
    ['pool', '15000000;equal;Planlegging'],
    ['pool', '70000001;population;Gjennomføring; første del'],
    ['key', 'population'],
  );
  expect(amount).toBe(85_000_001);
  expect(pools.map(({ name }) => name)).toEqual(['Planlegging', 'Gjennomføring; første del']);
  const [planning, execution] = [await by('15000000', 'equal'), await by('70000001', 'population')];
  expect(pools.map(({ shares }) => shares?.map(({ kroner }) => kroner))).toEqual([
    planning?.map(({ kroner }) => kroner),
    execution?.map(({ kroner }) => kroner),
  ]);
  expect(together?.map(({ kroner }) => kroner)).toEqual(
    planning?.map(({ kroner }, place) => kroner + (execution?.[place]?.kroner ?? 0)),
  );
  expect(together?.reduce((sum, { kroner }) => sum + kroner, 0)).toBe(amount);
  // Beside them the whole by one key.
  expect(keys[0]?.shares).toEqual(await by('85000001', 'population'));
  // One that cannot be used says so, and nothing is summed.
  const lacking = await told(...actors, ['pool', '1000;use;Drift'], ['pool', '1000;equal;']);
  expect([lacking.together, lacking.pools[0]?.shares, lacking.pools[1]?.shares?.[0]?.kroner]).toEqual([
    null,
    null,
    125,
  ]);
  expect(lacking.pools[0]?.fault).toContain('Bruk');
  for (const wrong of ['1000', '1000;nøkkel;x', 'tusen;equal;x'])
    expect((await ask([...actors, ['pool', wrong]])).statusCode).toBe(400);
  const csv = await ask([...actors, ['pool', '800;equal;Drift'], ['format', 'csv']]);
  const [line] = parse(csv.body, { columns: true }) as Record<string, string>[];
  expect([line?.share_pool_1, line?.share_pools]).toEqual(['100', '100']);
});

test('all municipalities at once have room in an address', async () => {
  const all = (await app.inject('/api/v1/financing/cost-sharing/actors')).json().sharers as {
    id: string;
    kind: string;
  }[];
  const every = all.filter(({ kind }) => kind === 'municipality').map(({ id }) => ['actor', id] as const);
  const { actors: named, keys } = await told(['amount', '357000000'], ['key', 'equal'], ...every);
  expect([named.length, keys[0]?.shares?.[356]?.kroner]).toEqual([357, 1_000_000]);
});

test('amounts of a case are added where they are of the same in the same phases and years, as the report adds them', async () => {
  const { cases } = (await app.inject('/api/v1/financing/cases')).json() as FinancingCases;
  const sums = Object.fromEntries(cases.map((one) => [one.id, one.sums]));
  // Altinn 3: 2.6 + 3.1 + 15.8 + 1.0 million to operation in 2025.
  expect(sums['altinn-3']).toMatchObject([
    {
      of: 'funding',
      kroner: 22_500_000,
      about: false,
      years: { from: 2025, to: 2025 },
      phases: [{ code: 'operation' }],
    },
  ]);
  expect(sums['altinn-3']?.[0]?.who).toHaveLength(4);
  // DigiBarnevern: the frame of the municipalities, about 100 million. Other amounts are of other phases or sources.
  expect(sums.digibarnevern).toMatchObject([{ of: 'cost', kroner: 100_000_000, about: true }]);
  expect(sums.digiung).toEqual([]);
});
