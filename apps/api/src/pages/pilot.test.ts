import type { Problem, previewMessages, ReplyOf, Round } from '@samblikk/contract';
import { pilotOf } from '@samblikk/contract';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { completeAnswers } from '../responses/testing.ts';

const { db, pool, close } = await testDatabase();
const now = new Date('2026-03-01T09:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
await import2019(db);
afterAll(async () => {
  await app.close();
  await close();
});
const admin = await signInAs(db, { roles: [{ role: 'admin' }], now });
const { rows: agencies } = await pool.query<{ orgnr: string; agency_id: string }>(
  `select orgnr, agency_id from population p where exists (
     select from measure_round m where m.agency_id = p.agency_id) and orgnr = '991825827'`,
);
const agency = agencies[0];
if (!agency) throw new Error('no agency');
const kari = await signInAs(db, { roles: [{ role: 'submit', agency: agency.agency_id }], now });
const pilot = pilotOf(2026);

async function call<T>(
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  path: string,
  payload?: object,
  who: { headers?: object } = admin,
) {
  const headers = { ...who.headers, 'idempotency-key': `${path}-key` };
  const reply = await app.inject({ method, url: `/api/v1/${path}`, headers, ...(payload && { payload }) });
  return { status: reply.statusCode, body: (reply.body === '' ? null : reply.json()) as T & Problem };
}
const counts = async () => {
  const { rows } = await pool.query(
    `select (select count(*) from measure)::int as measures, (select count(*) from measure_round)::int as in_rounds,
       (select count(*) from revision)::int as revisions, (select count(*) from submission)::int as submissions`,
  );
  return rows[0];
};
const before = await counts();
const here = `agencies/${agency.orgnr}/rounds/${pilot}`;

test('a pilot is held beside the round of its year, and says everywhere what it is', async () => {
  for (const year of [pilot, 2026]) {
    expect((await call('PUT', `rounds/${year}`, { edition: '2026', opensAt: '2026-02-01T08:00:00Z' })).status).toBe(
      200,
    );
    await call('PUT', `rounds/${year}/population`, { agencies: [{ orgnr: agency.orgnr }] });
    expect((await call('PUT', `rounds/${year}`, { state: 'open' })).status).toBe(200);
  }
  const { body } = await call<Round>('GET', `rounds/${pilot}`, undefined, kari);
  expect(body.notice?.nb).toContain('prøverunde for 2026');
});

test('last year’s answers are those of the last real round; it is last year to none', async () => {
  const last = async (year: number) => {
    const { body } = await call<{ previous: { year: number }[] }>(
      'GET',
      `agencies/${agency.orgnr}/rounds/${year}/response`,
      undefined,
      kari,
    );
    return [...new Set(body.previous.map((one) => one.year))];
  };
  expect(await last(pilot)).toEqual([2019]);
  const made = await call<{ id: string; number: string }>('POST', `${here}/measures`, {}, kari);
  expect(made.status).toBe(201);
  const saved = await call(
    'PUT',
    `measures/${made.body.id}/answers/2026`,
    { year: pilot, basedOn: 0, changes: completeAnswers },
    kari,
  );
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  const { rows } = await pool.query('select number from measure where id = $1', [made.body.id]);
  expect(rows).toEqual([{ number: `${pilot}-0001` }]);
  await call('PUT', `rounds/2027`, { edition: '2026' });
  await call('PUT', 'rounds/2027/population', { agencies: [{ orgnr: agency.orgnr }] });
  expect(await last(2027)).not.toContain(pilot);
  expect(await last(2026)).toEqual([2019]);
  expect((await call<{ from: number }>('GET', 'rounds/2027/population/proposal')).body.from).toBe(2026);
});

test('every letter of it says before all else that it is a pilot, also as it is shown beforehand', async () => {
  await pool.query("update population set contact_email = 'post@digdir.example' where orgnr = $1", [agency.orgnr]);
  const { body } = await call<ReplyOf<typeof previewMessages>>('POST', `rounds/${pilot}/messages/preview`, {
    kind: 'invitation',
  });
  const said = body.shown.letters.map(({ subject, text }) => [subject.split(':')[0], text.split('\n')[0]]);
  expect(said).toEqual([
    ['Prøverunde 2026', expect.stringContaining('en prøverunde for 2026')],
    ['Prøverunde 2026', expect.stringContaining('ein prøverunde for 2026')],
    ['Pilot 2026', expect.stringContaining('a pilot for 2026')],
  ]);
  await call('POST', `rounds/${pilot}/messages`, { kind: 'invitation' });
  await call('POST', `${here}/submissions`, { nothingToReport: false }, kari);
  const letters = (await pool.query('select kind, title, body from mail where year = $1', [pilot])).rows;
  expect(letters.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['invitation', 'receipt']));
  for (const letter of letters) {
    expect(letter.title).toMatch(/^Prøverunde 2026: /);
    expect(letter.body).toMatch(/^Dette er en prøverunde for 2026\. /);
    // Its number is in the address alone.
    expect(letter.body.replaceAll(`/svar/${pilot}`, '')).not.toContain(String(pilot));
  }
  const { rows: real } = await pool.query(
    "select count(*)::int as n from mail where title like 'Prøve%' and year = 2026",
  );
  expect(real).toEqual([{ n: 0 }]);
});

test('it is not frozen, and the public does not know of it', async () => {
  expect(await call('POST', `rounds/${pilot}/freeze`, { confirmed: true })).toMatchObject({
    ...{ status: 400, body: { detail: expect.stringContaining('prøverunde') } },
  });
  const { body } = await call<Round[]>('GET', 'rounds', undefined, {});
  expect(body.map(({ year }) => year)).toEqual([2027, 2026, 2019]);
  expect((await call('GET', `rounds/${pilot}`, undefined, {})).status).toBe(404);
  expect((await call('GET', 'rounds/5000')).status).toBe(400);
});

test('it is deleted with its answers, and nothing else is', async () => {
  expect((await counts()).revisions).toBeGreaterThan(before.revisions);
  expect((await call('DELETE', `rounds/${pilot}`)).status).toBe(204);
  expect(await counts()).toEqual(before);
  expect((await call('GET', `rounds/${pilot}`)).status).toBe(404);
});

test('the answers of a real round are not deleted, whatever the transaction says', async () => {
  const client = await pool.connect();
  try {
    for (const table of ['revision', 'submission', 'audit_event']) {
      await client.query('begin');
      await client.query(`set local samblikk.deleting = 'pilot'`);
      await client.query('delete from submission_revision').catch(() => undefined);
      await expect(client.query(`delete from ${table}`), table).rejects.toThrow();
      await client.query('rollback');
    }
  } finally {
    client.release();
  }
  expect(await counts()).toEqual(before);
});
