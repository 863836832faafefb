import type { DryRun, listDeliveringAgencies, Problem, ReleaseView, ReplyOf, Round, Updates } from '@samblikk/contract';
import { and, eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { freezeConcerns } from '../pages/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { mailContextOf } from '../platform/mail/index.ts';
import { completeAnswers, digdir, openRound } from '../responses/testing.ts';
import { mail, population, round, submission } from '../schema.ts';
import { runCalendar } from './index.ts';

// After the freeze: an agency updates its measures any time, the release stays as it is, and what is sent in comes with the next
// snapshot, which the calendar makes; until the next round opens.

const { db, close } = await testDatabase();
let now = new Date('2026-04-02T10:00:00Z');
const config = testConfig({ session: { idleMinutes: 999_999, totalMinutes: 999_999 } });
const mailContext = mailContextOf({ config, wake: async () => undefined });
const app = await buildApp({ config, db, clock: () => now, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});
const { id: roundId } = await openRound(db, {
  opensAt: new Date('2026-02-01T07:00:00Z'),
  deadline: new Date('2026-03-20T22:59:00Z'),
  lateUntil: null,
});
const freezeAt = new Date('2026-04-01T10:00:00Z');
await db
  .update(round)
  .set({ freezeAt, publishAt: new Date('2026-04-01T12:00:00Z') })
  .where(eq(round.id, roundId));
const admin = await signInAs(db, { roles: [{ role: 'admin' }], email: 'ada@digdir.example', now, config });
const kari = await signInAs(db, { roles: [{ role: 'submit', agency: digdir.id }], now, config });
const call = async <T>(method: 'GET' | 'PUT' | 'POST', url: string, payload?: object, who = kari, more = {}) => {
  const reply = await app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { ...who.headers, ...more },
    ...(payload && { payload }),
  });
  return { status: reply.statusCode, body: (reply.body === '' ? {} : reply.json()) as T & Problem };
};
const at = `/agencies/${digdir.orgnr}/rounds/2026`;
const change = (payload: object) => call<Round>('PUT', '/rounds/2026', payload, admin);
const tick = async (moment: string) => {
  now = new Date(moment);
  return (await runCalendar(db, await mailContext(), now, freezeConcerns)).map(({ event, outcome }) => [
    event,
    outcome,
  ]);
};
const submit = async () => {
  const reply = await call<{ late: boolean }>('POST', `${at}/submissions`, { nothingToReport: false }, kari, {
    'idempotency-key': v7(),
  });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  return reply.body;
};
const save = (measure: string, basedOn: number, changes: object) =>
  call('PUT', `/measures/${measure}/answers/2026`, { year: 2026, basedOn, changes });
const updates = async () => (await call<Updates>('GET', `${at}/updates`)).body;
const releases = async () =>
  (await app.inject({ url: '/api/v1/releases?year=2026' }))
    .json<ReleaseView[]>()
    .map(({ name, measures, reason }) => ({ name, measures, reason }));
/** How the agency delivers, as everyone reads it. */
const delivers = async () => {
  const { release, agencies } = (await app.inject({ url: '/api/v1/sources/agencies' })).json<
    ReplyOf<typeof listDeliveringAgencies>
  >();
  return { release, agency: agencies.find(({ orgnr }) => orgnr === digdir.orgnr), all: agencies.length };
};
let measure = '';

test('a round that is frozen takes updates when staff say so, and only then', async () => {
  now = new Date('2026-03-01T10:00:00Z');
  ({ id: measure } = (await call<{ id: string }>('POST', `${at}/measures`, {})).body);
  await save(measure, 0, completeAnswers);
  expect(await submit()).toMatchObject({ late: false });
  await tick('2026-04-01T12:00:00Z');
  expect(await releases()).toMatchObject([{ name: '2026.1', measures: 1 }]);
  // Its name, what it delivers, and that it may be published: what everyone reads of it. Nav has not answered.
  const agency = { ways: ['form'], lastOn: '2026-03-01', publicMeasures: 1, answered: 3 };
  expect(await delivers()).toMatchObject({ release: '2026.1', agency, all: 1 });
  now = new Date('2026-04-02T10:00:00Z');
  expect((await save(measure, 1, { phase: 'idea' })).body).toMatchObject({ code: 'roundNotOpen' });
  expect((await change({ takesUpdates: true })).body).toMatchObject({ takesUpdates: true, snapshots: [] });
  // Between closing and freezing staff look it over.
  await db
    .update(round)
    .set({ freezeAt: new Date('2026-04-03T10:00:00Z') })
    .where(eq(round.id, roundId));
  expect((await save(measure, 1, { phase: 'idea' })).status).toBe(409);
  await db.update(round).set({ freezeAt }).where(eq(round.id, roundId));
});

test('snapshots come after the freeze, one a day, and are told of as the rest of the calendar is', async () => {
  expect((await change({ snapshots: ['2026-03-31T10:00:00Z'] })).body.detail).toContain('etter at runden er låst');
  expect((await change({ snapshots: ['2026-07-01T10:00:00Z', '2026-07-01T12:00:00Z'] })).status).toBe(400);
  const snapshots = ['2026-10-01T10:00:00.000Z', '2026-07-01T10:00:00.000Z', '2027-01-01T11:00:00.000Z'];
  expect((await change({ snapshots })).body.snapshots).toEqual(snapshots.toSorted());
  const dryRun = (await call<DryRun>('GET', '/rounds/2026/calendar/dry-run', undefined, admin)).body;
  const told = dryRun.filter(({ event }) => event === 'snapshot').map(({ told, outcome }) => (told ? 'told' : outcome));
  expect(told).toEqual(['told', 'done', 'told', 'done', 'told', 'done']);
});

test('an update changes nothing that is public; the agency sees what is, and what comes', async () => {
  expect(await updates()).toMatchObject({
    takesUpdates: true,
    release: { name: '2026.1' },
    nextSnapshot: '2026-07-01T10:00:00.000Z',
    waiting: [],
    drafts: 0,
  });
  expect((await save(measure, 1, { phase: 'idea', contactEmail: 'ny@digdir.example' })).status).toBe(200);
  expect(await updates()).toMatchObject({ waiting: [], drafts: 1 });
  // An update of an answer that came in time is not late.
  expect(await submit()).toMatchObject({ late: false });
  const { waiting, drafts } = await updates();
  // What is never public is no news to the public.
  expect([waiting.map(({ what, questions }) => [what, questions.length]), drafts]).toEqual([[['changed', 1]], 0]);
  expect(await releases()).toMatchObject([{ name: '2026.1' }]);
  // That something came is told with the release it is in.
  expect(await delivers()).toMatchObject({ release: '2026.1', agency: { lastOn: '2026-03-01' } });
  const read = await app.inject({ url: '/api/v1/register?round=2026&phase=idea' });
  expect(read.json<{ items: unknown[] }>().items).toEqual([]);
});

test('the calendar tells staff the day before, makes the snapshot once, with its reason, and no other when nothing came', async () => {
  expect(await tick('2026-06-30T10:00:00Z')).toEqual([['snapshot', 'told']]);
  const [letter] = await db
    .select()
    .from(mail)
    .where(and(eq(mail.year, 2026), eq(mail.kind, 'calendarNotice')));
  expect(letter).toBeDefined();
  expect(await tick('2026-07-01T10:00:00Z')).toEqual([['snapshot', 'done']]);
  expect(await tick('2026-07-01T10:01:00Z')).toEqual([]);
  const [second, first] = await releases();
  expect(first).toMatchObject({ name: '2026.1' });
  expect(second).toMatchObject({
    name: '2026.2',
    reason: {
      nb: expect.stringContaining('Øyeblikksbilde per 1. juli 2026'),
      nn: expect.any(String),
      en: expect.any(String),
    },
  });
  expect(await updates()).toMatchObject({
    release: { name: '2026.2' },
    waiting: [],
    nextSnapshot: '2026-10-01T10:00:00.000Z',
  });
  expect(await delivers()).toMatchObject({ release: '2026.2', agency: { lastOn: '2026-04-02', answered: 4 } });
  await tick('2026-09-30T10:00:00Z');
  expect(await tick('2026-10-01T10:00:00Z')).toEqual([['snapshot', 'already']]);
  expect(await releases()).toHaveLength(2);
});

test('a snapshot may wait for staff; and updates end when the next round opens', async () => {
  await change({ holdSnapshots: true });
  await save(measure, 2, { phase: 'concept' });
  await submit();
  await tick('2026-12-31T11:00:00Z');
  expect(await tick('2027-01-01T11:00:00Z')).toEqual([['snapshot', 'done']]);
  expect(await releases()).toHaveLength(2);
  const held = await call<{ name: string; publication: string }[]>('GET', '/rounds/2026/releases', undefined, admin);
  expect(held.body.map(({ name, publication }) => [name, publication])).toContainEqual(['2026.3', 'held']);
  await call('PUT', '/rounds/2027', { edition: '2026' }, admin);
  const [next] = await db.select().from(round).where(eq(round.year, 2027));
  const [asked] = await db.select().from(population).where(eq(population.agencyId, digdir.id));
  if (!next || !asked) throw new Error('No round, or nobody asked.');
  await db.insert(population).values({ ...asked, roundId: next.id, answered: false });
  expect((await call('PUT', '/rounds/2027', { state: 'open' }, admin)).status).toBe(200);
  expect((await save(measure, 3, { phase: 'idea' })).body).toMatchObject({ code: 'roundNotOpen' });
  expect(await db.$count(submission, eq(submission.late, true))).toBe(0);
});
