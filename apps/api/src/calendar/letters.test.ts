import type { Calendar, DryRun } from '@samblikk/contract';
import { and, eq, like } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { agencies, testRound } from '../messages/testing-round.ts';
import { freezeConcerns } from '../pages/index.ts';
import type { Database } from '../platform/db/index.ts';
import { auditEvent, calendarNotice, calendarRun, mail, round } from '../schema.ts';
import { nextEvent, runCalendar } from './index.ts';

// What a round writes by itself through its year: to staff the day before, and to the agencies. Its dates stand on both sides of
// both changes of the clock (29 March and 25 October 2026): nine in the morning is 08:00 UTC in winter and 07:00 in summer.

const dates = {
  opensAt: new Date('2026-03-29T08:00:00+02:00'),
  reminders: ['2026-04-20T07:00:00.000Z', '2026-10-26T08:00:00.000Z'],
  deadline: new Date('2026-10-28T23:59:00+01:00'),
  lateUntil: new Date('2026-11-10T23:59:00+01:00'),
  freezeAt: new Date('2026-11-11T12:00:00+01:00'),
  publishAt: new Date('2026-12-01T09:00:00+01:00'),
};
const site = await testRound({ ...dates, state: 'planned' });
const { db, clock, kari, admin, analyst, call, mailContext, roundId } = site;
afterAll(site.end);
const fresh = async () => {
  await site.forget();
  await db.delete(calendarRun);
  await db.delete(calendarNotice);
  await db
    .update(round)
    .set({ ...dates, state: 'planned' })
    .where(eq(round.id, roundId));
};
beforeEach(fresh);

const tick = async (moment: string, on: Database = db) => {
  clock.now = new Date(moment);
  return (await runCalendar(on, mailContext, clock.now, freezeConcerns)).map(({ event, outcome, letters }) => [
    event,
    outcome,
    letters,
  ]);
};
const written = async (kind: string) =>
  (await db.select().from(mail).where(eq(mail.kind, kind)).orderBy(mail.receiver)).map(({ receiver }) => receiver);
const roundNow = async () => {
  const [row] = await db.select().from(round).where(eq(round.id, roundId));
  if (!row) throw new Error('the round is gone');
  return row;
};
const others = ['kari@one.example', 'post@three.example', 'post@two.example'];
const everyone = ['kari@one.example', 'post@one.example', 'post@three.example', 'post@two.example'];

test('a year: staff are told a day before by the clock in Norway, agencies are written to, and those who submit are left alone', async () => {
  // The day before the clocks go forward has the same clock, and is 23 hours away.
  expect(await tick('2026-03-28T06:59:00Z')).toEqual([]);
  expect(await tick('2026-03-28T07:00:00Z')).toEqual([['open', 'told', 1]]);
  expect(await tick('2026-03-28T07:01:00Z')).toEqual([]);
  const [notice] = await db.select().from(mail);
  expect(notice).toMatchObject({ kind: 'calendarNotice', receiver: 'ada@digdir.example' });
  expect(notice?.title).toBe('I morgen i runden 2026: den åpner');
  expect(notice?.body).toContain(
    'Runden for 2026 åpner 29. mars 2026 kl. 08:00. Da blir 3 virksomheter invitert til å svare, med 4 e-poster.',
  );
  expect(notice?.body).toContain('1 virksomhet får ikke e-post, siden vi ikke har en adresse som virker: Den tause.');
  expect(await nextEvent(db, await roundNow(), clock.now)).toEqual({ event: 'open', dueAt: dates.opensAt });

  expect(await tick('2026-03-29T05:59:00Z')).toEqual([]);
  expect(await tick('2026-03-29T06:00:00Z')).toEqual([['open', 'done', 4]]);
  expect(await written('invitation')).toEqual(everyone);
  expect(await tick('2026-04-19T07:00:00Z')).toEqual([['reminder', 'told', 1]]);
  expect(await tick('2026-04-20T07:00:00Z')).toEqual([['reminder', 'done', 4]]);
  clock.now = new Date('2026-05-04T08:00:00Z');
  const measure = await site.submit(agencies.one.orgnr);
  const reached = { deliverable: 'Et oppslag. Spør kari.nordmann@one.example eller 987 65 432.' };
  await call(kari, 'PUT', `/measures/${measure}/answers/2026`, { year: 2026, basedOn: 1, changes: reached });
  await call(kari, 'POST', `/agencies/${agencies.one.orgnr}/rounds/2026/submissions`, { nothingToReport: false });
  // The day before the second reminder has 25 hours: told at nine by the clock, in winter time already.
  expect(await tick('2026-10-25T07:59:00Z')).toEqual([]);
  expect(await tick('2026-10-25T08:00:00Z')).toEqual([['reminder', 'told', 1]]);
  await db.delete(mail);
  expect(await tick('2026-10-26T08:00:00Z')).toEqual([['reminder', 'done', 3]]);
  expect(await written('reminder')).toEqual(others);
  expect(await tick('2026-10-27T23:00:00Z')).toEqual([['deadline', 'told', 1]]);
  expect(await tick('2026-10-28T22:59:00Z')).toEqual([['deadline', 'done', 3]]);
  expect(await written('lastNotice')).toEqual(others);
  const more = { until: '2026-11-20T21:59:00Z' };
  await call(admin, 'PUT', `/agencies/${agencies.silent.orgnr}/rounds/2026/reopening`, more);
  expect(await tick('2026-11-10T12:00:00Z')).toEqual([
    ['close', 'told', 1],
    ['freeze', 'told', 1],
  ]);
  // What the checklist says at the moment of the freeze is in the letter, with the way to it.
  const [checklist] = await db
    .select()
    .from(mail)
    .where(and(eq(mail.kind, 'calendarNotice'), like(mail.title, '%den låses%')));
  expect(checklist?.body).toContain('3 virksomheter har ikke sendt inn.\n1 virksomhet har fått mer tid');
  expect(checklist?.body).toContain('2 steder i tekst som blir offentlig, ser ut som personopplysninger.');
  expect(checklist?.body).not.toContain('rettinger');
  expect(checklist?.body).toMatch(/Se sjekklisten, .*\n.*\/runder\/2026\/publisering/);
  expect(await tick('2026-11-11T11:00:00Z')).toEqual([
    ['close', 'done', 0],
    ['freeze', 'done', 0],
  ]);
  expect(await tick('2026-11-30T08:00:00Z')).toEqual([['publish', 'told', 1]]);
  expect(await tick('2026-12-01T08:00:00Z')).toEqual([['publish', 'done', 2]]);
  expect(await written('thanks')).toEqual(['kari@one.example', 'post@one.example']);
  expect(await nextEvent(db, await roundNow(), clock.now)).toBeUndefined();
  const calendar = (await call<Calendar>(analyst, 'GET', '/rounds/2026/calendar')).body;
  expect(calendar.map(({ event, outcome, letters }) => [event, outcome, letters])).toEqual([
    ['open', 'done', 4],
    ['reminder', 'done', 4],
    ['reminder', 'done', 3],
    ['deadline', 'done', 3],
    ['close', 'done', 0],
    ['freeze', 'done', 0],
    ['publish', 'done', 2],
  ]);
});

test('a dry run shows the whole year and changes nothing', async () => {
  clock.now = new Date('2026-01-05T08:00:00Z');
  const before = await db.$count(auditEvent);
  const { body } = await call<DryRun>(analyst, 'GET', '/rounds/2026/calendar/dry-run');
  const planned = body.map(({ at, event, told, letters }) => [at, told ? `told ${event}` : event, letters.length]);
  expect(planned.slice(0, 5)).toEqual([
    ['2026-03-28T07:00:00.000Z', 'told open', 1],
    ['2026-03-29T06:00:00.000Z', 'open', 3],
    ['2026-04-19T07:00:00.000Z', 'told reminder', 1],
    ['2026-04-20T07:00:00.000Z', 'reminder', expect.any(Number)],
    ['2026-10-25T08:00:00.000Z', 'told reminder', 1],
  ]);
  expect(body.filter(({ told }) => !told).map(({ event }) => event)).toEqual([
    // It has been frozen, in the test before this one: the calendar has no release to make.
    ...['open', 'reminder', 'reminder', 'deadline', 'close', 'publish'],
  ]);
  const opening = body.find(({ event, told }) => event === 'open' && !told);
  // The first agency has sent in, in the test before this one.
  expect(opening?.skipped.map(({ orgnr, reason }) => [orgnr, reason]).toSorted()).toEqual([
    [agencies.one.orgnr, 'submitted'],
    [agencies.silent.orgnr, 'noAddress'],
  ]);
  expect(await db.$count(mail)).toBe(0);
  expect(await db.$count(calendarRun)).toBe(0);
  expect(await db.$count(auditEvent)).toBe(before);
  expect((await roundNow()).state).toBe('planned');
});

test('several copies of the program at the same moment write once', async () => {
  clock.now = dates.opensAt;
  const all = await Promise.all(
    Array.from({ length: 4 }, () => runCalendar(db, mailContext, clock.now, freezeConcerns)),
  );
  expect(all.flat().map(({ event }) => event)).toEqual(['open']);
  // The first agency has sent in, in the first test.
  expect(await written('invitation')).toEqual(others);
});

test('a program that was away writes what still is of use, and says what has passed', async () => {
  expect(await tick('2026-10-29T12:00:00Z')).toEqual([
    ['open', 'done', expect.any(Number)],
    ['reminder', 'passed', 0],
    ['reminder', 'passed', 0],
    ['deadline', 'done', expect.any(Number)],
  ]);
});

test('reminders lie between opening and deadline, one a day, and are moved with the rest', async () => {
  const put = (reminders: string[]) => call(admin, 'PUT', '/rounds/2026', { reminders });
  expect((await put(['2026-03-01T08:00:00Z'])).body.detail).toContain('etter at runden åpner');
  expect((await put(['2026-10-29T08:00:00Z'])).body.detail).toContain('før fristen');
  // One minute to midnight, and one past it, in Norway.
  expect((await put(['2026-06-01T21:58:00Z', '2026-06-01T21:59:00Z'])).body.detail).toContain('samme dag');
  expect((await put(['2026-06-01T22:01:00Z', '2026-06-01T21:59:00Z'])).status).toBe(200);
  expect((await roundNow()).reminders).toEqual(['2026-06-01T21:59:00.000Z', '2026-06-01T22:01:00.000Z']);
});

test('killed before any of its statements, it leaves a state from which the next does it once', async () => {
  // How many statements there are when nothing goes wrong.
  const all = await dying(Number.POSITIVE_INFINITY);
  await runCalendar(all.db, mailContext, dates.opensAt, freezeConcerns);
  await all.end();
  expect(all.count()).toBeGreaterThan(20);
  for (let at = 1; at <= all.count(); at += 1) {
    await fresh();
    const one = await dying(at);
    await expect(runCalendar(one.db, mailContext, dates.opensAt, freezeConcerns), `statement ${at}`).rejects.toThrow();
    await one.end();
    await runCalendar(db, mailContext, dates.opensAt, freezeConcerns);
    const receivers = await written('invitation');
    expect(receivers.length, `statement ${at}`).toBeGreaterThan(0);
    expect(new Set(receivers).size, `statement ${at}`).toBe(receivers.length);
    expect((await roundNow()).state).toBe('open');
    expect(await db.$count(calendarRun), `statement ${at}`).toBe(1);
  }
}, 120_000);

/** A program that dies before its nth statement: what it had not committed is gone. */
async function dying(at: number) {
  const pool = new pg.Pool({ connectionString: site.url, max: 4 });
  const clients: pg.PoolClient[] = [];
  pool.on('connect', (client) => clients.push(client));
  let statements = 0;
  const logger = {
    logQuery() {
      statements += 1;
      if (statements === at) throw new Error('killed');
    },
  };
  // Also those that were not given back: that is how a program dies.
  const end = () => Promise.all(clients.map((client) => (client as unknown as pg.Client).end()));
  return { db: drizzle(pool, { logger }) as unknown as Database, count: () => statements, end };
}
