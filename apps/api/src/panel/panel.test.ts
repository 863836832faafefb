import { csvType, type FlowsReply, type LifeCycle, pngType, svgType } from '@samblikk/contract';
import { parse } from 'csv-parse/sync';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { freezeRound } from '../releases/index.ts';
import { type PlantedMeasure, plantRound } from '../releases/testing.ts';
import { rollOver, round } from '../schema.ts';

const { db, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});
const now = new Date('2026-10-02T09:00:00Z');
const get = async <T>(path: string): Promise<T> => {
  const reply = await app.inject(`/api/v1/statistics/${path}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json();
};

const agencies = [
  { id: 'nav', orgnr: '889640782', ministry: 'AID', name: 'Nav' },
  { id: 'skatt', orgnr: '974761076', ministry: 'FIN', name: 'Skatteetaten' },
];
const open = { publishable: 'yes', deliverable: 'Noe' };
const closed = { publishable: 'no', exemptionBasis: 'offl14', deliverable: 'hemmelig' };
const measure = (number: string, answers: PlantedMeasure['answers'], id?: string): PlantedMeasure => ({
  ...{ number, agency: 'nav', answers: { name: `Tiltak ${number}`, ...open, ...answers } },
  ...(id !== undefined && { id }),
});

test('before there are two rounds there is nothing to follow, and that is an answer', async () => {
  expect(await get<FlowsReply>('flows')).toMatchObject({ from: null, to: null, flows: [] });
  expect(await get<LifeCycle>('life-cycle')).toMatchObject({ time: null, growth: null, funding: null });
});

async function plantBoth() {
  const ids = await plantRound(db, {
    ...{ year: 2019, edition: '2019', agencies },
    measures: [
      measure('2019-0001', { phase: 'idea', funding: 'no', totalCost: 10_000_000 }),
      measure('2019-0002', { phase: 'execution', funding: 'yes', totalCost: 40_000_000 }),
      measure('2019-0003', { phase: 'operation', funding: 'partly' }),
      measure('2019-0004', { phase: 'idea' }),
      // Read by everyone in the first round, by nobody in the second.
      measure('2019-0005', { phase: 'idea', funding: 'no', totalCost: 5_000_000 }),
      measure('2019-0006', { ...closed, phase: 'concept', funding: 'no', totalCost: 6_000_000 }),
    ],
  });
  await freezeRound(db, { year: 2019, actor: 'system:test', now: new Date('2026-03-02T09:00:00Z') });
  const [one, two, three, four, five, six] = ids;
  await plantRound(db, {
    ...{ year: 2026, edition: '2026', agencies },
    measures: [
      measure('2019-0001', { phase: 'execution', funding: 'yes', totalCost: 30_000_000 }, one),
      measure('2019-0002', { phase: 'execution', funding: 'yes', totalCost: 20_000_000 }, two),
      measure('2019-0003', { phase: 'operation', funding: 'no', totalCost: 1_000_000 }, three),
      measure('2019-0005', { ...closed, phase: 'execution', funding: 'yes', totalCost: 77_000_000 }, five),
      measure('2019-0006', { phase: 'execution', funding: 'yes', totalCost: 9_000_000 }, six),
      measure('2026-0001', { phase: 'idea' }),
    ],
  });
  const [later] = await db.select({ id: round.id }).from(round).where(eq(round.year, 2026));
  const roundId = later?.id as string;
  for (const [measureId, outcome] of [
    [four, 'stopped'],
    [five, 'ended'],
  ] as const)
    await db.insert(rollOver).values({
      ...{ measureId: measureId as string, roundId, agencyId: 'nav', outcome, measures: [], toOrgnr: null },
      ...{ decidedAt: new Date('2026-08-01T09:00:00Z'), decidedByName: 'test' },
    });
  await freezeRound(db, { year: 2026, actor: 'system:test', now });
}

describe('two rounds', () => {
  beforeAll(plantBoth);

  test('follow each public measure to what became of it; of one kept back later nothing is told', async () => {
    const { flows, from, to, inBoth, nodes } = await get<FlowsReply>('flows?variable=phaseGroup');
    expect([from, to]).toMatchObject([
      { year: 2019, n: 5, withheld: 1 },
      { year: 2026, n: 5, withheld: 1 },
    ]);
    expect(inBoth).toBe(3);
    expect(flows.toSorted((a, b) => (`${a.from}${a.to}` < `${b.from}${b.to}` ? -1 : 1))).toEqual([
      { from: 'execution', to: 'execution', count: 2 },
      { from: 'idea', to: 'absent', count: 1 },
      { from: 'idea', to: 'execution', count: 1 },
      { from: 'idea', to: 'stopped', count: 1 },
      { from: 'new', to: 'execution', count: 1 },
      { from: 'new', to: 'idea', count: 1 },
    ]);
    expect(nodes.from.map(({ label }) => label).at(-1)).toBe('Ikke i runden før');
    const listed = await get<FlowsReply>('flows?variable=phaseGroup&cell=idea~execution');
    expect(listed.measures).toEqual([{ number: '2019-0001', title: 'Tiltak 2019-0001' }]);
    const csv = await app.inject('/api/v1/statistics/flows?variable=phaseGroup&format=csv');
    const lines = parse(csv.body, { columns: true }) as Record<string, string>[];
    const page = `${testConfig().publicUrl}/tall/livslop?variable=phaseGroup&from=2019&to=2026`;
    expect(lines.find((line) => line.from === 'idea' && line.to === 'execution')).toMatchObject({
      ...{ from_label: 'Idé', to_label: 'Gjennomføring', count: '1', variable: 'phaseGroup', unit: 'measures' },
      // Each measure is in one flow: five of the first round, and two that only the second has.
      ...{ contents: 'Fase, i fire grupper: fra 2019 til 2026', n: '7', selection: 'Offentlige tiltak' },
      base: '3 offentlige tiltak er med i begge rundene, av 5 i 2019 og 5 i 2026. 2 som er unntatt offentlighet, følges ikke.',
      ...{ from_year: '2019', to_year: '2026', from_release: '2019.1', to_release: '2026.1', source: page },
    });
    const json = await app.inject('/api/v1/statistics/flows?variable=phaseGroup');
    expect(json.headers['content-disposition']).toBe('inline; filename="samblikk-flows-phaseGroup-2019-2026.json"');
    expect(json.json()).toMatchObject({ n: 7, unit: 'measures', page, base: expect.stringContaining('3 offentlige') });
    const excel = await app.inject('/api/v1/statistics/flows?variable=phaseGroup&format=csv-excel&lang=en');
    expect(excel.body.split('\r\n')[0]).toContain('Measures;Variable;The number tells;Unit;Base');
    const svg = await app.inject('/api/v1/statistics/flows?variable=phaseGroup&format=svg');
    expect(svg.body).toContain('Ikke i runden før');
    const png = await app.inject('/api/v1/statistics/flows?variable=phaseGroup&format=png');
    expect(png.rawPayload.subarray(1, 4).toString()).toBe('PNG');
    for (const type of [csvType, svgType, pngType, 'application/json']) {
      const headers = { accept: `text/html, ${type}` };
      const reply = await app.inject({ url: '/api/v1/statistics/flows?variable=phaseGroup', headers });
      expect(reply.headers['content-type']).toContain(type);
    }
  });

  test('say why, and nothing more, where answers do not compare', async () => {
    const reply = await get<FlowsReply>('flows?variable=publishable');
    expect(reply.refused.length + reply.notes.length).toBeGreaterThan(0);
    const csv = await app.inject('/api/v1/statistics/flows?variable=publishable&format=csv');
    const lines = parse(csv.body, { columns: true }) as Record<string, string>[];
    for (const note of [...reply.refused, ...reply.notes]) expect(lines[0]?.note).toContain(note);
    expect(lines[0]?.count === '.' && lines[0].n === '0').toBe(reply.refused.length > 0);
    for (const variable of ['effects', 'totalCost', 'nothing'])
      expect((await app.inject(`/api/v1/statistics/flows?variable=${variable}`)).json().code).toBe('unknownVariable');
  });

  test('tell time in phase, growth of cost and funding won, of public measures only', async () => {
    const { time, growth, funding, notes, releases, page } = await get<LifeCycle>('life-cycle');
    expect(releases).toMatchObject([{ release: '2019.1', n: 5 }, { release: '2026.1' }]);
    expect(page).toBe(`${testConfig().publicUrl}/tall/livslop`);
    for (const table of [time, growth, funding])
      expect(table).toMatchObject({ years: [2019, 2026], base: expect.stringMatching(/^Offentlige tiltak som /) });
    expect([time?.unit, growth?.unit, funding?.unit]).toEqual(['years', 'kroner', 'measures']);
    expect(time?.rows.find(({ code }) => code === 'execution')).toMatchObject({ there: 4, yearsSoFar: 3.5, left: 0 });
    expect(time?.rows.find(({ code }) => code === 'idea')).toMatchObject({ there: 1, left: 1, yearsUntilLeft: 7 });
    expect(growth).toMatchObject({ n: 2, first: 50_000_000, latest: 50_000_000, percent: 0, rose: 1, fell: 1 });
    expect(growth?.quartiles.median).toBe((200 - 50) / 2);
    expect(funding).toMatchObject({ lacked: 2, won: 1, measures: [{ number: '2019-0001' }] });
    expect(notes.length).toBeGreaterThan(0);
    expect(JSON.stringify({ time, growth, funding })).not.toMatch(/2019-0005|77000000|hemmelig/);
  });

  test('tell what ended, and why; of one kept back later nothing', async () => {
    const { ended } = await get<LifeCycle>('life-cycle');
    // Two of the first round are not among the public ones of the second. Of one of them that is all that may be told.
    expect(ended).toMatchObject({ n: 2, unit: 'measures', years: [2019, 2026] });
    expect(ended?.rows).toEqual([
      { code: 'stopped', label: 'Stanset', measures: [{ number: '2019-0004', title: 'Tiltak 2019-0004', year: 2026 }] },
    ]);
  });

  test('follow those that a selection finds as they are now, as many as the register lists', async () => {
    // Funded now: 1 and 2, and 6, which the first round kept back. What 5 answered in the second nobody reads.
    const flows = await get<FlowsReply>('flows?variable=phaseGroup&funding=yes');
    expect(flows).toMatchObject({
      followed: 3,
      from: { n: 2 },
      to: { n: 3 },
      inBoth: 2,
      selection: 'Finansiering: Ja',
    });
    expect(flows.flows.map(({ from, to, count }) => `${from} ${to} ${count}`).toSorted()).toEqual([
      'execution execution 1',
      'idea execution 1',
      'new execution 1',
    ]);
    const listed = (await app.inject(`/api/v1/register?${flows.list}`)).json();
    expect([listed.total, flows.list]).toEqual([3, 'funding=yes']);
    const cycle = await get<LifeCycle>('life-cycle?funding=yes');
    expect(cycle).toMatchObject({ followed: 3, growth: { n: 2, first: 50_000_000 }, funding: { lacked: 1, won: 1 } });
    expect(cycle.page).toBe(`${testConfig().publicUrl}/tall/livslop?funding=yes`);
    const ofAgency = await get<LifeCycle>('life-cycle?agency=889640782');
    expect(ofAgency.releases.map(({ n, withheld }) => [n, withheld])).toEqual([
      [5, 1],
      [5, 1],
    ]);
    expect(await get<LifeCycle>('life-cycle?agency=974761076')).toMatchObject({ followed: 0, growth: { n: 0 } });
  });

  test('come as CSV, with whose measures they are in every line', async () => {
    const csv = await app.inject('/api/v1/statistics/life-cycle?funding=yes&format=csv');
    expect(csv.headers['content-disposition']).toBe('attachment; filename="samblikk-life-cycle-2019-2026.csv"');
    const lines = parse(csv.body, { columns: true }) as Record<string, string>[];
    expect(lines.find(({ table, statistic }) => table === 'growth' && statistic === 'latest')).toMatchObject({
      ...{ value: '50000000', unit: 'kroner', n: '2', selection: 'Offentlige tiltak; Finansiering: Ja' },
      ...{ releases: '2019.1 2026.1', source: `${testConfig().publicUrl}/tall/livslop?funding=yes` },
    });
    expect(new Set(lines.map(({ selection }) => selection)).size).toBe(1);
    // A file cannot say which parameter it ignores.
    const refused = await app.inject('/api/v1/statistics/life-cycle?fase=idea&format=csv');
    expect(refused.json().code).toBe('unknownVariable');
    expect((await get<LifeCycle>('life-cycle?fase=idea')).ignored).toEqual(['fase']);
  });
});
