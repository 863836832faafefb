import { csvType, type QualityGrid, type QualityJsonStat } from '@samblikk/contract';
import { parse } from 'csv-parse/sync';
import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { freezeRound } from '../releases/index.ts';
import { plantRound } from '../releases/testing.ts';
import { correction, round } from '../schema.ts';

const { db, pool, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, limits: false });
const grids = new Map<string, QualityGrid>();
beforeAll(async () => {
  await import2019(db);
  await freezeRound(db, { year: 2019, actor: 'system:test', now: new Date('2026-03-02T09:00:00Z') });
  const reply = await app.inject('/api/v1/statistics/2019/quality');
  expect(reply.statusCode, reply.body).toBe(200);
  for (const grid of reply.json().grids as QualityGrid[]) grids.set(grid.id, grid);
});
afterAll(async () => {
  await app.close();
  await close();
});

const gridOf = (id: string) => {
  const grid = grids.get(id);
  if (!grid) throw new Error(`no ${id} among ${[...grids.keys()]}`);
  return grid;
};
/** The numbers of a row by the codes of their columns. */
const rowOf = (grid: QualityGrid, code: string) => {
  const row = grid.rows.find((one) => one.code === code);
  return Object.fromEntries(grid.columns.map((column, at) => [column.code, row?.cells[at]?.value]));
};
const sql = async <N extends string = string>(select: string): Promise<Record<N, number>> => {
  const { rows } = await pool.query(select);
  return Object.fromEntries(Object.entries(rows[0]).map(([name, value]) => [name, Number(value)])) as Record<N, number>;
};

test('agencies asked and answered are told apart, by ministry and over the years', async () => {
  const grid = gridOf('response');
  expect(grid.finding).toBe('67 av 73 spurte virksomheter har svart (92\u00a0%).');
  const { rows } = await pool.query(
    `select p.ministry, count(*)::int as asked, count(*) filter (where p.answered)::int as answered,
       count(*) filter (where p.answered and not exists (select from measure_round m where m.round_id = p.round_id and m.agency_id = p.agency_id))::int as nothing
     from population p join round r on r.id = p.round_id and r.year = 2019 group by 1`,
  );
  for (const { ministry, ...expected } of rows) expect(rowOf(grid, ministry), ministry).toMatchObject(expected);
  expect(grid.rows).toHaveLength(rows.length + 1);
  expect(grid.total).toBe(true);
  const years = gridOf('response-years');
  expect(rowOf(years, '2018')).toMatchObject({ asked: 87, answered: 80, nothing: null, unanswered: 7, measures: 412 });
  expect(Math.round(rowOf(years, '2018').rate ?? 0)).toBe(92);
  expect(rowOf(years, '2019')).toMatchObject({ asked: 73, answered: 67, nothing: 0, unanswered: 6, measures: 432 });
});

test('blanks are as SQL counts them, and a number that is listed has a list of its length', async () => {
  const grid = gridOf('blanks');
  const ids = grid.rows.map(({ code }) => code);
  expect(ids).toEqual(
    expect.arrayContaining(['name', 'publishable', 'funding', 'totalCost', 'discussedWithKs', 'tags']),
  );
  for (const id of ['agency', 'ministry', 'contactEmail', 'comments']) expect(ids).not.toContain(id);
  for (const { code, cells } of grid.rows) {
    const [, answered = 0, blank = 0, , notAsked = 0, withheld = 0] = cells.map(({ value }) => value ?? 0);
    expect(answered + blank + notAsked + withheld, code).toBe(432);
  }
  // Asked of every measure, so that all who gave no answer left it blank; also by measures withheld whole, who are counted together.
  for (const id of ['funding', 'phase', 'innovation', 'developsShared'])
    expect(rowOf(grid, id), id).toMatchObject(
      await sql(`select count(*) as asked, count(answers->'${id}') as answered, count(*) - count(answers->'${id}') as blank,
        0 as "notAsked", 0 as withheld from release_measure`),
    );
  // That an amount is stated is told also of those: 317, as published.
  expect(rowOf(grid, 'totalCost')).toMatchObject({ asked: 432, answered: 317, blank: 115, withheld: 0 });
  expect(rowOf(grid, 'budgetThisYear')).toMatchObject(
    await sql(`select count(*) filter (where answers ? 'budgetThisYear') as answered,
      count(*) filter (where not answers ? 'budgetThisYear') as blank, 0 as withheld from release_measure`),
  );
  expect(rowOf(grid, 'involvedScope')).toMatchObject(
    await sql(
      `select count(*) filter (where answers->>'involvesOthers' is distinct from 'yes') as "notAsked" from release_measure`,
    ),
  );
  // What no table counts by is told of public measures only.
  expect(rowOf(grid, 'effectsOther')).toMatchObject(
    await sql(`select count(*) filter (where visibility = 'withheld') as withheld,
      count(*) filter (where visibility <> 'withheld' and answers->'effects' ? 'other' and answers ? 'effectsOther') as answered,
      count(*) filter (where visibility <> 'withheld' and answers->'effects' ? 'other' and not answers ? 'effectsOther') as blank
      from release_measure`),
  );
  expect(grid.finding).toContain('«');

  const listed = grid.rows.flatMap(({ code, cells }) =>
    cells.flatMap(({ value, measures }) => (measures ? [{ code, value, measures }] : [])),
  );
  expect(listed.length).toBeGreaterThan(20);
  for (const { code, value, measures } of listed) {
    const query = new URLSearchParams({ round: '2019', size: '1' });
    for (const [variable, codes] of Object.entries(measures)) query.set(variable, codes.join(','));
    const { total, withheld } = (await app.inject(`/api/v1/register?${query}`)).json();
    expect(total + withheld, `${code} ${query}`).toBe(value);
  }
});

test('late answers: every number of a figure with and without them, of those that are public', async () => {
  const grid = gridOf('late');
  const late = await sql<'all' | 'open'>(
    `select count(*) as all, count(*) filter (where visibility <> 'withheld') as open from release_measure where late`,
  );
  expect(grid.notes.join(' ')).toContain(
    `${late.all} av 432 tiltak kom inn etter fristen. ${late.all - late.open} av dem er unntatt`,
  );
  // The note of 2019 says n = 418 “since some came in late”: the 14 left out gave no answer, and all came in late.
  const blank =
    await sql(`select count(*) as blank, count(*) filter (where late and visibility <> 'withheld') as "blankLate"
    from release_measure where not answers ? 'funding'`);
  expect(rowOf(grid, 'funding')).toMatchObject({ n: 418, inTime: 418, late: 0, points: 0, ...blank });
  expect(rowOf(grid, 'phases')).toMatchObject({ n: 432, inTime: 432 - late.open, late: late.open });
  const numbers = gridOf('late-numbers');
  const idea = await sql<
    'count' | 'countInTime' | 'share'
  >(`select count(*) as count, count(*) filter (where not late or visibility = 'withheld') as "countInTime",
    100.0 * count(*) / 432 as share from release_measure where answers->>'phase' = 'idea'`);
  expect(rowOf(numbers, 'phases/idea')).toMatchObject({ count: idea.count, countInTime: idea.countInTime });
  expect(rowOf(numbers, 'phases/idea').share).toBeCloseTo(idea.share, 9);
  const cost = await sql<
    'share' | 'shareInTime'
  >(`with band as (select late and visibility <> 'withheld' as out, (answers->>'totalCost')::bigint > 100000000 as over
      from release_measure where answers ? 'totalCost')
    select 100.0 * count(*) filter (where over) / count(*) as share,
      100.0 * count(*) filter (where over and not out) / count(*) filter (where not out) as "shareInTime" from band`);
  const over = rowOf(numbers, 'cost-bands/over100m');
  expect(over.share).toBeCloseTo(cost.share, 9);
  expect(over.shareInTime).toBeCloseTo(cost.shareInTime, 9);
  expect(over.points).toBeCloseTo(cost.share - cost.shareInTime, 9);
});

test('corrections and releases are counts, and every table comes as CSV, Excel and JSON-stat', async () => {
  expect(gridOf('corrections').finding).toMatch(/^Ingen svar er rettet/);
  expect(rowOf(gridOf('releases'), '2019.1')).toMatchObject({ measures: 432, added: null });
  for (const [id, grid] of grids) {
    const of = (format: string) => app.inject(`/api/v1/statistics/2019/quality/${id}?format=${format}`);
    const lines = parse((await of('csv')).body, { columns: true }) as Record<string, string>[];
    expect(lines, id).toHaveLength(grid.rows.length);
    const href = `${testConfig().publicUrl}/api/v1/statistics/2019/quality/${id}?release=1`;
    const about = { contents: grid.title, year: '2019', release: '2019.1', release_n: '432', source: href };
    for (const line of lines) expect(line, id).toMatchObject({ ...about, unit: expect.stringMatching(/^\w+=\w+/) });
    const stat = (await of('json')).json() as QualityJsonStat;
    expect(stat).toMatchObject({ href, extension: { release: '2019.1', n: 432 } });
    expect(stat.role).toEqual({ metric: ['contents'], time: ['year'] });
    expect(stat.value).toHaveLength(stat.size.reduce((a, b) => a * b, 1));
  }
  for (const format of ['xlsx', 'csv-excel'])
    expect((await app.inject(`/api/v1/statistics/2019/quality/late?format=${format}`)).statusCode, format).toBe(200);
  const accepted = await app.inject({ url: '/api/v1/statistics/2019/quality/late', headers: { accept: csvType } });
  expect(accepted.headers['content-type']).toContain(csvType);
  expect((await app.inject('/api/v1/statistics/2019/quality/minutes')).statusCode).toBe(404);
  expect((await app.inject('/api/v1/statistics/2031/quality')).statusCode).toBe(404);
});

test('staff see how the answers came in, day by day, and minutes used', async () => {
  const { headers } = await signInAs(db, { roles: [{ role: 'analyst' }] });
  const reply = await app.inject({ url: '/api/v1/rounds/2019/releases/1/quality', headers });
  const all = reply.json().grids as QualityGrid[];
  const days = all.find(({ id }) => id === 'by-day') as QualityGrid;
  const counted = await sql<
    'inTime' | 'all'
  >(`with first as (select s.agency_id, min(p.submitted_at) as at from submission s
      join submission_revision p on p.submission_id = s.id group by 1)
    select count(*) filter (where at < '2019-08-31T00:00:00+02:00') as "inTime", count(*) as all from first`);
  expect(rowOf(days, '0').by).toBe(counted.inTime);
  expect(days.rows.at(-1)?.cells[1]?.value).toBe(counted.all);
  expect(all.map(({ id }) => id)).toContain('minutes');
  expect((await app.inject('/api/v1/rounds/2019/releases/1/quality')).statusCode).toBe(401);
});

test('reasons for blanks are counted by what the edition asks; of what is withheld neither they nor corrections are told', async () => {
  const agencies = ['a', 'b', 'c'].map((id, at) => ({ id, orgnr: `99999999${at}`, ministry: 'DFD' }));
  const measures = [
    { agency: 'a', answers: { publishable: 'yes', phase: 'idea', totalCostReason: 'tooEarly' } },
    { agency: 'a', answers: { publishable: 'yes', phase: 'concept', totalCostReason: 'tooEarly' } },
    { agency: 'b', answers: { publishable: 'yes', phase: 'planning' } },
    { agency: 'b', answers: { publishable: 'yes', phase: 'planning', totalCost: 5_000_000 } },
    {
      agency: 'b',
      answers: { publishable: 'partly', exemptFields: ['totalCost'], exemptionBasis: 'OFFL_13', totalCost: 1 },
    },
    {
      agency: 'b',
      answers: { publishable: 'no', exemptionBasis: 'OFFL_13', phase: 'idea', totalCostReason: 'unknown' },
    },
  ].map((one, at) => ({ number: `2026-900${at}`, ...one }));
  const ids = await plantRound(db, { year: 2026, edition: '2026', agencies, measures });
  const planted = await db.select().from(round).where(eq(round.year, 2026));
  const at = new Date('2026-09-01T00:00:00Z');
  for (const [place, given] of [
    [0, 'idea'],
    [5, 'idea'],
  ] as const)
    await db.insert(correction).values({
      ...{ id: uuid(), measureId: ids[place] as string, roundId: planted[0]?.id as string, question: 'phase' },
      ...{ version: 1, given, corrected: 'concept', reason: 'r', dueAt: at, proposedAt: at, proposedByName: 'x' },
      ...{ answer: 'accepted' as const, answeredAt: at, answeredByName: 'y' },
    });
  await freezeRound(db, { year: 2026, actor: 'system:test', now: new Date('2026-10-01T00:00:00Z') });
  const all = new Map<string, QualityGrid>();
  for (const grid of (await app.inject('/api/v1/statistics/2026/quality')).json().grids as QualityGrid[])
    all.set(grid.id, grid);
  const of = (id: string) => all.get(id) as QualityGrid;

  expect(rowOf(of('response'), 'DFD')).toMatchObject({ asked: 3, answered: 3, nothing: 1, unanswered: 0, rate: 100 });
  // The one withheld whole is of one agency: nothing it answered is told. The cost of another is exempt, and so is why it might be blank.
  expect(rowOf(of('blanks'), 'totalCost')).toMatchObject({ asked: 4, answered: 1, blank: 3, withheld: 2 });
  expect(rowOf(of('blanks'), 'totalCostReason')).toMatchObject({
    asked: 3,
    answered: 2,
    blank: 1,
    notAsked: 1,
    withheld: 2,
  });
  expect(rowOf(of('blanks'), 'phase').before).toBeCloseTo(100 / 432, 9);
  const reasons = of('reasons-totalCostReason');
  expect(rowOf(reasons, 'tooEarly').measures).toBe(2);
  expect(rowOf(reasons, 'unknown').measures).toBe(0);
  expect(rowOf(reasons, 'blank').measures).toBe(1);
  expect(all.has('late')).toBe(false);
  expect(rowOf(of('corrections'), 'phase')).toEqual({ answers: 1 });
  const { headers } = await signInAs(db, { roles: [{ role: 'admin' }] });
  const seen = (await app.inject({ url: '/api/v1/rounds/2026/releases/1/quality', headers })).json()
    .grids as QualityGrid[];
  expect(rowOf(seen.find(({ id }) => id === 'corrections') as QualityGrid, 'phase')).toEqual({ answers: 2 });
});
