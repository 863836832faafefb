import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Organisation, Problem } from '@samblikk/contract';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { loadDirectory } from '../load.ts';
import { organisationIn } from './enhetsregisteret.ts';

// A local stand-in that speaks Enhetsregisteret's format: fields, classes and statuses as its documentation has them.

const self = (orgnr: string) => ({
  _links: { self: { href: `https://data.brreg.no/enhetsregisteret/api/enheter/${orgnr}` } },
});
const unit = (orgnr: string, navn: string, more: object = {}) => ({
  ...{ organisasjonsnummer: orgnr, navn, organisasjonsform: { kode: 'ORGL', beskrivelse: 'Organisasjonsledd' } },
  ...{
    registrertIMvaregisteret: false,
    naeringskode1: { kode: '84.110' },
    respons_klasse: 'Enhet',
    ...more,
    ...self(orgnr),
  },
});
const numbers = {
  alive: '991825827',
  deleted: '800000130',
  none: '800000300',
  removed: '800000491',
  busy: '800000661',
  strange: '800000831',
  slow: '800001005',
  broken: '974760673',
};
const replies: Readonly<Record<string, (reply: ServerResponse) => void>> = {
  [numbers.alive]: json(200, unit(numbers.alive, 'DIGITALISERINGSDIREKTORATET', { overordnetEnhet: '932384469' })),
  [numbers.deleted]: json(
    200,
    unit(numbers.deleted, 'GAMMEL ETAT', { slettedato: '2024-01-01', respons_klasse: 'SlettetEnhet' }),
  ),
  [numbers.none]: json(404, { status: 404, error: 'Not Found' }),
  [numbers.removed]: json(410, {
    organisasjonsnummer: numbers.removed,
    slettedato: '2023-05-01',
    respons_klasse: 'FjernetEnhet',
  }),
  [numbers.busy]: json(429, {}),
  [numbers.strange]: (reply) => reply.end('<html>Vedlikehold</html>'),
  [numbers.slow]: () => undefined,
  [numbers.broken]: json(500, {}),
};
function json(status: number, body: object) {
  return (reply: ServerResponse) =>
    reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
const server = createServer((request, reply) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://register');
  const orgnr = pathname.split('/').at(-1) ?? '';
  if (pathname.endsWith('/enheter')) {
    const hit = searchParams.get('navn')?.startsWith('Digitalisering');
    const page = { size: 20, totalElements: hit ? 1 : 0, totalPages: hit ? 1 : 0, number: 0 };
    const enheter = [unit(numbers.alive, 'DIGITALISERINGSDIREKTORATET')];
    return json(200, { ...(hit && { _embedded: { enheter } }), _links: {}, page })(reply);
  }
  return (replies[orgnr] ?? json(404, {}))(reply);
});
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const registerUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const { db, pool, close } = await testDatabase();
await db.transaction((tx) => loadDirectory(tx));
await pool.query(`update ministry_version set orgnr = '932384469' where code = 'DFD'`);
const app = await buildApp({ config: testConfig({ registerUrl }), db, limits: false });
const off = await buildApp({ config: testConfig(), db, limits: false });
afterAll(async () => {
  server.closeAllConnections();
  server.close();
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
  await expect(organisationIn(registerUrl, numbers.slow, 50)).rejects.toMatchObject({ code: 'unavailable' });
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
