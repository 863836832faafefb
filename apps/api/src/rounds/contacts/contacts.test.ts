import type { ContactConfirmation, Problem } from '@samblikk/contract';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { digdir, openRound } from '../../responses/testing.ts';
import { auditEvent, population } from '../../schema.ts';
import { contactConfirmations } from './confirm.ts';

const { db, close } = await testDatabase();
const now = new Date('2026-03-01T09:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});
const round = await openRound(db, { opensAt: new Date(0), deadline: new Date('2100-01-01'), lateUntil: null });
const kari = await signInAs(db, { roles: [{ role: 'fill', agency: digdir.id }], name: 'Kari Prøve', now });
const reader = await signInAs(db, { roles: [{ role: 'read', agency: digdir.id }], now });
const url = `/api/v1/agencies/${digdir.orgnr}/rounds/2026/contacts`;
async function call(method: 'GET' | 'PUT', payload?: object, who = kari) {
  const reply = await app.inject({ method, url, headers: who.headers, ...(payload && { payload }) });
  return { status: reply.statusCode, body: reply.json() as ContactConfirmation & Problem };
}

test('asked until someone has said so; then it is kept who did and when', async () => {
  expect((await call('GET')).body).toEqual({ mailbox: null, confirmedAt: null, confirmedBy: null });
  expect((await contactConfirmations(db, round.id)).size).toBe(0);
  expect((await call('PUT', {})).body).toEqual({
    ...{ mailbox: null, confirmedAt: now.toISOString(), confirmedBy: 'Kari Prøve' },
  });
  expect(await contactConfirmations(db, round.id)).toEqual(new Map([[digdir.id, { at: now, by: 'Kari Prøve' }]]));
});

test('another mailbox is that of this round alone, and no address is in the audit', async () => {
  expect((await call('PUT', { mailbox: 'ny@digdir.example' })).body.mailbox).toBe('ny@digdir.example');
  const rows = await db.select().from(population).where(eq(population.agencyId, digdir.id));
  expect(rows.filter(({ contactEmail }) => contactEmail === 'ny@digdir.example').map(({ roundId }) => roundId)).toEqual(
    [round.id],
  );
  const events = await db.select().from(auditEvent).where(eq(auditEvent.action, 'contacts.confirmed'));
  expect(events.map(({ details }) => details)).toEqual([
    { year: 2026, mailbox: false },
    { year: 2026, mailbox: true },
  ]);
});

test('what is no address is refused, and so is one who only reads', async () => {
  expect((await call('PUT', { mailbox: 'ikke en adresse' })).status).toBe(400);
  expect((await call('GET', undefined, reader)).status).toBe(403);
});
