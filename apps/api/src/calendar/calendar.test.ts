import type { Calendar, DryRun, RoundRelease, Start } from '@samblikk/contract';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { freezeConcerns } from '../pages/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { mailContextOf } from '../platform/mail/index.ts';
import { completeAnswers, digdir, openRound } from '../responses/testing.ts';
import { auditEvent, calendarRun, mail, population, round } from '../schema.ts';
import { runCalendar } from './index.ts';

// A round through its year by the clock alone. The days of the changes to summer time and back are among its dates: what is due at
// midnight in Norway is due at 23:00 UTC the day before in winter and at 22:00 in summer.

const { db, close } = await testDatabase();
let now = new Date('2026-01-01T00:00:00Z');
// The months are long: nobody is signed out in them.
const config = testConfig({ session: { idleMinutes: 999_999, totalMinutes: 999_999 } });
const mailContext = mailContextOf({ config, wake: async () => undefined });
const app = await buildApp({ config, db, clock: () => now, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});
const opensAt = new Date('2026-03-29T08:00:00+02:00');
const lateUntil = new Date('2026-10-24T23:59:00+02:00');
const freezeAt = new Date('2026-10-25T12:00:00+01:00');
const { id: roundId } = await openRound(db, { opensAt, deadline: new Date('2026-10-10T23:59:00+02:00'), lateUntil });
const admin = await signInAs(db, { roles: [{ role: 'admin' }], email: 'ada@digdir.example', now, config });
const calendar = async () =>
  (await app.inject({ url: '/api/v1/rounds/2026/calendar', headers: admin.headers })).json<Calendar>();
const releases = async () =>
  (await app.inject({ url: '/api/v1/rounds/2026/releases', headers: admin.headers })).json<RoundRelease[]>();
const waiting = async () =>
  (await app.inject({ url: '/api/v1/rounds/2026/start', headers: admin.headers }))
    .json<Start>()
    .waiting.filter(({ kind }) => kind === 'calendarFailed');
const stateNow = async () => (await db.select().from(round).where(eq(round.id, roundId)))[0]?.state;
const tick = async (moment: Date | string) => {
  now = new Date(moment);
  return (await runCalendar(db, await mailContext(), now, freezeConcerns))
    .filter(({ outcome }) => outcome !== 'told')
    .map(({ event, outcome }) => [event, outcome]);
};

beforeEach(async () => {
  await db.delete(calendarRun);
  await db.update(round).set({ state: 'planned', opensAt, lateUntil, freezeAt }).where(eq(round.id, roundId));
});

test('it opens, says that the deadline has passed, closes and is frozen at its moments in Norway, each once, with a line in the audit', async () => {
  expect(await tick('2026-03-29T05:59:59Z')).toEqual([]);
  expect(await stateNow()).toBe('planned');
  expect(await tick('2026-03-29T06:00:00Z')).toEqual([['open', 'done']]);
  expect(await tick('2026-03-29T06:01:00Z')).toEqual([]);
  expect(await stateNow()).toBe('open');
  await answer();
  expect(await tick('2026-10-10T21:58:00Z')).toEqual([]);
  expect(await tick('2026-10-10T21:59:00Z')).toEqual([['deadline', 'done']]);
  expect(await tick('2026-10-24T21:58:00Z')).toEqual([]);
  expect(await tick('2026-10-24T21:59:00Z')).toEqual([['close', 'done']]);
  expect(await stateNow()).toBe('closed');
  expect(await tick('2026-10-25T10:59:00Z')).toEqual([]);
  expect(await tick('2026-10-25T11:00:00Z')).toEqual([['freeze', 'done']]);
  expect(await releases()).toMatchObject([{ number: 1, measures: 1, frozenAt: '2026-10-25T11:00:00.000Z' }]);
  expect((await calendar()).map(({ event, outcome }) => [event, outcome])).toEqual([
    ['open', 'done'],
    ['deadline', 'done'],
    ['close', 'done'],
    ['freeze', 'done'],
  ]);
  const lines = await db.select().from(auditEvent).where(eq(auditEvent.actor, 'system:calendar'));
  expect(lines.map(({ action }) => action)).toEqual(['round.changed', 'round.changed', 'release.frozen']);
});

test('a program that was away catches up, in the order of the calendar', async () => {
  expect(await tick('2026-10-26T00:00:00Z')).toEqual([
    ['open', 'done'],
    ['deadline', 'passed'],
    ['close', 'done'],
    ['freeze', 'already'],
  ]);
});

test('several copies at once do each thing once', async () => {
  now = new Date('2026-10-26T00:00:00Z');
  const all = (
    await Promise.all(Array.from({ length: 5 }, async () => runCalendar(db, await mailContext(), now, freezeConcerns)))
  ).flat();
  expect(all.map(({ event }) => event).sort()).toEqual(['close', 'deadline', 'freeze', 'open']);
});

test('a round that asks nobody is not opened, which is said; moved to another day it is tried again', async () => {
  const asked = await db.delete(population).where(eq(population.roundId, roundId)).returning();
  expect(await tick('2026-03-30T00:00:00Z')).toEqual([['open', 'noPopulation']]);
  expect(await stateNow()).toBe('planned');
  expect((await calendar())[0]).toMatchObject({ event: 'open', outcome: 'noPopulation', doneAt: now.toISOString() });
  // Those who run the round are told, and it waits for them.
  const told = await db.select().from(mail).where(eq(mail.kind, 'calendarFailed'));
  expect(told.map(({ receiver, title }) => [receiver, title])).toEqual([
    ['ada@digdir.example', 'Runden 2026: den åpnet ikke'],
  ]);
  expect(told[0]?.body).toContain('Runden spør ingen virksomheter');
  expect(await waiting()).toEqual([{ kind: 'calendarFailed', count: 1 }]);
  await db.insert(population).values(asked);
  expect(await tick('2026-03-31T00:00:00Z')).toEqual([]);
  await db
    .update(round)
    .set({ opensAt: new Date('2026-04-07T06:00:00Z') })
    .where(eq(round.id, roundId));
  expect(await tick('2026-04-07T06:00:00Z')).toEqual([['open', 'done']]);
  expect(await waiting()).toEqual([]);
});

test('a round that cannot go on keeps no other from going on, and the fault is told', async () => {
  await db.update(round).set({ state: 'planned', opensAt }).where(eq(round.year, 2019));
  await db.execute(
    sql`create function broken() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$`,
  );
  await db.execute(
    sql`create trigger broken before update on round for each row when (old.year = 2026) execute function broken()`,
  );
  await expect(tick('2026-03-30T00:00:00Z')).rejects.toMatchObject({ cause: { message: 'broken' } });
  expect((await db.select().from(round).where(eq(round.year, 2019)))[0]?.state).toBe('open');
  expect(await stateNow()).toBe('planned');
  expect(await waiting()).toEqual([{ kind: 'calendarFailed', count: 1 }]);
  await db.execute(sql`drop trigger broken on round`);
  expect(await tick('2026-03-30T00:01:00Z')).toEqual([['open', 'done']]);
  await db.update(round).set({ state: 'closed', opensAt: null }).where(eq(round.year, 2019));
});

test('what is to come is told, and not what a round that was closed by hand no longer does', async () => {
  now = new Date('2026-04-01T09:00:00Z');
  const toCome = async () => (await calendar()).filter(({ dueAt }) => new Date(dueAt) > now).map(({ event }) => event);
  const dryRun = async () => {
    const reply = await app.inject({ url: '/api/v1/rounds/2026/calendar/dry-run', headers: admin.headers });
    return new Set(reply.json<DryRun>().map(({ event }) => event));
  };
  await db.update(round).set({ state: 'open' }).where(eq(round.id, roundId));
  const frozen = (await releases()).length > 0;
  expect(await toCome()).toEqual(['deadline', 'close', ...(frozen ? [] : ['freeze'])]);
  expect((await dryRun()).has('close')).toBe(true);
  await db.update(round).set({ state: 'closed' }).where(eq(round.id, roundId));
  expect(await toCome()).toEqual(frozen ? [] : ['freeze']);
  const told = async (moment: string) =>
    (await runCalendar(db, await mailContext(), new Date(moment), freezeConcerns)).filter(
      ({ event, outcome }) => event === 'deadline' && outcome === 'told',
    );
  expect([(await dryRun()).has('deadline'), await told('2026-10-10T20:00:00Z')]).toEqual([false, []]);
});

test('what people have done before is left as it is', async () => {
  await db.update(round).set({ state: 'closed' }).where(eq(round.id, roundId));
  expect(await tick('2026-10-24T22:00:00Z')).toEqual([
    ['open', 'already'],
    ['deadline', 'passed'],
    ['close', 'already'],
  ]);
  expect(await stateNow()).toBe('closed');
});

/** Digdir sends in one measure. */
async function answer(): Promise<void> {
  now = new Date('2026-04-01T09:00:00Z');
  const { headers } = await signInAs(db, { roles: [{ role: 'submit', agency: digdir.id }], now });
  const base = `/api/v1/agencies/${digdir.orgnr}/rounds/2026`;
  const { id } = (await app.inject({ method: 'POST', url: `${base}/measures`, headers, payload: {} })).json();
  const changes = { year: 2026, basedOn: 0, changes: completeAnswers };
  await app.inject({ method: 'PUT', url: `/api/v1/measures/${id}/answers/2026`, headers, payload: changes });
  const key = { ...headers, 'idempotency-key': 'calendar-test' };
  const sent = await app.inject({
    method: 'POST',
    url: `${base}/submissions`,
    headers: key,
    payload: { nothingToReport: false },
  });
  expect(sent.statusCode, sent.body).toBe(201);
}
