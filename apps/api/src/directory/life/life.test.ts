import type { Directory, DirectoryAgency, DirectoryImport, DirectoryMinistry, Problem } from '@samblikk/contract';
import { directoryHeader, ministryColumn } from '@samblikk/contract';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { import2019 } from '../../demo/testing.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { loadDirectory } from '../load.ts';
import { readSeed } from '../seed.ts';

const { db, pool, close } = await testDatabase();
const now = new Date('2026-06-01T09:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
await import2019(db);
afterAll(async () => {
  await app.close();
  await close();
});
const admin = await signInAs(db, { roles: [{ role: 'admin' }], now });
const analyst = await signInAs(db, { roles: [{ role: 'analyst' }], now });

async function call<T>(method: 'GET' | 'POST', path: string, payload?: object, who = admin) {
  const reply = await app.inject({ method, url: `/api/v1/${path}`, headers: who.headers, ...(payload && { payload }) });
  return { status: reply.statusCode, body: reply.json() as T & Problem };
}
const agency = (id: string) => call<DirectoryAgency>('GET', `directory/agencies/${id}`);
const past = async () =>
  (await pool.query(`select * from agency_version where valid_to < '2026-06-01' order by id`)).rows;
const perMinistry = async () => (await app.inject('/api/v1/statistics/2019/table?rows=ministry')).body;
await app.inject({
  method: 'POST',
  url: '/api/v1/rounds/2019/freeze',
  headers: admin.headers,
  payload: { confirmed: true },
});
const before = { past: await past(), table: await perMinistry() };
const source = 'Kgl. res.';

test('everything is found by present and former names, numbers and codes', async () => {
  const found = async (q: string) => {
    const { body } = await call<Directory>('GET', `directory?q=${encodeURIComponent(q)}`, undefined, analyst);
    return [...body.ministries, ...body.agencies].map(({ id }) => id);
  };
  expect(await found('forvaltning og ikt')).toContain('digdir');
  expect(await found('991 825 827')).toEqual(['digdir']);
  expect(await found('moderniserings')).toContain('KMD');
  expect(await found('ingenting slik')).toEqual([]);
});

test('an agency has its life: names, ministries, whom it carries on', async () => {
  const { body } = await agency('digdir');
  expect(body.versions.length).toBeGreaterThan(1);
  expect(body.versions[0]?.name.nb).toContain('Difi');
  expect(body.versions.at(-1)).toMatchObject({ to: null, ministry: { code: 'DFD' } });
  expect((await agency('ehelse')).body.successors.map(({ id }) => id)).toContain('helsedirektoratet');
  expect((await agency('finnes-ikke')).status).toBe(404);
});

test('a new name and another ministry from a day on; what held until then stands', async () => {
  const name = { nb: 'Nytt navn', nn: 'Nytt namn', en: 'New name' };
  const { status, body } = await call<DirectoryAgency>('POST', 'directory/agencies/kartverket/changes', {
    ...{ from: '2026-07-01', name, ministry: 'KDD', source },
  });
  expect(status, JSON.stringify(body)).toBe(200);
  const [then, next] = body.versions.slice(-2);
  expect([then?.to, next?.from, next?.name, next?.source]).toEqual(['2026-06-30', '2026-07-01', name, source]);
  const on = async (at: string) => (await call<{ name: object }[]>('GET', `agencies?q=971040238&at=${at}`)).body[0];
  expect(await on('2026-07-01')).toMatchObject({ name });
  expect(await on('2026-06-30')).toMatchObject({ name: { nb: 'Kartverket' } });
  const earlier = { from: '2026-07-01', name: { ...name, nb: 'Enda et' }, source };
  expect(await call('POST', 'directory/agencies/kartverket/changes', earlier)).toMatchObject({
    ...{ status: 400, body: { detail: expect.stringContaining('2026-07-01') } },
  });
  const same = { from: '2026-08-01', name, source };
  expect((await call('POST', 'directory/agencies/kartverket/changes', same)).status).toBe(409);
  const unknown = { from: '2026-08-01', ministry: 'KMD', source };
  expect(await call('POST', 'directory/agencies/kartverket/changes', unknown)).toMatchObject({
    ...{ status: 400, body: { detail: expect.stringContaining('KMD') } },
  });
});

test('a new agency; a mistyped number is told which digit was expected, and one in use whose it is', async () => {
  const added = (orgnr: string) =>
    call<DirectoryAgency>('POST', 'directory/agencies', {
      ...{ orgnr, name: { nb: 'Etaten', nn: 'Etaten', en: 'The Agency' }, ministry: 'DFD', from: '2026-07-01', source },
    });
  expect(await added('991825828')).toMatchObject({
    status: 400,
    body: { detail: expect.stringMatching(/er 8, .* 7/) },
  });
  expect(await added('991825827')).toMatchObject({
    ...{ status: 409, body: { detail: expect.stringContaining('Digitaliseringsdirektoratet') } },
  });
  const { status, body } = await added('800 000 130');
  expect(status).toBe(201);
  expect(body.versions).toMatchObject([{ orgnr: '800000130', from: '2026-07-01', verified: false }]);
  expect((await added('800000130')).status).toBe(409);
});

test('a new ministry; agencies are under it from its first day, and a seed that knows it too makes no second one', async () => {
  const name = { nb: 'Beredskapsdepartementet', nn: 'Beredskapsdepartementet', en: 'Ministry of Preparedness' };
  const added = (more: object = {}) =>
    call<DirectoryMinistry>('POST', 'directory/ministries', {
      ...{ code: 'BRD', orgnr: '800000491', name, from: '2026-07-01', source, ...more },
    });
  const refused = [
    [{ orgnr: '800000492' }, 400, 'skrevet feil'],
    [{ code: 'DFD' }, 409, 'Koden DFD er i bruk av Digitaliserings'],
    [{ code: 'brd' }, 400, ''],
  ] as const;
  for (const [more, status, words] of refused)
    expect(await added(more)).toMatchObject({ status, body: { detail: expect.stringContaining(words) } });
  const { status, body } = await added();
  expect(status, JSON.stringify(body)).toBe(201);
  expect(body).toMatchObject({ id: 'BRD', versions: [{ code: 'BRD', name, from: '2026-07-01', to: null, source }] });
  expect((await added({ code: 'BRX' })).body.detail).toContain('i bruk av Beredskapsdepartementet');

  const move = (from: string) =>
    call<DirectoryAgency>('POST', 'directory/agencies/dsb/changes', { from, ministry: 'BRD', source });
  expect((await move('2026-06-30')).status).toBe(400);
  expect((await move('2026-07-01')).body.versions.at(-1)?.ministry?.code).toBe('BRD');

  const seed = await readSeed();
  const [like] = seed.ministryVersions;
  if (!like) throw new Error('the seed has no ministries');
  const known = { ...like, ministryId: 'BRD', code: 'BRD', validFrom: '2026-08-01', validTo: null };
  await db.transaction((tx) =>
    loadDirectory(tx, 'system:directory', {
      ...seed,
      ministries: [...seed.ministries, { id: 'BRD', successorId: null }],
      ministryVersions: [...seed.ministryVersions, known],
    }),
  );
  const { body: found } = await call<Directory>('GET', 'directory?q=BRD');
  expect(found.ministries.map(({ versions }) => versions.length)).toEqual([1]);
  const event = await pool.query(`select details from audit_event where action = 'directory.ministryAdded'`);
  expect(event.rows).toEqual([{ details: { ministry: 'BRD', from: '2026-07-01' } }]);
});

test('a ministry gets another name and code from a day on, and ends: the agencies under it follow to its successor', async () => {
  const to = (id: string, what: 'changes' | 'end', body: object) =>
    call<DirectoryMinistry>('POST', `directory/ministries/${id}/${what}`, { source, ...body });
  const under = async (code: string) =>
    (await call<Directory>('GET', 'directory')).body.agencies.flatMap(({ id, versions }) =>
      versions.at(-1)?.to === null && versions.at(-1)?.ministry?.code === code ? [id] : [],
    );
  const name = { nb: 'Samfunnsdepartementet', nn: 'Samfunnsdepartementet', en: 'Ministry of Society' };
  // A code that sorts before the former: what is latest goes by the day.
  const renamed = await to('BRD', 'changes', { from: '2026-08-01', name, code: 'ASD' });
  expect(renamed.status, JSON.stringify(renamed.body)).toBe(200);
  expect(renamed.body.versions.map(({ code, from, to: last }) => [code, from, last])).toEqual([
    ['BRD', '2026-07-01', '2026-07-31'],
    ['ASD', '2026-08-01', null],
  ]);
  expect([await under('ASD'), renamed.body.agencies]).toEqual([['dsb'], 1]);
  expect((await call<DirectoryMinistry>('GET', 'directory/ministries/BRD')).body).toEqual(renamed.body);

  for (const [what, body, status, words] of [
    ['changes', { from: '2026-08-02', code: 'ASD' }, 409, 'slik fra før'],
    ['changes', { from: '2026-08-02', code: 'FIN' }, 409, 'Koden FIN er i bruk'],
    ['changes', { from: '2026-08-01', code: 'SOC' }, 400, 'gjelder fra'],
    ['end', { from: '2026-08-10', successor: null }, 400, '1 virksomhet er under'],
    ['end', { from: '2026-08-10', successor: 'BRD' }, 400, 'seg selv'],
    ['end', { from: '2026-08-10', successor: 'NONE' }, 400, 'finnes ikke'],
  ] as const)
    expect(await to('BRD', what, body), words).toMatchObject({
      status,
      body: { detail: expect.stringContaining(words) },
    });
  expect((await to('finnes-ikke', 'end', { from: '2026-08-10', successor: null })).status).toBe(404);

  const before = await under('DFD');
  const ended = await to('BRD', 'end', { from: '2026-08-10', successor: 'DFD' });
  expect(ended.status, JSON.stringify(ended.body)).toBe(200);
  expect(ended.body).toMatchObject({ successor: { id: 'DFD', from: '2026-08-10' }, agencies: 0 });
  expect(ended.body.versions.at(-1)?.to).toBe('2026-08-09');
  expect(new Set(await under('DFD'))).toEqual(new Set([...before, 'dsb']));
  const { body: dsb } = await agency('dsb');
  expect(dsb.versions.slice(-2).map(({ ministry, from }) => [ministry?.code, from])).toEqual([
    ['ASD', '2026-07-01'],
    ['DFD', '2026-08-10'],
  ]);
  expect((await to('DFD', 'end', { from: '2026-09-01', successor: 'BRD' })).status).toBe(400);
  expect((await to('BRD', 'changes', { from: '2026-09-01', code: 'XYZ' })).body.detail).toContain('avviklet');
});

test('two agencies merge: the one that ends is carried on, and none carries on itself', async () => {
  const end = (id: string, successor: string | null, from = '2026-09-01') =>
    call<DirectoryAgency>('POST', `directory/agencies/${id}/end`, { from, successor, source });
  expect((await end('ssb', 'ssb')).status).toBe(400);
  expect((await end('ssb', 'ehelse')).status).toBe(400);
  const { status, body } = await end('ssb', 'kartverket');
  expect(status, JSON.stringify(body)).toBe(200);
  expect([body.versions.at(-1)?.to, body.successors.map(({ id }) => id)]).toEqual(['2026-08-31', ['kartverket']]);
  expect((await end('ssb', null, '2026-10-01')).status).toBe(409);
  expect((await end('kartverket', 'ssb')).status).toBe(400);
  expect((await agency('kartverket')).body.predecessors.map(({ id }) => id)).toContain('ssb');
});

const header = [...directoryHeader, ministryColumn] as const;
const file = (...rows: Partial<Record<(typeof header)[number], string>>[]) =>
  [header.join(';'), ...rows.map((row) => header.map((name) => row[name] ?? '').join(';'))].join('\r\n');
const importing = (csv: string, dryRun = false) =>
  call<DirectoryImport>('POST', 'directory/import?lang=nb', { csv, dryRun });

test('a file with faults changes nothing, and every fault is told by row, column, value and reason', async () => {
  const rows = [
    { orgnr: '991825828', nameNb: 'Feil', ministry: 'DFD', from: '2026-10-01', source },
    { id: 'nve', nameNb: 'Vassdrag', from: 'i morgen', source },
    { id: 'nve', nameNb: 'Vassdrag', from: '2026-10-01', source },
    { id: 'udi', ministry: 'XYZ', from: '2026-10-01', source },
  ];
  const { body } = await importing(file(...rows));
  expect(body.problems.map(({ row, column, value }) => [row, column, value])).toEqual([
    [2, 'orgnr', '991825828'],
    [3, 'from', 'i morgen'],
    [5, 'ministry', 'XYZ'],
  ]);
  expect(body.problems[0]?.text).toContain('7');
  expect((await agency('nve')).body.versions.at(-1)?.name.nb).not.toBe('Vassdrag');
  expect((await importing('a,b\n1,2\n')).body.problems.map(({ column }) => column)).toContain('orgnr');
  expect((await importing('')).body.problems.length).toBeGreaterThan(0);
});

test('a dry run tells what would change; the import does it; the same again changes nothing', async () => {
  const csv = file(
    { orgnr: '800000300', nameNb: 'Etat to', ministry: 'FIN', from: '2026-10-01', source },
    { id: 'nve', nameNb: 'Vassdrag', from: '2026-10-01', source },
    { id: 'udi', from: '2026-10-01', ended: 'yes', successor: 'nve', source },
  );
  const told = [
    [2, 'added', 'Etat to'],
    [3, 'changed', 'Norges vassdrags- og energidirektorat'],
    [4, 'ended', 'Utlendingsdirektoratet'],
  ];
  const dry = (await importing(csv, true)).body;
  expect(dry.problems).toEqual([]);
  expect(dry.changes.map(({ row, change, name }) => [row, change, name])).toEqual(told);
  expect((await agency('nve')).body.versions.at(-1)?.name.nb).not.toBe('Vassdrag');
  expect((await importing(csv)).body.changes).toEqual(dry.changes);
  expect((await agency('nve')).body.versions.at(-1)?.name.nb).toBe('Vassdrag');
  expect((await importing(csv)).body).toMatchObject({ changes: [], unchanged: 3, problems: [] });
});

test('ministries come in the same file: added, changed by id or code, ended; the same again changes nothing', async () => {
  const bad = file(
    { code: 'xx', nameNb: 'Feil', from: '2027-01-01', source },
    { code: 'NYE', from: '2027-01-01', source },
    { code: 'FIN', from: '2027-01-01', ended: 'yes', source },
    { code: 'BORTE', from: '2027-01-01', ended: 'yes', source },
    { id: 'ingen', code: 'ABC', from: '2027-01-01', source },
  );
  expect((await importing(bad)).body.problems.map(({ row, column }) => [row, column])).toEqual([
    [2, 'code'],
    [3, 'nameNb'],
    [4, 'successor'],
    [5, 'id'],
    [6, 'id'],
  ]);
  const csv = file(
    { code: 'NYE', nameNb: 'Nyedepartementet', orgnr: '800000491', from: '2027-01-01', source },
    { orgnr: '800000572', nameNb: 'Etat tre', ministry: 'NYE', from: '2027-01-01', source },
    { id: 'FIN', code: 'FØD', from: '2027-01-01', source },
    { code: 'NYE', from: '2027-02-01', ended: 'yes', successor: 'FØD', source },
  );
  const { body } = await importing(csv);
  expect(body.problems).toEqual([]);
  expect(body.changes.map(({ row, change, id }) => [row, change, id])).toEqual([
    [2, 'added', 'NYE'],
    [3, 'added', 'orgnr-800000572'],
    [4, 'changed', 'FIN'],
    [5, 'ended', 'NYE'],
  ]);
  const { versions } = (await agency('orgnr-800000572')).body;
  expect(versions.map(({ ministry, from }) => [ministry?.code, from])).toEqual([
    ['NYE', '2027-01-01'],
    ['FØD', '2027-02-01'],
  ]);
  expect((await importing(csv)).body).toMatchObject({ changes: [], unchanged: 4, problems: [] });
});

test('nothing of what had been is other, and loading the seed again undoes nothing', async () => {
  const ended = (rows: { valid_to: string; id: string }[]) => rows.map(({ id }) => id);
  const seedBefore = new Set(ended(before.past));
  expect((await past()).filter(({ id }) => seedBefore.has(id))).toEqual(before.past);
  expect(await perMinistry()).toBe(before.table);
  const whole = async () => (await pool.query('select * from agency_version order by id')).rows;
  const now = await whole();
  await db.transaction((tx) => loadDirectory(tx));
  expect(await whole()).toEqual(now);
});

test('an analyst reads and changes nothing', async () => {
  expect((await call('GET', 'directory', undefined, analyst)).status).toBe(200);
  const body = { from: '2027-01-01', successor: null, source };
  expect((await call('POST', 'directory/agencies/nve/end', body, analyst)).status).toBe(403);
});
