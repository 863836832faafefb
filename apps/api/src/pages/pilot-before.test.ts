import { type Draft, type Problem, pilotOf, type ResponseView } from '@samblikk/contract';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { previousAnswers, roundStandings } from '../responses/index.ts';
import { digdir } from '../responses/testing.ts';
import { roundBefore, roundOf, rounds } from '../rounds/index.ts';

// One measure of 2019 is taken along into a pilot for 2025, a pilot for 2026, the round of 2026 and that of 2027, with a name of its
// own in each: whatever asks for the round before finds the one before it that is no pilot.

const { db, close } = await testDatabase();
const now = new Date('2026-03-01T09:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
await import2019(db);
afterAll(async () => {
  await app.close();
  await close();
});
const admin = await signInAs(db, { roles: [{ role: 'admin' }], now });
const kari = await signInAs(db, { roles: [{ role: 'submit', agency: digdir.id }], now });
async function call<T>(method: 'GET' | 'PUT' | 'POST', path: string, payload?: object, who = admin) {
  const headers = { ...who.headers, 'idempotency-key': `${path}-key` };
  const reply = await app.inject({ method, url: `/api/v1/${path}`, headers, ...(payload && { payload }) });
  expect(reply.statusCode, reply.body).toBeLessThan(300);
  return reply.json() as T & Problem;
}
const response = (year: number) =>
  call<ResponseView>('GET', `agencies/${digdir.orgnr}/rounds/${year}/response`, undefined, kari);

const before = { [pilotOf(2025)]: 2019, [pilotOf(2026)]: 2019, 2026: 2019, 2027: 2026 } as const;
const years = [pilotOf(2025), pilotOf(2026), 2026, 2027];
for (const year of years) {
  await call('PUT', `rounds/${year}`, { edition: '2026', opensAt: '2026-02-01T08:00:00Z' });
  await call('PUT', `rounds/${year}/population`, { agencies: [{ orgnr: digdir.orgnr }] });
  await call('PUT', `rounds/${year}`, { state: 'open' });
}
const measure = (await response(2026)).previous[0]?.id ?? '';
for (const year of years) {
  await call('POST', `agencies/${digdir.orgnr}/rounds/${year}/measures`, { carryForward: measure }, kari);
  const { version } = await call<Draft>('GET', `measures/${measure}/rounds/${year}`, undefined, kari);
  const changes = { year, basedOn: version, changes: { name: `Navnet i ${year}` } };
  await call('PUT', `measures/${measure}/answers/2026`, changes, kari);
}

test.each(years)('the round before %s, for population and follow-up, is one that is no pilot', async (year) => {
  expect((await roundBefore(db, year))?.year).toBe(before[year as keyof typeof before]);
});

test.each(years)('last year’s answers in %s are those of the round before', async (year) => {
  const last = before[year as keyof typeof before];
  const { previous } = await call<Draft>('GET', `measures/${measure}/rounds/${year}`, undefined, kari);
  expect(previous?.year).toBe(last);
  const name = previous?.answers.name;
  if (last === 2026) expect(name).toBe('Navnet i 2026');
  const { id } = await roundOf(db, year);
  expect((await previousAnswers(db, id, digdir.id, year)).get(measure)?.answers.name).toBe(name);
  expect((await roundStandings(db, { id, year }, measure)).map(({ previousYear }) => previousYear)).toEqual([last]);
});

test.each(years)('what may be taken along into %s is of the round before', async (year) => {
  const last = before[year as keyof typeof before];
  for (const one of (await response(year)).previous) expect(one.year).toBe(last);
});

test('a pilot is never the newest of the rounds there are', async () => {
  expect((await rounds(db)).map(({ year }) => year)).toEqual([2027, 2026, 2019, pilotOf(2026), pilotOf(2025)]);
});
