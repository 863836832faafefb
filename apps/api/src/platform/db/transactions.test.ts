import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { prepared } from './batched.ts';
import { testDatabase } from './testing.ts';

const { db, pool, close } = await testDatabase();
afterAll(close);

test('a transaction that could not begin gives its connection back', async () => {
  const wrong = { isolationLevel: 'no such level' as 'serializable' };
  for (let i = 0; i < pool.options.max + 1; i++) {
    await expect(db.transaction(async () => undefined, wrong)).rejects.toThrow('begin');
  }
  expect(await db.transaction(async (tx) => (await tx.execute(sql`select 1 as one`)).rows)).toEqual([{ one: 1 }]);
});

test('one that fails is undone, and says why', async () => {
  await pool.query('create table kept (one int)');
  const failing = db.transaction(async (tx) => {
    await tx.execute(sql`insert into kept values (1)`);
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  expect((await pool.query('select * from kept')).rows).toEqual([]);
});

test('a prepared query is made once for the pool, and once for each connection that transactions use', async () => {
  let made = 0;
  const one = prepared((reader) => {
    made += 1;
    return reader
      .select({ is: sql<number>`${sql.placeholder('n')}::int` })
      .from(sql`(select 1) as x`)
      .prepare('is');
  });
  expect(await Promise.all([one(db).execute({ n: 1 }), one(db).execute({ n: 2 })])).toEqual([[{ is: 1 }], [{ is: 2 }]]);
  expect(made).toBe(1);
  for (const n of [3, 4, 5]) expect(await db.transaction((tx) => one(tx).execute({ n }))).toEqual([{ is: n }]);
  // One after the other, they are on one connection.
  expect(made).toBe(2);
});
