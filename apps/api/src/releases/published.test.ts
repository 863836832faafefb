import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { round } from '../schema.ts';
import { plantRound } from './testing.ts';

const { db, close } = await testDatabase();
let now = new Date('2020-01-09T12:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});

const answers = {
  name: 'Et tiltak',
  deliverable: 'Noe',
  publishable: 'yes',
  contactEmail: 'a@b.example',
  phase: 'idea',
};
await plantRound(db, {
  year: 2019,
  edition: '2019',
  agencies: [{ id: 'nibio', orgnr: '988983837', ministry: 'LMD' }],
  measures: [{ number: '2019-0001', agency: 'nibio', answers }],
});

const status = async (url: string) => (await app.inject(`/api/v1/${url}`)).statusCode;

test('a release is public on the round’s day of publication, and not before', async () => {
  await db.update(round).set({ publishAt: new Date('2020-01-10T12:00:00Z') });
  const { headers } = await signInAs(db, { roles: [{ role: 'admin' }], now });
  const frozen = await app.inject({ method: 'POST', url: '/api/v1/rounds/2019/freeze', headers });
  expect(frozen.json()).toMatchObject({ created: true, release: { number: 1, measures: 1 } });

  const addresses = [
    'register/2019-0001',
    'statistics/2019/table?rows=phase',
    'statistics/2019/figures',
    `releases/${frozen.json().release.id}`,
    'register?round=2019&release=1',
  ];
  for (const address of addresses) expect(await status(address), address).toBe(404);
  expect((await app.inject('/api/v1/register')).json().total).toBe(0);
  expect((await app.inject('/api/v1/releases')).json()).toEqual([]);

  // By the program's own clock: the database's is years ahead all the while.
  now = new Date('2020-01-10T12:00:00Z');
  for (const address of addresses) expect(await status(address), address).toBe(200);
  expect((await app.inject('/api/v1/register')).json().total).toBe(1);
  expect((await app.inject('/api/v1/releases')).json()).toHaveLength(1);
});
