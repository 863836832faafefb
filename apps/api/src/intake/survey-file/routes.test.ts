import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { ROOT } from '../../platform/config/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';

const { db, pool, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});
const survey = await readFile(join(ROOT, 'data/survey-2019.csv'), 'utf8');
const population = await readFile(join(ROOT, 'data/population-2019.csv'), 'utf8');
let admin: { cookie: string };
beforeAll(async () => {
  admin = (await signInAs(db, { roles: [{ role: 'admin' }] })).headers;
});

/** Sends files and fields to the import address, as a browser would. */
async function send(parts: Record<string, string | { file: string }>, headers: Record<string, string> = admin) {
  const form = new FormData();
  for (const [name, part] of Object.entries(parts)) {
    if (typeof part === 'string') form.append(name, part);
    else form.append(name, new File([part.file], `${name}.csv`, { type: 'text/csv' }));
  }
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  return app.inject({
    method: 'POST',
    url: '/api/v1/rounds/2019/import',
    headers: { ...headers, 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
}

const files = { population: { file: population }, answers: { file: survey } };

test('import takes two files, dry at first, and tells what it did', async () => {
  const dry = await send({ ...files, dryRun: 'true' });
  expect(dry.json()).toMatchObject({ dryRun: true, changed: true, measures: { added: 432 } });
  expect((await send(files)).json()).toMatchObject({
    dryRun: false,
    changed: true,
    measures: { added: 432, late: 14 },
  });
  expect((await send(files)).json()).toMatchObject({ changed: false, measures: { unchanged: 432 } });
});

test('export gives back the imported file, byte for byte', async () => {
  const reply = await app.inject({ url: '/api/v1/rounds/2019/export', headers: admin });
  expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(reply.headers['cache-control']).toBe('no-store');
  expect(reply.body === survey).toBe(true);
  const { rows } = await pool.query(`select details from audit_event where action = 'export.taken'`);
  expect(rows).toEqual([{ details: { year: 2019, format: 'csv' } }]);
});

test('export as JSON has the same measures', async () => {
  const reply = await app.inject({ url: '/api/v1/rounds/2019/export?format=json', headers: admin });
  const { measures, ...about } = reply.json();
  expect(about).toEqual({ year: 2019, edition: '2019' });
  expect(measures).toHaveLength(432);
  expect(measures[0]).toMatchObject({
    number: '2019-0001',
    externalId: '2019-001',
    known: { agency: '889640782', ministry: 'ASD', skate: 'yes' },
    answers: { totalCost: 20_970_000, effects: ['serviceQuality', 'costEfficiency', 'coherentServices'] },
    submittedAt: '2019-08-18T11:48:00+02:00',
    late: false,
  });
});

test('a file with faults answers 422 with every one, in the reader’s language, and changes nothing', async () => {
  const before = (await pool.query('select count(*) from audit_event')).rows;
  const reply = await send(
    { ...files, answers: { file: survey.replace(',execution,', ',dreaming,').replace(',20970000,', ',mye,') } },
    { ...admin, 'accept-language': 'nn' },
  );
  expect(reply.statusCode).toBe(422);
  const problem = reply.json();
  expect(problem).toMatchObject({ code: 'fileAtFault', title: 'Fila har feil og vart ikkje teken inn' });
  const errors = problem.issues.filter((issue: { level: string }) => issue.level === 'error');
  expect(errors).toMatchObject([
    { file: 'answers', row: 2, column: 'totalCost', value: 'mye' },
    { file: 'answers', row: 2, column: 'phase', value: 'dreaming', code: 'unknownOption' },
  ]);
  expect(errors[1].text).toBe('Kva fase er tiltaket i? Vel eit av svara i lista.');
  expect((await pool.query('select count(*) from audit_event')).rows).toEqual(before);
});

test('what is not the two files is refused', async () => {
  expect((await send({ answers: { file: survey } })).statusCode).toBe(400);
  expect((await send({ ...files, dryRun: 'perhaps' })).statusCode).toBe(400);
  expect((await send({ ...files, more: 'fields' })).statusCode).toBe(400);
  expect((await send({ ...files, edition: '2026' })).statusCode).toBe(409);
  const json = await app.inject({ method: 'POST', url: '/api/v1/rounds/2019/import', headers: admin, payload: {} });
  expect(json.statusCode).toBe(400);
});

test('only staff export, and only administrators import', async () => {
  const analyst = (await signInAs(db, { roles: [{ role: 'analyst' }] })).headers;
  const submitter = (await signInAs(db, { roles: [{ role: 'submit', agency: 'nav' }] })).headers;
  const get = async (headers: Record<string, string>) =>
    (await app.inject({ url: '/api/v1/rounds/2019/export', headers })).statusCode;
  expect([await get({}), await get(submitter), await get(analyst)]).toEqual([401, 403, 403]);
  expect([(await send(files, {})).statusCode, (await send(files, analyst)).statusCode]).toEqual([401, 403]);
  expect((await app.inject({ url: '/api/v1/rounds/2031/export', headers: admin })).statusCode).toBe(404);
});
