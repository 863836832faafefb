import { checkDraft, type Edition, editionOf } from '@samblikk/questionnaire';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { verifyContent } from '../intake/survey-file/testing.ts';
import { responseView } from '../pages/index.ts';
import { verifyChain } from '../platform/audit/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { agencyRoundOf, rounds } from '../rounds/index.ts';
import { population, revision, round } from '../schema.ts';
import { loadDemo } from './load.ts';

const one = await testDatabase();
const other = await testDatabase();
afterAll(() => Promise.all([one.close(), other.close()]));
const now = new Date('2026-11-22T10:00:00Z');
await loadDemo(one.db, now);

const digdir = { orgnr: '991825827', rights: { mayWrite: true, maySubmit: true } };
const viewOf = async (orgnr: string) =>
  responseView(one.db, await agencyRoundOf(one.db, 2026, orgnr), digdir.rights, now);

test('2019 is whole and released; 2026 is open, its deadline a few weeks ahead at 23:59 in Oslo', async () => {
  const [later, earlier] = await rounds(one.db);
  expect(earlier).toMatchObject({
    year: 2019,
    state: 'closed',
    invited: 73,
    answered: 67,
    deadline: '2019-08-30T21:59:59.000Z',
  });
  expect(later).toMatchObject({ year: 2026, edition: '2026', state: 'open', deadline: '2026-12-13T22:59:00.000Z' });
  for (const r of [later, earlier]) expect(r?.notice?.nn).toMatch(/oppdikta/);
  const { rows } = await one.pool.query('select r.year, f.measures from release f join round r on r.id = f.round_id');
  expect(rows).toEqual([{ year: 2019, measures: 432 }]);
});

test('some agencies have answered, some begun, some not; none of those that are gone is asked', async () => {
  const { rows } = await one.pool.query(`
    select count(*) filter (where answered)::int as submitted,
      count(*) filter (where not answered and exists (select 1 from measure_round m where m.round_id = p.round_id and m.agency_id = p.agency_id))::int as begun,
      count(*)::int as asked
    from population p join round r on r.id = p.round_id where r.year = 2026`);
  const { submitted, begun, asked } = rows[0];
  expect(asked).toBeGreaterThan(70);
  const boxes = await one.db
    .select({ to: population.contactEmail })
    .from(population)
    .innerJoin(round, eq(round.id, population.roundId))
    .where(eq(round.year, 2026));
  expect(boxes.filter(({ to }) => !to?.endsWith('.example'))).toEqual([]);
  expect(submitted).toBeGreaterThan(20);
  expect(begun).toBeGreaterThan(15);
  expect(asked - submitted - begun).toBeGreaterThan(10);
  const ids = (
    await one.db
      .select({ id: population.agencyId })
      .from(population)
      .innerJoin(round, eq(round.id, population.roundId))
      .where(eq(round.year, 2026))
  ).map((r) => r.id);
  expect(ids).not.toContain('ehelse');
  expect(ids).toContain('hkdir');
});

test('the people of Digdir find five measures in different states, and last year’s to take along', async () => {
  const view = await viewOf(digdir.orgnr);
  expect(view.measures.map((m) => m.state).sort()).toEqual(['inProgress', 'notStarted', 'ready', 'ready', 'ready']);
  expect(view.measures.filter((m) => m.number.startsWith('2019-'))).toHaveLength(3);
  expect(view.measures.some((m) => m.errors === 0 && m.warnings >= 2)).toBe(true);
  expect(view.submission).toBeNull();
  expect(view.previous.length).toBeGreaterThan(5);
});

test('Nav has begun, Skatteetaten and Brønnøysundregistrene have sent in, Kartverket has measures to look back on', async () => {
  expect((await viewOf('889640782')).measures.length).toBeGreaterThan(1);
  expect((await viewOf('974761076')).submission).toMatchObject({ late: false });
  expect((await viewOf('974760673')).submission).not.toBeNull();
  expect(await viewOf('971040238')).toMatchObject({ measures: [], submission: null });
  expect((await viewOf('971040238')).previous).toHaveLength(7);
  expect((await viewOf('979363974')).submission).toMatchObject({ nothingToReport: true, measures: 0 });
});

test('a successor carries on the measures of the agency it took over', async () => {
  const { rows } = await one.pool.query(`
    select count(*)::int as n from measure_round now join round r on r.id = now.round_id and r.year = 2026
    join measure_round before on before.measure_id = now.measure_id and before.agency_id <> now.agency_id`);
  const { previous } = await viewOf('983544622');
  expect(rows[0].n + previous.length).toBeGreaterThan(0);
});

test('every invented answer is valid, and the chain of events holds', async () => {
  const rows = await one.db.select().from(revision).where(eq(revision.edition, '2026'));
  expect(rows.length).toBeGreaterThan(100);
  for (const { answers } of rows) expect(checkDraft(editionOf('2026') as Edition, answers)).toEqual([]);
  await verifyContent(one.db);
  expect((await verifyChain(one.db)).broken).toBeUndefined();
});

test('it is the same every time', async () => {
  await loadDemo(other.db, now);
  const content = (database: typeof one) =>
    database.pool.query(`select n.number, v.version, v.answers, v.origins, v.created_at, v.authors
      from revision v join measure n on n.id = v.measure_id join round r on r.id = v.round_id order by r.year, n.number, v.version`);
  expect((await content(other)).rows).toEqual((await content(one)).rows);
});
