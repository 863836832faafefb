import type { ReleaseView } from '@samblikk/contract';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { lockRound } from '../rounds/index.ts';
import { freezeRound } from './freeze.ts';

const { db, pool, close } = await testDatabase();
const now = new Date('2026-03-02T09:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
await import2019(db);
const request = { year: 2019, actor: 'system:test', now };
const first = await freezeRound(db, request);

afterAll(async () => {
  await app.close();
  await close();
});

const releases = async () => (await app.inject('/api/v1/releases')).json() as ReleaseView[];
const number = async (query: string) =>
  Number((await pool.query<{ n: string }>(`select (${query})::text as n`)).rows[0]?.n);

test('a release holds all submitted measures, in order of number', async () => {
  expect(first.created).toBe(true);
  expect(first.release).toMatchObject({
    number: 1,
    measures: 432,
    publicMeasures: 401,
    invited: 73,
    answered: 67,
    edition: '2019',
  });
  const { rows } = await pool.query<{ number: string; position: number }>(
    'select number, position from release_measure order by position',
  );
  expect(rows.map((row) => row.position)).toEqual(rows.map((_, i) => i + 1));
  expect(rows.map((row) => row.number)).toEqual(rows.map((row) => row.number).toSorted());
});

test('what is withheld has no public answer or title', async () => {
  expect(await number(`select count(*) from release_measure where visibility = 'withheld'`)).toBe(31);
  expect(
    await number(
      `select count(*) from release_measure where visibility = 'withheld' and (public_answers <> '{}' or public_title is not null)`,
    ),
  ).toBe(0);
  expect(
    await number(
      `select count(*) from release_measure where public_answers ? 'contactEmail' or public_answers ? 'comments'`,
    ),
  ).toBe(0);
});

test('freezing again without change gives the same release', async () => {
  expect(await freezeRound(db, { ...request, now: new Date('2027-01-01T00:00:00Z') })).toEqual({
    created: false,
    release: first.release,
  });
});

test('a release is dated by the round’s day of freezing, and by now when something has changed since', async () => {
  expect(first.release.dataAsOf.toISOString()).toBe('2019-09-25T21:59:59.000Z');
  expect((await releases())[0]).toMatchObject({ dataAsOf: '2019-09-25T21:59:59.000Z', frozenAt: now.toISOString() });
});

test('two freezes at once make one release', async () => {
  const both = await Promise.all([freezeRound(db, request), freezeRound(db, request)]);
  expect(both.map((frozen) => frozen.release.id)).toEqual([first.release.id, first.release.id]);
});

test('a withdrawn measure makes a new release, and the old one stays', async () => {
  const before = await pool.query('select * from release_measure order by position');
  await db.execute(
    sql`update measure_round set withdrawn_at = '2026-03-01' where measure_id = (select id from measure where number = '2019-0003')`,
  );
  const second = await freezeRound(db, request);
  expect(second).toMatchObject({ created: true, release: { number: 2, measures: 431, dataAsOf: now } });
  await db.execute(sql`update measure_round set withdrawn_at = null`);
  const third = await freezeRound(db, request);
  expect(third).toMatchObject({
    created: true,
    release: { number: 3, measures: 432, contentHash: first.release.contentHash },
  });
  expect(
    (await pool.query('select * from release_measure where release_id = $1 order by position', [first.release.id]))
      .rows,
  ).toEqual(before.rows);
  expect((await releases()).map(({ year, number: n, latest }) => [year, n, latest])).toEqual([
    [2019, 3, true],
    [2019, 2, false],
    [2019, 1, false],
  ]);
});

test('each freeze leaves one audit event, and an unchanged one none', async () => {
  const { rows } = await pool.query(
    `select details->>'number' as number from audit_event where action = 'release.frozen' order by sequence`,
  );
  expect(rows.map((row) => row.number)).toEqual(['1', '2', '3']);
});

test.each([
  'release',
  'release_measure',
  'release_decision',
  'revision',
  'submission',
  'submission_revision',
  'audit_event',
])('the database refuses to change or remove a row of %s', async (table) => {
  const column = (await pool.query(`select * from "${table}" limit 1`)).fields[0]?.name;
  await expect(pool.query(`update "${table}" set "${column}" = "${column}"`)).rejects.toThrow('append-only');
  await expect(pool.query(`delete from "${table}"`)).rejects.toThrow('append-only');
  await expect(pool.query(`truncate "${table}" cascade`)).rejects.toThrow('append-only');
});

test('nothing is put into a release that is there, and its own table is as closed as the whole', async () => {
  const { rows } = await pool.query<{ name: string }>(
    `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'release_measure'::regclass`,
  );
  expect(rows.length).toBe(3);
  for (const name of ['release_measure', ...rows.map((row) => row.name)]) {
    await expect(pool.query(`insert into ${name} select * from ${name} limit 1`), name).rejects.toThrow('append-only');
    await expect(pool.query(`update ${name} set late = late`), name).rejects.toThrow('append-only');
    await expect(pool.query(`delete from ${name}`), name).rejects.toThrow('append-only');
    await expect(pool.query(`truncate ${name}`), name).rejects.toThrow('append-only');
    expect(
      await number(
        `select count(*) from pg_constraint where conrelid = '${name}'::regclass and contype = 'f' and convalidated`,
      ),
    ).toBe(4);
    expect(await number(`select count(*) from pg_index where indrelid = '${name}'::regclass and indisvalid`)).toBe(3);
  }
});

test('a freeze that finds nothing new leaves no table behind', async () => {
  expect(await number(`select count(*) from pg_class where relname ~ '^release_measure_[0-9a-f]{32}$'`)).toBe(3);
});

test('answers can be saved while the round is frozen', async () => {
  await db.transaction(async (tx) => {
    await lockRound(tx, 2019);
    const client = await pool.connect();
    try {
      await client.query(`begin; set local lock_timeout = '2s'`);
      const { rowCount } = await client.query(
        `insert into revision (id, measure_id, round_id, version, edition, answers, origins, authors)
          select gen_random_uuid(), measure_id, round_id, version + 1, edition, answers, origins, authors from revision limit 1`,
      );
      expect(rowCount).toBe(1);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

test('only an administrator may freeze', async () => {
  const post = async (headers: object) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/rounds/2019/freeze',
      headers: { ...headers },
      // Six agencies never answered.
      payload: { confirmed: true },
    });
  expect((await post({})).statusCode).toBe(401);
  expect((await post((await signInAs(db, { roles: [{ role: 'analyst' }] })).headers)).statusCode).toBe(403);
  const reply = await post((await signInAs(db, { roles: [{ role: 'admin' }] })).headers);
  expect(reply.json()).toMatchObject({ created: false, release: { number: 3, year: 2019, latest: true } });
  const none = await app.inject({
    method: 'POST',
    url: '/api/v1/rounds/2018/freeze',
    headers: (await signInAs(db, { roles: [{ role: 'admin' }] })).headers,
  });
  expect(none.statusCode).toBe(404);
});

test('a release has an address of its own that answers 304 to who has it', async () => {
  const reply = await app.inject(`/api/v1/releases/${first.release.id}`);
  expect(reply.json()).toMatchObject({ number: 1, latest: false, publicMeasures: 401 });
  expect(reply.headers['last-modified']).toBe('Mon, 02 Mar 2026 09:00:00 GMT');
  const again = await app.inject({
    url: `/api/v1/releases/${first.release.id}`,
    headers: { 'if-none-match': String(reply.headers.etag) },
  });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});
