import { afterAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../db/testing.ts';
import { record } from './record.ts';
import { verifyChain } from './verify.ts';

const { db, pool, close } = await testDatabase();
afterAll(close);

/** Changes the table as someone with the keys to the database could: past the triggers that refuse it. */
async function tamper(statement: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`alter table audit_event disable trigger user`);
    await client.query(statement);
    await client.query(`alter table audit_event enable trigger user`);
    await client.query('commit');
  } finally {
    client.release();
  }
}

beforeEach(async () => {
  await tamper('truncate audit_event restart identity');
  await tamper(`update audit_head set previous_hash = '', hash = ''`);
  for (const year of [2019, 2020, 2021, 2022]) {
    await db.transaction((tx) =>
      record(tx, {
        actor: 'system:test',
        action: 'round.created',
        subject: `round:${year}`,
        details: { year, edition: 'æøå' },
      }),
    );
  }
});

test('an untouched chain holds, also one event at a time', async () => {
  const verified = await verifyChain(db);
  expect(verified).toMatchObject({ events: 4 });
  expect(verified.broken).toBeUndefined();
  expect(verified.lastHash).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ['changed content', `update audit_event set details = '{"year": 1999}' where sequence = 2`, 2, 'content'],
  ['another actor', `update audit_event set actor = 'someone else' where sequence = 3`, 3, 'content'],
  ['another time', `update audit_event set at = at + interval '1 second' where sequence = 4`, 4, 'content'],
  ['a deleted event', `delete from audit_event where sequence = 2`, 3, 'order'],
  ['a deleted first event', `delete from audit_event where sequence = 1`, 2, 'order'],
  ['a deleted last event', `delete from audit_event where sequence = 4`, 3, 'end'],
  ['no event left', `delete from audit_event`, 0, 'end'],
  ['a moved event', `update audit_event set sequence = 40 where sequence = 2`, 3, 'order'],
])('%s is found', async (_what, statement, sequence, reason) => {
  await tamper(statement);
  expect((await verifyChain(db)).broken).toEqual({ sequence, reason });
});
