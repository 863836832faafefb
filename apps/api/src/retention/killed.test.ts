import { v7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { import2019 } from '../demo/testing.ts';
import { verifyChain } from '../platform/audit/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { type KillPoint, programs, rowsOf } from '../platform/db/testing-programs.ts';
import { mail } from '../schema.ts';
import { dueNow } from './index.ts';

// Killed outright in the middle, retention has erased a kind of a round with its line in the audit, or nothing of it; the next run
// erases the rest. Ten years after the deadline of 2019, its contacts and its names are due.

const { samblikk } = await programs();
const [whole, one] = [await testDatabase(), await testDatabase()];
afterAll(() => Promise.all([whole.close(), one.close()]));
const at = new Date('2019-09-01T08:00:00Z');
const letter = {
  id: v7(),
  subject: 'x',
  receiver: 'post@x.example',
  body: '…',
  createdAt: at,
  nextTryAt: at,
  sentAt: at,
};
const now = '2031-01-01T12:00:00Z';
const erase = (of: typeof one, kill?: KillPoint) => samblikk(of, `retention run --at ${now}`, kill);
const due = () => dueNow(one.db, new Date(now));
const told = () =>
  rowsOf(
    one,
    `select details ->> 'kind' as kind, (details ->> 'year')::int as year, (details ->> 'rows')::int as rows
     from audit_event where action = 'retention.erased' order by sequence`,
  );

test('killed in the middle, each kind is erased with its line or not at all; the same again erases the rest, once', {
  timeout: 120_000,
}, async () => {
  for (const { db } of [whole, one]) {
    await import2019(db);
    await db.insert(mail).values(letter);
  }
  const all = await due();
  expect(all.map(({ kind }) => kind)).toEqual(['contacts', 'letters']);
  const { acts } = await erase(whole);

  // Where all of a kind is erased, and the line in the audit written, and neither is there for good.
  const ends = acts.flatMap((act, index) => (act === 'commit' && acts[index - 1] === 'with' ? [index + 1] : []));
  expect(ends).toHaveLength(all.length);
  for (const [done, before] of ends.entries()) {
    expect((await erase(one, { before })).signal).toBe('SIGKILL');
    expect([await told(), await due()]).toEqual([all.slice(0, done), all.slice(done)]);
  }
  expect((await erase(one)).said).toBe('letters  1 rows\n');
  expect([await told(), await due()]).toEqual([all, []]);
  expect((await verifyChain(one.db)).broken).toBeUndefined();
});
