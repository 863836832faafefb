import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkDatabase } from './connect.ts';
import { migrate } from './migrate.ts';
import { testDatabase } from './testing.ts';

const { pool, url, close } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'samblikk-migrations-'));
afterAll(() => Promise.all([close(), rm(folder, { recursive: true, force: true })]));

/** A folder with these migrations, later than the program's own. */
async function migrations(name: string, ...statements: string[]): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, 'meta'), { recursive: true });
  const entries = statements.map((_, idx) => ({ idx, when: 9e12 + idx, tag: `${idx}_test`, breakpoints: true }));
  await writeFile(join(path, 'meta', '_journal.json'), JSON.stringify({ entries }));
  for (const [index, statement] of statements.entries()) await writeFile(join(path, `${index}_test.sql`), statement);
  return path;
}

async function tables(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE tablename LIKE 'made_%'",
  );
  return rows.map(({ name }) => name).sort();
}

test('a migration that fails takes those before it back, and says why in one line', async () => {
  const path = await migrations('broken', 'CREATE TABLE made_first (id int)', 'CREATE TABLE made_second (id nonsense)');
  await expect(migrate(url, path)).rejects.toThrow(
    /^A migration failed, nothing was changed: type "nonsense" does not exist$/,
  );
  expect(await tables()).toEqual([]);
});

test('copies that start at the same time apply each migration once', async () => {
  const path = await migrations('good', 'CREATE TABLE made_first (id int)', 'CREATE TABLE made_second (id int)');
  await Promise.all([migrate(url, path), migrate(url, path), migrate(url, path)]);
  await migrate(url, path);
  expect(await tables()).toEqual(['made_first', 'made_second']);
});

test('a database that began with the migrations of an unreleased version is left as it is, and said so', async () => {
  const first = '(select min(created_at) from drizzle.__drizzle_migrations)';
  await pool.query(`update drizzle.__drizzle_migrations set created_at = created_at - 1 where created_at = ${first}`);
  await expect(migrate(url)).rejects.toThrow(/made by an unreleased version of Samblikk: start with an empty DATA_DIR/);
  await pool.query(`update drizzle.__drizzle_migrations set created_at = created_at + 1 where created_at = ${first}`);
  await migrate(url);
});

test('a database that does not answer is named without its password', async () => {
  const failure = checkDatabase('postgres://me:secret@127.0.0.1:1/name', 'DATABASE_URL');
  await expect(failure).rejects.toThrow(
    /^DATABASE_URL does not answer: 127\.0\.0\.1:1\/name: connect ECONNREFUSED 127\.0\.0\.1:1$/,
  );
  await expect(checkDatabase(url, 'DATABASE_URL')).resolves.toBeUndefined();
});
