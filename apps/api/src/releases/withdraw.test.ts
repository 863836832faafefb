import type { RegisterList, RoundRelease } from '@samblikk/contract';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { auditEvent, measureRound, round } from '../schema.ts';
import { plantRound } from './testing.ts';

const { db, close } = await testDatabase();
const now = new Date('2020-01-09T12:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});

const answers = { name: 'Et tiltak', deliverable: 'Noe', publishable: 'yes', contactEmail: 'a@b.example' };
await plantRound(db, {
  year: 2019,
  edition: '2019',
  agencies: [{ id: 'nibio', orgnr: '988983837', ministry: 'LMD' }],
  measures: [
    { number: '2019-0001', agency: 'nibio', answers: { ...answers, phase: 'idea' } },
    { number: '2019-0002', agency: 'nibio', answers: { ...answers, phase: 'concept', publishable: 'no' } },
  ],
});
const admin = (await signInAs(db, { roles: [{ role: 'admin' }], name: 'Ada Admin', now })).headers;
const analyst = (await signInAs(db, { roles: [{ role: 'analyst' }], now })).headers;

const get = (url: string, headers: object = {}) => app.inject({ url: `/api/v1/${url}`, headers: { ...headers } });
const status = async (url: string) => (await get(url)).statusCode;
const post = (url: string, payload?: object) =>
  app.inject({ method: 'POST', url: `/api/v1/rounds/2019/${url}`, headers: admin, ...(payload && { payload }) });
const staffView = async () => (await get('rounds/2019/releases', analyst)).json() as RoundRelease[];
const setPublishAt = (publishAt: string | null) =>
  app.inject({ method: 'PUT', url: '/api/v1/rounds/2019', headers: admin, payload: { publishAt } });

/** The addresses of a release by its number; and those of the round, whatever release is current. */
const pinned = (release: number) => [
  `statistics/2019/table?rows=phase&release=${release}`,
  `statistics/2019/figures?release=${release}`,
  `statistics/2019/figures/phases?release=${release}`,
  `register?round=2019&release=${release}`,
  `register.csv?round=2019&release=${release}`,
  `register.json?round=2019&release=${release}`,
  `register/2019-0001?round=2019&release=${release}`,
];
const reason = { nb: 'Feil i kostnadene.', nn: 'Feil i kostnadene i utgåva.', en: 'The costs are wrong.' };

describe('a release that is held back', () => {
  beforeAll(async () => {
    const frozen = await post('freeze', { hold: true, confirmed: true });
    expect(frozen.json()).toMatchObject({ created: true, release: { number: 1, latest: false } });
  });

  test('is public at none of its addresses', async () => {
    for (const address of pinned(1)) expect(await status(address), address).toBe(404);
    expect(await status('statistics/2019/table?rows=phase')).toBe(404);
    expect((await get('releases')).json()).toEqual([]);
    expect((await get('register')).json().total).toBe(0);
  });

  test('is seen by staff, with when the newest answer in it came', async () => {
    expect(await staffView()).toMatchObject([
      { number: 1, publication: 'held', newestAnswerAt: '2019-08-01T00:00:00.000Z', measures: 2, publicMeasures: 1 },
    ]);
  });

  test('is previewed by staff as it will be: numbers, figures, and of the register only what is public', async () => {
    const preview = async (url: string) => {
      const reply = await get(`rounds/2019/releases/1/${url}`, analyst);
      expect(reply.statusCode, url).toBe(200);
      expect(reply.headers['cache-control']).toBe('no-store');
      return reply;
    };
    const table = (await preview('table?rows=phase')).json();
    expect(table.extension.n).toBe(2);
    expect(table.extension.register.href).toBe('/api/v1/rounds/2019/releases/1/register');
    const list: RegisterList = (await preview('register?q=tiltak')).json();
    expect(list.items.map(({ number }) => number)).toEqual(['2019-0001']);
    // Of the withheld one it tells whose it is, and not what it answered (docs/decisions/0012-who-and-what.md).
    expect((await preview('register?phase=concept')).json()).toMatchObject({ total: 0, withheld: 0 });
    expect((await preview('register?agency=988983837')).json()).toMatchObject({ total: 1, withheld: 1 });
    expect((await preview('register/2019-0001')).json().number).toBe('2019-0001');
    const { figures } = (await preview('figures')).json();
    expect(figures.map(({ href }: { href: string }) => href)).toContain(
      '/api/v1/rounds/2019/releases/1/figures/phases',
    );
    for (const { href } of figures) expect((await app.inject({ url: href, headers: analyst })).statusCode).toBe(200);
    expect((await preview('table?rows=phase&format=csv')).body).toContain('idea');
    expect((await preview('register.csv')).body).toContain('2019-0001');
    expect((await preview('register.json')).body).not.toContain('2019-0002');
    expect((await preview('variables')).json().release.number).toBe(1);
    expect((await get('rounds/2019/releases/1/register/2019-0002', analyst)).statusCode).toBe(404);
    expect((await get('rounds/2019/releases/2/table?rows=phase', analyst)).statusCode).toBe(404);
  });

  test('cannot be withdrawn, for nobody has seen it, and its day of publication may be moved', async () => {
    expect((await post('releases/1/withdraw', { reason })).json()).toMatchObject({ code: 'releaseNotPublished' });
    expect((await setPublishAt('2020-02-01T09:00:00Z')).statusCode).toBe(200);
    expect((await setPublishAt(null)).statusCode).toBe(200);
  });

  test('is public when staff publish it, once', async () => {
    expect((await post('releases/1/publish')).json()).toMatchObject({ publication: 'published', latest: true });
    for (const address of pinned(1)) expect(await status(address), address).toBe(200);
    expect((await post('releases/1/publish')).json()).toMatchObject({ code: 'alreadyDone' });
  });
});

test('a release that waits for the round’s day is told as scheduled, and may be published before', async () => {
  await plantRound(db, { year: 2020, edition: '2019', agencies: [], measures: [] });
  await db
    .update(round)
    .set({ publishAt: new Date('2021-01-01T00:00:00Z') })
    .where(sql`year = 2020`);
  await app.inject({ method: 'POST', url: '/api/v1/rounds/2020/freeze', headers: admin });
  const view = async () => (await get('rounds/2020/releases', analyst)).json();
  expect(await view()).toMatchObject([{ publication: 'scheduled', publishAt: '2021-01-01T00:00:00.000Z' }]);
  expect(await status('statistics/2020/figures')).toBe(404);
  await app.inject({ method: 'POST', url: '/api/v1/rounds/2020/releases/1/publish', headers: admin });
  expect(await status('statistics/2020/figures')).toBe(200);
});

describe('a release that is published', () => {
  test('is not unpublished by moving the day of publication', async () => {
    const refused = await setPublishAt('2030-01-01T00:00:00Z');
    expect(refused.statusCode).toBe(409);
    expect(refused.json().code).toBe('releasePublished');
    expect(await status(pinned(1)[0] as string)).toBe(200);
    const other = { deadline: '2019-08-30T22:00:00Z' };
    const changed = await app.inject({ method: 'PUT', url: '/api/v1/rounds/2019', headers: admin, payload: other });
    expect(changed.statusCode).toBe(200);
  });

  test('is withdrawn with a reason in three languages, or not at all', async () => {
    for (const without of [{}, { reason: { ...reason, nn: ' ' } }, { reason: 'Feil' }])
      expect((await post('releases/1/withdraw', without)).json()).toMatchObject({ code: 'invalidRequest' });
  });

  test('once withdrawn tells the reason at all its addresses, and the one before is current again', async () => {
    await db
      .update(measureRound)
      .set({ withdrawnAt: now })
      .where(sql`measure_id in (select id from measure where number = '2019-0002')`);
    expect((await post('freeze', { confirmed: true })).json()).toMatchObject({
      release: { number: 2, latest: true, measures: 1 },
    });
    const { id } = (await get('releases?year=2019')).json()[0];
    const reply = await post('releases/2/withdraw', { reason });
    expect(reply.json()).toMatchObject({
      publication: 'withdrawn',
      latest: false,
      withdrawal: { by: 'Ada Admin', reason },
    });

    for (const address of [...pinned(2), `releases/${id}`]) {
      const gone = await get(address);
      expect(gone.statusCode, address).toBe(410);
      expect(gone.headers['content-type']).toContain('application/problem+json');
      expect(gone.json()).toMatchObject({
        code: 'releaseWithdrawn',
        withdrawal: { year: 2019, number: 2, at: now.toISOString(), reason },
      });
    }
    expect((await get('statistics/2019/table?rows=phase')).json().extension).toMatchObject({
      release: { number: 1 },
      n: 2,
    });
    expect((await get('releases?year=2019')).json()).toMatchObject([{ number: 1, latest: true }]);
    expect((await get('rounds/2019/releases/2/table?rows=phase', analyst)).statusCode).toBe(200);
    expect((await post('releases/2/withdraw', { reason })).json()).toMatchObject({ code: 'alreadyDone' });
    expect((await post('releases/2/publish')).json()).toMatchObject({ code: 'releaseWithdrawn' });
  });

  test('freezing the same again makes a new number, not the withdrawn one', async () => {
    expect((await post('freeze', { hold: true, confirmed: true })).json()).toMatchObject({
      created: true,
      release: { number: 3 },
    });
  });

  test('the only one of a round leaves its reason where the round’s numbers were', async () => {
    await post('releases/1/withdraw', { reason });
    const gone = await get('statistics/2019/table?rows=phase');
    expect([gone.statusCode, gone.json().withdrawal.reason]).toEqual([410, reason]);
    expect(await status('statistics/2018/table?rows=phase')).toBe(404);
    expect((await get('register')).json().total).toBe(0);
  });

  test('each decision is in the audit, with who made it', async () => {
    const events = await db.select().from(auditEvent).orderBy(auditEvent.sequence);
    const told = events.filter(({ action }) => action.startsWith('release.') && action !== 'release.frozen');
    expect(told.map(({ action, details }) => [action, details.year, details.number])).toEqual([
      ['release.published', 2019, 1],
      ['release.published', 2020, 1],
      ['release.withdrawn', 2019, 2],
      ['release.withdrawn', 2019, 1],
    ]);
    expect(told.at(-1)?.details.reason).toEqual(reason);
  });
});
