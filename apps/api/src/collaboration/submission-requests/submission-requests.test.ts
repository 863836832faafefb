import type { askSubmission, Draft, ReplyOf, ResponseView } from '@samblikk/contract';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { readable } from '../../platform/mail/index.ts';
import { secretsOf } from '../../platform/secrets/index.ts';
import { completeAnswers, digdir, nav, openRound } from '../../responses/testing.ts';
import { auditEvent, mail, population } from '../../schema.ts';

const { db, close } = await testDatabase();
const config = testConfig({ session: { idleMinutes: 99_999, totalMinutes: 99_999 } });
const start = new Date('2026-03-02T09:00:00Z');
let now = start;
const app = await buildApp({ config, db, clock: () => now });
await openRound(db, { opensAt: new Date('2026-03-01'), deadline: new Date('2026-03-20T22:59:00Z'), lateUntil: null });
const mailbox = (agency: typeof digdir, contactEmail: string) =>
  db.update(population).set({ contactEmail }).where(eq(population.agencyId, agency.id));
const who = { now, config } as const;
const fills = [{ role: 'fill', agency: digdir.id }] as const;
const frida = await signInAs(db, {
  ...who,
  roles: fills,
  name: 'Frida Fyller',
  language: 'nn',
  email: 'f@digdir.example',
});
const reader = await signInAs(db, { ...who, roles: [{ role: 'read', agency: digdir.id }] });
const other = await signInAs(db, { ...who, roles: [{ role: 'submit', agency: nav.id }], email: 'n@nav.example' });
afterAll(async () => {
  await app.close();
  await close();
});

const round = `/api/v1/agencies/${digdir.orgnr}/rounds/2026`;
async function call<T = { code?: string }>(
  by: typeof frida,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body?: object,
) {
  const headers = { ...by.headers, 'idempotency-key': `key-${now.getTime()}` };
  const reply = await app.inject({ method, url, headers, ...(body && { payload: body }) });
  return { status: reply.statusCode, body: reply.json() as T & { code?: string } };
}
const ask = (by = frida) => call<ReplyOf<typeof askSubmission>>(by, 'POST', `${round}/submission-request`);
const hub = async (by = frida) => (await call<ResponseView>(by, 'GET', `${round}/response`)).body;
const letters = async () => readable(db, await secretsOf(config)());
const boxes = async () => (await letters()).map(({ to }) => to).sort();
const later = (hours: number) => {
  now = new Date(now.getTime() + hours * 3_600_000);
};

test('where nobody with the right has signed in, the hub knows, and the agency’s mailbox is told', async () => {
  await mailbox(digdir, 'post@digdir.example');
  expect(await hub()).toMatchObject({ submissionRequest: null, submitters: [] });
  expect(await ask()).toMatchObject({ status: 201, body: { askedBy: 'Frida Fyller', askedAt: now.toISOString() } });
  expect(await boxes()).toEqual(['post@digdir.example']);
  expect((await letters())[0]).toMatchObject({ language: 'nn' });
});

test('asked twice within a day is one letter; the day after it is asked again', async () => {
  later(23);
  expect((await ask()).body.code).toBe('alreadyDone');
  expect(await boxes()).toHaveLength(1);
  later(2);
  await db.delete(mail);
  expect((await ask()).status).toBe(201);
  expect(await boxes()).toHaveLength(1);
});

test('each with the right is told in a language of their own, and one box gets one letter', async () => {
  const submits = [{ role: 'submit', agency: digdir.id }] as const;
  const ola = { ...who, roles: submits, name: 'Ola Nordmann', language: 'en', email: 'ola@digdir.example' } as const;
  const signed = await signInAs(db, ola);
  await signInAs(db, { ...who, roles: submits, name: 'Per Uten Adresse' });
  await mailbox(digdir, 'Ola@Digdir.example');
  await db.delete(mail);
  later(25);
  expect((await ask()).status).toBe(201);
  const [letter, ...more] = await letters();
  expect(more).toEqual([]);
  expect(letter).toMatchObject({ to: 'ola@digdir.example', language: 'en' });
  expect(letter?.subject).toContain('Frida Fyller asks');
  expect(letter?.text).toContain('The deadline is 20 March 2026 at 23:59');
  const link = `http://localhost/en/svar/2026/send-inn?virksomhet=${digdir.orgnr}`;
  expect(letter?.text.split('\n')).toContain(link);
  const view = await hub(signed);
  expect(view.submissionRequest).toEqual({ askedAt: now.toISOString(), askedBy: 'Frida Fyller' });
  expect(view.submitters).toEqual(['Ola Nordmann', 'Per Uten Adresse']);
  // Names of colleagues are for those who answer together.
  expect((await hub(reader)).submitters).toEqual([]);

  const { id } = (await call<Draft>(frida, 'POST', `${round}/measures`, {})).body;
  const save = { year: 2026, basedOn: 0, changes: completeAnswers };
  await call(frida, 'PUT', `/api/v1/measures/${id}/answers/2026`, save);
  later(1);
  expect((await call(signed, 'POST', `${round}/submissions`, { nothingToReport: false })).status).toBe(201);
  expect((await hub()).submissionRequest).toBeNull();
  // Sent in since: a new request is news.
  later(1);
  expect((await ask()).status).toBe(201);
});

test('only those who answer for the agency may ask, while the round takes answers, and it is in the audit', async () => {
  expect((await ask(reader)).status).toBe(403);
  expect((await ask(other)).status).toBe(403);
  now = new Date('2026-04-20T00:00:00Z');
  expect((await ask()).body.code).toBe('roundNotOpen');
  const events = await db.select().from(auditEvent).where(eq(auditEvent.action, 'submission.asked'));
  expect(events.map(({ actor, subject }) => [actor, subject])).toEqual(
    Array(4).fill([frida.personId, `agency:${digdir.id}`]),
  );
});
