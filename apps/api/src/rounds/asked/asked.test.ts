import type { Asked, JsonStat, PopulationProposal, Problem } from '@samblikk/contract';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { import2019 } from '../../demo/testing.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { auditEvent } from '../../schema.ts';

const { db, close } = await testDatabase();
const now = new Date('2026-01-10T09:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
await import2019(db);
afterAll(async () => {
  await app.close();
  await close();
});
const { headers } = await signInAs(db, { roles: [{ role: 'admin' }], now });
const orgnr = '889640782';
const path = `rounds/2019/population/${orgnr}`;
async function call<T>(method: 'GET' | 'PATCH' | 'POST', to: string, payload?: object) {
  const reply = await app.inject({ method, url: `/api/v1/${to}`, headers, ...(payload && { payload }) });
  return { status: reply.statusCode, body: reply.json() as T & Problem };
}
const asked = async () => (await call<Asked>('GET', path)).body;
const change = (body: object) => call<Asked>('PATCH', path, body);
/** How many measures each ministry has in a release. */
async function perMinistry(release: string) {
  const { body } = await call<JsonStat>('GET', `rounds/2019/releases/${release}/table?rows=ministry`);
  return body.value;
}

test('what the round says of an agency, and what it may say: ministries of its day and facts of its edition', async () => {
  const { name, ministry, facts, ministries, variables } = await asked();
  expect([name.nb, ministry, facts]).toEqual(['Arbeids- og velferdsetaten (Nav)', 'ASD', { skate: 'yes' }]);
  expect(ministries.map(({ code }) => code)).toContain('ASD');
  expect(ministries.map(({ code }) => code)).not.toContain('DFD');
  expect(variables.map(({ id, options }) => [id, options.map(({ code }) => code)])).toEqual([['skate', ['yes', 'no']]]);
});

test('another ministry and fact hold in the round, with a line in the audit; what was frozen before stands', async () => {
  const freeze = () => call('POST', 'rounds/2019/freeze', { confirmed: true });
  await freeze();
  const [before, { name }] = [await perMinistry('1'), await asked()];
  const named = { ...name, en: 'The Labour and Welfare Administration' };
  const { status, body } = await change({ name: named, ministry: 'KMD', facts: {} });
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body).toMatchObject({ name: named, ministry: 'KMD', facts: {} });
  expect(before.length).toBeGreaterThan(10);
  expect(await perMinistry('1')).toEqual(before);
  await freeze();
  expect(await perMinistry('2')).not.toEqual(before);
  const events = await db.select().from(auditEvent).where(eq(auditEvent.action, 'population.agencyChanged'));
  expect(events.map(({ subject, details }) => [subject, details])).toEqual([
    [
      'agency:nav',
      {
        year: 2019,
        changes: [
          `nameEn: ${name.en} → The Labour and Welfare Administration`,
          'ministry: ASD → KMD',
          'skate: yes → –',
        ],
      },
    ],
  ]);
});

test('what there is not is refused with a reason, and nothing is changed', async () => {
  const { name, ministry, facts } = await asked();
  const refused = [
    [{ name, ministry: 'DFD', facts }, 400, 'DFD'],
    [{ name, ministry, facts: { skate: 'kanskje' } }, 400, 'kanskje'],
    [{ name, ministry, facts: { finnesIkke: 'yes' } }, 400, 'finnesIkke'],
    [{ name, ministry, facts }, 409, 'Ingenting er endret'],
  ] as const;
  for (const [body, status, words] of refused)
    expect(await change(body)).toMatchObject({ status, body: { detail: expect.stringContaining(words) } });
  expect((await change({ name: { ...name, nb: ' ' }, ministry, facts })).status).toBe(400);
  expect((await call('GET', 'rounds/2019/population/991825828')).status).toBe(404);
  expect(await asked()).toMatchObject({ name, ministry, facts });
});

test('the list of whom the round asks has the number that leads there', async () => {
  const { body } = await call<PopulationProposal>('GET', 'rounds/2019/population/proposal');
  expect(body.agencies.find((one) => one.askedAs === orgnr)).toMatchObject({ ministry: 'KMD' });
  expect(body.agencies.some(({ askedAs }) => askedAs === null)).toBe(true);
});
