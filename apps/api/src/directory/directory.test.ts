import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '../platform/db/testing.ts';
import { loadDirectory } from './load.ts';
import { agenciesAt, agencyById, findAgency, ministriesAt, namesAt } from './store.ts';

const { db, pool, close } = await testDatabase();
afterAll(close);
const first = await db.transaction((tx) => loadDirectory(tx));

test('loading again changes nothing and writes no event', async () => {
  expect(first).toMatchObject({ agencies: 86, changed: true });
  const snapshot = async () => (await pool.query('select * from agency_version order by id')).rows;
  const before = await snapshot();
  expect(await db.transaction((tx) => loadDirectory(tx))).toMatchObject({ changed: false });
  expect(await snapshot()).toEqual(before);
  expect((await pool.query('select count(*)::int as n from audit_event')).rows).toEqual([{ n: 1 }]);
});

test('a ministry keeps its id through a new name and code', async () => {
  const then = new Map((await ministriesAt(db, '2019-08-30')).map((m) => [m.code, m]));
  const now = new Map((await ministriesAt(db, '2026-08-30')).map((m) => [m.code, m]));
  expect(then.get('KMD')?.id).toBe(now.get('KDD')?.id);
  expect(then.get('ASD')?.id).toBe(now.get('AID')?.id);
  expect(then.get('OED')?.id).toBe(now.get('ED')?.id);
  expect(then.get('KUD')).toMatchObject({ id: 'KUD', name: { nb: 'Kulturdepartementet' } });
  expect(now.get('KUD')).toMatchObject({ id: 'KUD', name: { nb: 'Kultur- og likestillingsdepartementet' } });
  expect(then.has('DFD')).toBe(false);
  expect(now.get('DFD')?.verified).toBe(true);
  expect([then.size, now.size]).toEqual([16, 17]);
});

test('ministry and name of an agency are those of the day', async () => {
  expect(await findAgency(db, '991825827', '2019-08-30')).toMatchObject({
    id: 'digdir',
    name: { nb: 'Direktoratet for forvaltning og ikt (Difi)' },
    ministry: { code: 'KMD' },
    verified: false,
  });
  expect(await findAgency(db, '991825827', '2023-01-01')).toMatchObject({
    name: { nb: 'Digitaliseringsdirektoratet' },
    ministry: { code: 'KDD' },
  });
  expect(await findAgency(db, '991825827', '2026-01-01')).toMatchObject({ ministry: { code: 'DFD' }, verified: true });
  expect(await agencyById(db, 'havtil', '2019-08-30')).toMatchObject({ ministry: { code: 'ASD' } });
});

test('a merged agency is gone after the merger, and its name is still known', async () => {
  expect(await agencyById(db, 'ehelse', '2023-12-31')).toBeDefined();
  expect(await agencyById(db, 'ehelse', '2024-01-01')).toBeUndefined();
  expect(await agencyById(db, 'hkdir', '2019-08-30')).toBeUndefined();
  const names = await namesAt(db, '2026-01-01');
  expect(names.agency('915933149')?.nb).toBe('Direktoratet for e-helse');
  expect(names.agency('991825827')?.nb).toBe('Digitaliseringsdirektoratet');
  expect(names.ministry('KMD')?.nn).toBe('Kommunal- og moderniseringsdepartementet');
  expect((await namesAt(db, '2019-08-30')).agency('991825827')?.nb).toBe('Direktoratet for forvaltning og ikt (Difi)');
  const { rows } = await pool.query(
    "select successor_id from agency_succession where predecessor_id = 'unit' order by 1",
  );
  expect(rows.map((r) => r.successor_id)).toEqual(['hkdir', 'sikt']);
});

test('search by part of a name takes wildcards literally', async () => {
  expect((await agenciesAt(db, '2026-01-01', 'kartv')).map((a) => a.id)).toEqual(['kartverket']);
  expect((await agenciesAt(db, '2026-01-01', '97476')).length).toBeGreaterThan(3);
  expect(await agenciesAt(db, '2026-01-01', '%')).toEqual([]);
});
