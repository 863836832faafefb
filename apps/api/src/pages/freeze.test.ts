import type { FreezeConcerns, Problem, ReleaseView } from '@samblikk/contract';
import { eq, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { population, query, reopening, round } from '../schema.ts';

const { db, pool, close } = await testDatabase();
const now = new Date('2019-09-30T09:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
await import2019(db);
afterAll(async () => {
  await app.close();
  await close();
});

const { headers, personId } = await signInAs(db, { roles: [{ role: 'admin' }], now });
const concerns = async (): Promise<FreezeConcerns> =>
  (await app.inject({ url: '/api/v1/rounds/2019/freeze', headers })).json();
const freeze = (payload?: object) =>
  app.inject({ method: 'POST', url: '/api/v1/rounds/2019/freeze', headers, ...(payload && { payload }) });
/** What is open in the answers themselves. */
const inAnswers = ['undecidedExemptions', 'personalData', 'missingAnswers', 'openCorrections'];
const silent = (await pool.query<{ orgnr: string }>('select orgnr from population where not answered order by orgnr'))
  .rows;

test('agencies that have not sent in are named', async () => {
  const told = await concerns();
  expect(told).toMatchObject({ beforeDeadline: null, openQueries: [], moreTime: [] });
  expect(told.notSubmitted).toHaveLength(73 - 67);
  expect(told.notSubmitted.map(({ orgnr }) => orgnr).sort()).toEqual(silent.map(({ orgnr }) => orgnr));
});

test('the deadline, questions that wait for an answer, and more time that is not over are told', async () => {
  await db.update(round).set({ deadline: new Date('2019-10-01T22:00:00Z') });
  const [asked] = (
    await pool.query<{ measure_id: string; round_id: string; agency_id: string }>('select * from measure_round limit 1')
  ).rows;
  if (!asked) throw new Error('No measure.');
  const [agency] = await db.select().from(population).where(eq(population.agencyId, asked.agency_id));
  await db.insert(query).values({
    id: v7(),
    measureId: asked.measure_id,
    roundId: asked.round_id,
    question: null,
    version: 1,
    text: 'Stemmer dette?',
    askedAt: now,
    askedBy: personId,
    askedByName: 'Ada Admin',
  });
  const until = new Date('2019-10-05T21:59:59Z');
  await db
    .insert(reopening)
    .values({ roundId: asked.round_id, agencyId: asked.agency_id, until, grantedAt: now, grantedBy: personId });
  const head = { orgnr: agency?.orgnr, name: { nb: agency?.nameNb } };
  expect(await concerns()).toMatchObject({
    beforeDeadline: '2019-10-01T22:00:00.000Z',
    openQueries: [{ ...head, queries: 1 }],
    moreTime: [{ ...head, until: until.toISOString() }],
  });
});

test('freezing then is refused with all of it, and makes nothing, until it is confirmed', async () => {
  for (const payload of [undefined, {}, { confirmed: false }]) {
    const refused = await freeze(payload);
    const problem = refused.json() as Problem;
    expect([refused.statusCode, problem.code]).toEqual([409, 'freezeUnconfirmed']);
    const codes = problem.issues?.map(({ code }) => code);
    expect(codes?.filter((code) => !inAnswers.includes(code))).toEqual([
      'beforeDeadline',
      ...silent.map(() => 'notSubmitted'),
      'openQueries',
      'moreTime',
    ]);
  }
  expect((await pool.query('select from release')).rows).toEqual([]);
  expect((await freeze({ confirmed: true })).json()).toMatchObject({ created: true, release: { measures: 432 } });
});

test('a round with nothing missing but what was looked at is frozen when that is confirmed', async () => {
  await db.execute(sql`delete from population where not answered`);
  await db.update(round).set({ deadline: new Date('2019-08-30T22:00:00Z') });
  await db.delete(reopening);
  await db.update(query).set({ closedAt: now, closedBy: personId });
  expect(await concerns()).toMatchObject({ beforeDeadline: null, notSubmitted: [], openQueries: [], moreTime: [] });
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::int as n from revision where answers ->> 'publishable' = 'no'`,
  );
  const told = await concerns();
  // What agencies claim exempt is undecided; of a round of before, that is all of it.
  expect(told.undecidedExemptions).toHaveLength(rows[0]?.n ?? 0);
  const open = inAnswers.filter((code) => told[code as keyof FreezeConcerns]?.length);
  // What is known to be open is confirmed by name: what comes up since is not.
  expect((await freeze({ confirmed: open.slice(1) })).json().code).toBe('freezeUnconfirmed');
  expect((await freeze({ confirmed: open })).json()).toMatchObject({ release: { measures: 432 } });
});

test('why a release is made is said in bokmål, and in the other languages where they are written', async () => {
  const made = async (reason: unknown) => {
    // Something is other each time, or there would be no new release.
    await db.execute(sql`update round set notice = ${JSON.stringify({ nb: v7(), nn: '', en: '' })}::jsonb`);
    return (await freeze({ confirmed: true, reason })).json<{ release: ReleaseView }>().release;
  };
  expect((await made({ nb: 'Sene svar', en: 'Late answers' })).reason).toEqual({ nb: 'Sene svar', en: 'Late answers' });
  const { id } = await made('Sene svar');
  const read = await app.inject({ url: '/api/v1/releases' });
  expect(read.json<ReleaseView[]>().find((one) => one.id === id)?.reason).toEqual({ nb: 'Sene svar' });
  for (const reason of [{ en: 'Late answers' }, { nb: ' ' }, { nb: 'Sene svar', de: 'Spät' }])
    expect((await freeze({ confirmed: true, reason })).statusCode).toBe(400);
});

test('there is nothing to say of a round that is none', async () => {
  expect((await app.inject({ url: '/api/v1/rounds/2031/freeze', headers })).statusCode).toBe(404);
});
