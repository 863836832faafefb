import type { Organisation, Problem } from '@samblikk/contract';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { loadDirectory } from '../load.ts';
import { organisationIn } from './enhetsregisteret.ts';
import { numbers, startRegister } from './testing-enhetsregisteret.ts';

const register = await startRegister();
const { db, pool, close } = await testDatabase();
await db.transaction((tx) => loadDirectory(tx));
await pool.query(`update ministry_version set orgnr = '932384469' where code = 'DFD'`);
const app = await buildApp({ config: testConfig({ registerUrl: register.url }), db, limits: false });
const off = await buildApp({ config: testConfig(), db, limits: false });
afterAll(async () => {
  await register.close();
  await app.close();
  await off.close();
  await close();
});
const { headers } = await signInAs(db, { roles: [{ role: 'admin' }] });
async function ask(path: string, at = app) {
  const reply = await at.inject({ url: `/api/v1/directory/register${path}`, headers });
  return { status: reply.statusCode, body: reply.json() as Organisation & Problem };
}

test('an organisation is looked up, with the ministry its parent is', async () => {
  expect(await ask(`/${encodeURIComponent('991 825 827')}`)).toEqual({
    status: 200,
    body: {
      ...{ orgnr: numbers.alive, name: 'Digitaliseringsdirektoratet', form: 'ORGL', deletedOn: null },
      ...{ parent: '932384469', ministry: 'DFD' },
    },
  });
  expect((await ask(`/${numbers.deleted}`)).body.deletedOn).toBe('2024-01-01');
});

test('organisations are found by name; none is an empty list', async () => {
  expect((await ask('?q=Digitaliseringsdir')).body).toMatchObject([{ orgnr: numbers.alive }]);
  expect((await ask('?q=finnes+ikke')).body).toEqual([]);
});

test.each([
  ['none', 404, 'ingen enhet'],
  ['removed', 404, 'juridiske grunner'],
  ['busy', 503, 'om et minutt'],
  ['strange', 503, 'ikke forstår'],
  ['broken', 503, 'svarte ikke'],
] as const)('%s is told in words', async (name, status, words) => {
  const { body, ...reply } = await ask(`/${numbers[name]}`);
  expect([reply.status, body.detail]).toEqual([status, expect.stringContaining(words)]);
});

test('a register that hangs is not waited for', async () => {
  await expect(organisationIn(register.url, numbers.slow, 50)).rejects.toMatchObject({ code: 'unavailable' });
});

test('a mistyped number is not asked about; nothing is while the look-up is off', async () => {
  expect(await ask('/991825828')).toMatchObject({
    status: 400,
    body: { detail: expect.stringContaining('skrevet feil') },
  });
  expect(await ask(`/${numbers.alive}`, off)).toMatchObject({
    ...{ status: 400, body: { detail: expect.stringContaining('ENHETSREGISTERET_URL') } },
  });
});
