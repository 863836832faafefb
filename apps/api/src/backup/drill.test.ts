import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { storedZip } from '@samblikk/files';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { import2019 } from '../demo/testing.ts';
import { record, verifyChain } from '../platform/audit/index.ts';
import { ROOT } from '../platform/config/index.ts';
import { migrations } from '../platform/db/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { secretOf } from '../platform/secrets/index.ts';
import { ZipReader } from '../platform/zip/index.ts';
import { auditEvent, ministry, release } from '../schema.ts';
import { restoreBackup, takeBackup, verifyBackup } from './index.ts';
import { appliedMigrations, applyMigrations, emptyDatabase } from './rebuild.ts';
import { allRows } from './testing.ts';

// The drill that docs/backup.md tells of: fill, back up while others write, restore elsewhere, compare.

const folder = await mkdtemp(join(tmpdir(), 'samblikk-backup-test-'));
const { db, close } = await testDatabase();
afterAll(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});
const path = (name: string) => join(folder, name);
const now = new Date('2026-04-02T09:00:00Z');
const secret = await secretOf({ dataDir: folder, sessionSecret: undefined });
const backup = (name: string) => takeBackup(db, { path: path(name), secret, now });
const restore = (into: { db: typeof db }, name: string, replace = false) =>
  restoreBackup(into.db, { path: path(name), replace });

const note = (n: number) =>
  db.transaction((tx) =>
    record(tx, { actor: 'system:test', action: 'round.deleted', subject: `round:${n}`, details: { year: 3000 + n } }),
  );

let cookie: Record<string, string>;
beforeAll(async () => {
  await import2019(db, { freeze: true });
  ({ headers: cookie } = await signInAs(db, { roles: [{ role: 'admin' }] }));
  await backup('whole.zip');
});

describe('a restored database', () => {
  test('has every row of every table, answers as before, and has an audit chain that holds', async () => {
    const other = await testDatabase();
    const { rows } = await restore(other, 'whole.zip');
    const [before, after] = [await allRows(db), await allRows(other.db)];
    expect(after).toEqual(before);
    expect(Object.keys(after).some((table) => table.startsWith('release_measure_'))).toBe(true);
    expect(rows).toBe(Object.values(before).reduce((all, list) => all + list.length, 0));
    expect(await verifyChain(other.db)).toEqual(await verifyChain(db));

    const apps = [db, other.db].map((one) => buildApp({ config: testConfig(), db: one, limits: false }));
    const [here, there] = await Promise.all(apps);
    for (const url of ['/api/v1/register.csv', '/api/v1/register.json', '/api/v1/statistics/2019/table?rows=phase']) {
      const [one, two] = [await here?.inject(url), await there?.inject(url)];
      expect(two?.statusCode, url).toBe(200);
      expect(two?.body === one?.body, url).toBe(true);
    }
    // Whoever was signed in still is, and numbers go on where they were.
    expect((await there?.inject({ url: '/api/v1/session', headers: cookie }))?.json()).toMatchObject({
      signedIn: true,
    });
    await other.db.transaction((tx) =>
      record(tx, { actor: 'system:test', action: 'round.deleted', subject: 'round:1', details: { year: 1 } }),
    );
    expect((await verifyChain(other.db)).broken).toBeUndefined();
    await Promise.all([here?.close(), there?.close()]);
    await other.close();
  });

  test('keeps what history must keep: it is only added to there as well', async () => {
    const other = await testDatabase();
    await restore(other, 'whole.zip');
    await expect(other.db.delete(release)).rejects.toThrow();
    await expect(other.db.execute(sql`update release_measure set late = true`)).rejects.toThrow();
    await other.close();
  });

  test('is of one moment, though others wrote while it was taken', async () => {
    let writing = true;
    const writer = (async () => {
      for (let n = 0; writing; n += 1) await note(n);
    })();
    const before = await db.$count(auditEvent);
    await pause(50);
    await backup('busy.zip');
    writing = false;
    await writer;
    const other = await testDatabase();
    await restore(other, 'busy.zip');
    const verified = await verifyChain(other.db);
    expect(verified.broken).toBeUndefined();
    expect(verified.events).toBeGreaterThan(before);
    expect(verified.events).toBeLessThan(await db.$count(auditEvent));
    await other.close();
  });
});

describe('a restore', () => {
  test('refuses a database with something in it, unless it is to be replaced', async () => {
    const other = await testDatabase();
    await other.db.insert(ministry).values({ id: 'XXX' });
    await expect(restore(other, 'whole.zip')).rejects.toThrow('The database is not empty (ministry …)');
    await restore(other, 'whole.zip', true);
    expect((await other.db.select().from(ministry)).map(({ id }) => id)).not.toContain('XXX');
    await other.close();
  });

  test('refuses while the program runs on the database', async () => {
    const other = await testDatabase();
    const client = new pg.Client({ connectionString: other.url, application_name: 'samblikk-jobs' });
    await client.connect();
    await expect(restore(other, 'whole.zip')).rejects.toThrow('stop it first');
    await client.end();
    await other.close();
  });

  test('of a file that was changed, of none and of half of one restores nothing', async () => {
    const zip = await ZipReader.open(path('whole.zip'));
    const files = new Map<string, string>();
    for (const name of zip.names) files.set(name, await zip.text(name));
    zip.close();
    files.set('tables/ministry.copy', (files.get('tables/ministry.copy') ?? '').replace('KMD', 'XXX'));
    await writeFile(
      path('changed.zip'),
      storedZip([...files].map(([name, text]) => ({ name, bytes: Buffer.from(text) }))),
    );
    const whole = await readFile(path('whole.zip'));
    await writeFile(path('half.zip'), whole.subarray(0, Math.floor(whole.length / 2)));
    expect((await verifyBackup(path('whole.zip'))).faults).toEqual([]);
    expect((await verifyBackup(path('changed.zip'))).faults).toEqual(['tables/ministry.copy']);
    const other = await testDatabase();
    const empty = await allRows(other.db);
    await expect(restore(other, 'changed.zip')).rejects.toThrow('tables/ministry.copy is not what was backed up');
    for (const name of ['half.zip', 'none.zip'])
      await expect(restore(other, name)).rejects.toThrow('is no whole backup');
    expect(await allRows(other.db)).toEqual(empty);
    await restore(other, 'whole.zip');
    await other.close();
  });

  test('of an older version is brought up to the program; one of another version is refused', async () => {
    const old = await testDatabase();
    const some = migrations().slice(0, 2);
    await old.db.transaction(async (tx) => {
      await emptyDatabase(tx);
      await applyMigrations(tx, some);
      await tx.execute(sql`insert into ministry (id) values ('OLD')`);
    });
    await takeBackup(old.db, { path: path('old.zip'), secret, now });
    const other = await testDatabase();
    await restore(other, 'old.zip');
    expect(await other.db.select({ id: ministry.id }).from(ministry)).toEqual([{ id: 'OLD' }]);
    const hashes = migrations().map(({ hash }) => hash);
    expect(await other.db.transaction(appliedMigrations)).toEqual(hashes);
    await old.db.execute(sql`update drizzle.__drizzle_migrations set hash = ${'f'.repeat(64)}`);
    await takeBackup(old.db, { path: path('other.zip'), secret, now });
    await expect(restore(other, 'other.zip', true)).rejects.toThrow('is of another version of Samblikk');
    await old.close();
    await other.close();
  });
});

/** Runs the command line as a process of its own; killed after so many milliseconds when told. */
async function samblikk(args: readonly string[], env: Record<string, string>, killAfter?: number) {
  const child = spawn(process.execPath, [join(ROOT, 'apps/api/src/cli.ts'), ...args], {
    env: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  const over = once(child, 'exit');
  if (killAfter !== undefined) {
    await Promise.race([over, pause(killAfter)]);
    child.kill('SIGKILL');
  }
  const [status] = await over;
  return { status, said };
}

test('a backup or a restore that is killed anywhere leaves a state from which the same goes again', {
  timeout: 120_000,
}, async () => {
  const other = await testDatabase();
  const env = { DATABASE_URL: other.url, DATA_DIR: path('data') };
  const empty = await allRows(other.db);
  await other.pool.end();
  const look = async <T>(ask: (of: typeof db) => Promise<T>) => {
    const pool = new pg.Pool({ connectionString: other.url, max: 1, application_name: 'look' });
    try {
      return await ask(drizzle(pool));
    } finally {
      await pool.end();
    }
  };
  const whole = await allRows(db).then(({ round }) => round);
  for (const after of [300, 600, 900, 1200, 1500]) {
    await samblikk(['restore', '--from', path('whole.zip')], env, after);
    for (let waits = 0; waits < 50; waits += 1) {
      // PostgreSQL sees that the process has gone within a moment.
      const { rows } = await look((of) =>
        of.execute(sql`select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`),
      );
      if (rows.length === 0) break;
      await pause(100);
    }
    const rows = await look(allRows);
    if (rows.round?.length === 0) expect(rows).toEqual(empty);
    else {
      expect(rows.round).toEqual(whole);
      break;
    }
  }
  const again = await samblikk(['restore', '--from', path('whole.zip'), '--replace'], env);
  expect(again.said).toContain('Restored');
  expect(again.status).toBe(0);
  for (const after of [400, 800, 1200]) {
    await samblikk(['backup', '--out', path('killed.zip')], env, after);
    if (await stat(path('killed.zip')).catch(() => undefined))
      expect((await verifyBackup(path('killed.zip'))).faults).toEqual([]);
  }
  expect((await samblikk(['backup', '--out', path('killed.zip')], env)).status).toBe(0);
  expect((await verifyBackup(path('killed.zip'))).faults).toEqual([]);
});

test('an embedded database goes to another folder by the command line, with its secret', {
  timeout: 120_000,
}, async () => {
  const env = (name: string) => ({ DATABASE_URL: '', SESSION_SECRET: '', DATA_DIR: path(name) });
  expect((await samblikk(['directory', 'load'], env('one'))).status).toBe(0);
  const taken = await samblikk(['backup', '--out', path('embedded.zip')], env('one'));
  expect([taken.status, taken.said]).toEqual([0, expect.stringContaining('The secret of the program is in it')]);
  expect((await stat(path('embedded.zip'))).mode & 0o077).toBe(0);
  const checked = await samblikk(['backup', 'verify', path('embedded.zip')], env('one'));
  expect([checked.status, checked.said]).toEqual([0, expect.stringContaining('holds')]);
  const restored = await samblikk(['restore', '--from', path('embedded.zip')], env('two'));
  expect([restored.status, restored.said]).toEqual([0, expect.stringContaining('Restored')]);
  const kept = (name: string) => readFile(join(path(name), 'session-secret'), 'utf8');
  expect(await kept('two')).toBe(await kept('one'));
  const verified = await samblikk(['audit', 'verify'], env('two'));
  expect(verified.said).toContain('1 events, all hold');
  const elsewhere = { ...env('three'), SESSION_SECRET: 'x'.repeat(40) };
  const other = await samblikk(['restore', '--from', path('embedded.zip')], elsewhere);
  expect([other.status, other.said]).toEqual([1, expect.stringContaining('SESSION_SECRET must be the file')]);
  expect((await readdir(folder)).filter((name) => name.endsWith('.part') && !name.startsWith('killed'))).toEqual([]);
});
