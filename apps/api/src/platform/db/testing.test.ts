import { afterAll, expect, test } from 'vitest';
import { testDatabase } from './testing.ts';

const one = await testDatabase();
const other = await testDatabase();
afterAll(() => Promise.all([one.close(), other.close()]));

test('each test database is migrated and alone', async () => {
  const names = async (database: typeof one) =>
    (
      await database.pool.query<{ name: string }>('SELECT tablename AS name FROM pg_tables WHERE schemaname = $1', [
        'public',
      ])
    ).rows;
  expect(await names(one)).not.toEqual([]);
  await one.pool.query('CREATE TABLE only_here (id int)');
  expect(await names(one)).toContainEqual({ name: 'only_here' });
  expect(await names(other)).not.toContainEqual({ name: 'only_here' });
});
