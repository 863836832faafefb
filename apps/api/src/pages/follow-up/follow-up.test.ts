import { readFile } from 'node:fs/promises';
import type { AgencyFollowUp, AgencyStanding, Note, Problem, Start } from '@samblikk/contract';
import { parse } from 'csv-parse/sync';
import { eq } from 'drizzle-orm';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { import2019 } from '../../demo/testing.ts';
import { record } from '../../platform/audit/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { agencyNote, auditEvent, population, role, round } from '../../schema.ts';

// The round of 2019 as its files have it; what is expected is counted from the files, the slow way. A round of 2020 asks again.

const { db, close } = await testDatabase();
let now = new Date('2020-03-10T09:00:00Z');
const config = testConfig({ session: { idleMinutes: 999_999, totalMinutes: 999_999 } });
const app = await buildApp({ config, db, clock: () => now, limits: false });
await import2019(db);
afterAll(async () => {
  await app.close();
  await close();
});

const rows = async (name: string): Promise<Record<string, string>[]> =>
  parse(await readFile(new URL(`../../../../../data/${name}`, import.meta.url)), { columns: true });
const answers = await rows('survey-2019.csv');
const asked = await rows('population-2019.csv');

const ada = await signInAs(db, { roles: [{ role: 'admin' }], name: 'Ada Admin', now, config });
const anton = await signInAs(db, { roles: [{ role: 'analyst' }], name: 'Anton Analyse', now, config });
type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';
async function call<T = Problem>(who: typeof ada, method: Method, path: string, payload?: object) {
  const reply = await app.inject({ method, url: `/api/v1/${path}`, headers: who.headers, ...(payload && { payload }) });
  return { status: reply.statusCode, body: (reply.body === '' ? null : reply.json()) as T };
}
const list = async (year = 2019, who = ada) =>
  (await call<AgencyStanding[]>(who, 'GET', `rounds/${year}/population`)).body;
const start = async (year = 2019) => (await call<Start>(anton, 'GET', `rounds/${year}/start`)).body;
const digdir = '991825827';
const nav = '889640782';

// The same agencies are asked in 2020, by the directory of that year.
await call(ada, 'PUT', 'rounds/2020', {
  edition: '2019',
  opensAt: '2020-03-01T08:00:00+01:00',
  deadline: '2020-03-31T23:59:00+02:00',
  lateUntil: '2020-04-14T23:59:00+02:00',
});
await db.transaction(async (tx) => {
  const [before] = await tx.select().from(round).where(eq(round.year, 2019));
  const [next] = await tx.select().from(round).where(eq(round.year, 2020));
  const lines = await tx
    .select()
    .from(population)
    .where(eq(population.roundId, before?.id ?? ''));
  await tx.insert(population).values(lines.map((line) => ({ ...line, roundId: next?.id ?? '', answered: false })));
  await tx.update(round).set({ state: 'open' }).where(eq(round.year, 2020));
});
const kari = await signInAs(db, {
  roles: [
    { role: 'fill', agency: 'nav' },
    { role: 'submit', agency: 'nav' },
  ],
  name: 'Kari Nordmann',
  email: 'kari@nav.example',
  now,
  config,
});

test('67 of 73 had answered in 2019, which is told by ministry too, with the numbers it is of', async () => {
  const told = await start();
  expect(told.rate).toMatchObject({ invited: 73, answered: 67, declined: 0 });
  const expected = new Map<string, { invited: number; answered: number }>();
  for (const { ministry = '', answered } of asked) {
    const one = expected.get(ministry) ?? { invited: 0, answered: 0 };
    expected.set(ministry, { invited: one.invited + 1, answered: one.answered + Number(answered === 'yes') });
  }
  expect(new Map(told.ministries.map(({ code, invited, answered }) => [code, { invited, answered }]))).toEqual(
    expected,
  );
});

test('the curve counts agencies from the day they sent in, by days from the deadline', async () => {
  const { curve } = await start();
  // The import has one submission an agency, from the time of its last measure. Norway is at UTC+2 all of that summer.
  const last = new Map<string, string>();
  for (const { agencyOrgnr = '', submittedAt = '' } of answers)
    if (submittedAt > (last.get(agencyOrgnr) ?? '')) last.set(agencyOrgnr, submittedAt);
  const deadline = Date.parse('2019-08-30');
  const days = [...last.values()].map((at) => (Date.parse(at.slice(0, 10)) - deadline) / 86_400_000);
  const byDay = [...new Set(days)].sort((a, b) => a - b);
  expect(curve?.days).toEqual(byDay.map((day) => ({ day, answered: days.filter((one) => one <= day).length })));
  expect((await start(2020)).before).toEqual(curve);
});

test('each agency has its measures, its costs and when it sent in, and the same of the round before beside it', async () => {
  const agencies = await list(2020);
  const costs = (orgnr: string) =>
    answers
      .filter((one) => one.agencyOrgnr === orgnr)
      .flatMap(({ totalCost }) => (totalCost ? [Number(totalCost)] : []));
  for (const { orgnr, before, state, measures } of agencies) {
    const cost = costs(orgnr);
    expect([state, measures]).toEqual(['notStarted', 0]);
    expect(before).toMatchObject({
      year: 2019,
      measures: answers.filter((one) => one.agencyOrgnr === orgnr).length,
      cost: cost.length === 0 ? null : cost.reduce((sum, one) => sum + one, 0),
    });
  }
  expect((await list(2019)).every(({ before }) => before === null)).toBe(true);
});

test('an agency comes from not started to submitted, and what was done last is told', async () => {
  const of = async () => (await list(2020)).find(({ orgnr }) => orgnr === nav) as AgencyStanding;
  expect(await of()).toMatchObject({ state: 'notStarted', openedAt: null, lastActivity: null, late: false });
  await db.update(role).set({ lastSignedInAt: now }).where(eq(role.personId, kari.personId));
  expect(await of()).toMatchObject({ openedAt: now.toISOString(), lastActivity: { what: 'signedIn' } });
  const { body: made } = await call<{ id: string }>(kari, 'POST', `agencies/${nav}/rounds/2020/measures`, {});
  expect(await of()).toMatchObject({ state: 'begun', measures: 1 });
  now = new Date('2020-03-11T09:00:00Z');
  await call(kari, 'PUT', `measures/${made.id}/answers/2019`, { year: 2020, basedOn: 0, changes: { totalCost: 1500 } });
  expect(await of()).toMatchObject({ cost: 1500, lastActivity: { what: 'saved', at: now.toISOString() } });
  const told = await start(2020);
  expect([told.phase, told.daysLeft, told.rate]).toEqual([
    'open',
    20,
    { invited: 73, answered: 0, begun: 1, declined: 0 },
  ]);
});

test('a sign-in after the round is over is none of the round, and what was before it is found in the audit', async () => {
  const of = async (year: number) => (await list(year)).find(({ orgnr }) => orgnr === nav)?.openedAt;
  const before = now;
  const [held] = await db.select().from(role).where(eq(role.personId, kari.personId));
  const signedIn = async (at: string) => {
    now = new Date(at);
    const details = { representation: nav, assurance: 'substantial' };
    const event = {
      actor: kari.personId,
      action: 'session.signedIn',
      subject: `person:${kari.personId}`,
      details,
    } as const;
    await db.transaction((tx) => record(tx, event, now));
    await db.update(role).set({ lastSignedInAt: now }).where(eq(role.personId, kari.personId));
  };
  await signedIn('2020-03-12T09:00:00Z');
  await signedIn('2021-06-01T09:00:00Z');
  expect([await of(2020), await of(2019)]).toEqual(['2020-03-12T09:00:00.000Z', null]);
  now = before;
  await db
    .update(role)
    .set({ lastSignedInAt: held?.lastSignedInAt ?? null })
    .where(eq(role.personId, kari.personId));
});

test('after the deadline those that have not sent in are late; the days that are left are those of the late answers', async () => {
  now = new Date('2020-04-14T08:00:00Z');
  expect((await list(2020)).every(({ late }) => late)).toBe(true);
  expect(await start(2020)).toMatchObject({ phase: 'late', daysLeft: 0 });
  now = new Date('2020-04-15T08:00:00Z');
  expect(await start(2020)).toMatchObject({ phase: 'closed', daysLeft: null });
  now = new Date('2020-03-11T10:00:00Z');
});

test('the files have the agencies, the order and the columns of the page', async () => {
  const query = 'status=notStarted&ministry=ASD&sort=name';
  const wanted = (await list(2020)).filter(({ ministry, state }) => ministry === 'ASD' && state === 'notStarted');
  expect(wanted.length).toBeGreaterThan(1);
  expect(wanted.map(({ orgnr }) => orgnr)).not.toContain(nav);
  const file = (format: string) =>
    app.inject({ url: `/api/v1/rounds/2020/population.${format}?${query}`, headers: ada.headers });
  const [head, ...lines] = parse((await file('csv')).body) as string[][];
  expect(lines.map(([orgnr]) => orgnr)).toEqual(wanted.map(({ orgnr }) => orgnr));
  const [sheet] = await readXlsxFile((await file('xlsx')).rawPayload);
  expect(sheet?.data.map((row) => row.map((cell) => String(cell ?? '')))).toEqual([head, ...lines]);
  const wrong = await call(ada, 'GET', 'rounds/2020/population.csv?status=ikke');
  expect(wrong.status).toBe(400);
});

test('staff write that an agency will not answer, and take it back; it counts as not answered', async () => {
  const path = `agencies/${digdir}/rounds/2020/declination`;
  expect((await call(anton, 'PUT', path, { reason: 'Er under avvikling' })).status).toBe(403);
  expect((await call(ada, 'PUT', path, { reason: ' ' })).status).toBe(400);
  expect((await call(ada, 'PUT', path, { reason: 'Er under avvikling' })).body).toMatchObject({ by: 'Ada Admin' });
  expect((await start(2020)).rate).toMatchObject({ invited: 73, answered: 0, declined: 1 });
  const [one] = (await list(2020)).filter(({ declined }) => declined !== null);
  expect(one).toMatchObject({ orgnr: digdir, declined: { reason: 'Er under avvikling', at: now.toISOString() } });
  expect((await call(ada, 'DELETE', path)).status).toBe(204);
  expect((await call(ada, 'DELETE', path)).status).toBe(404);
  expect((await list(2020)).some(({ declined }) => declined !== null)).toBe(false);
  // In 2019 it answered.
  expect((await call(ada, 'PUT', `agencies/${digdir}/rounds/2019/declination`, { reason: 'x' })).status).toBe(409);
  const events = await db.select().from(auditEvent).where(eq(auditEvent.subject, 'agency:digdir'));
  expect(events.map(({ action }) => action).filter((action) => action.startsWith('response.decl'))).toEqual([
    'response.declined',
    'response.declineUndone',
  ]);
});

test('notes follow the agency over the rounds; a correction leaves what stood there to be read', async () => {
  const path = (year: number) => `agencies/${digdir}/rounds/${year}/notes`;
  const { body: first } = await call<Note>(anton, 'POST', path(2019), { text: 'Ringte: svarer i septembr.' });
  now = new Date('2020-03-12T09:00:00Z');
  await call<Note>(ada, 'POST', path(2020), { text: 'Ny kontaktperson fra april.' });
  const fixed = await call<Note>(ada, 'PUT', `${path(2020)}/${first.id}`, { text: 'Ringte: svarer i september.' });
  expect(fixed.body).toMatchObject({
    year: 2019,
    text: 'Ringte: svarer i september.',
    by: 'Ada Admin',
    earlier: [{ text: 'Ringte: svarer i septembr.', by: 'Anton Analyse' }],
  });
  const seen = await call<AgencyFollowUp>(anton, 'GET', `agencies/${digdir}/rounds/2020/follow-up`);
  expect(seen.body.notes.map(({ text }) => text)).toEqual([
    'Ny kontaktperson fra april.',
    'Ringte: svarer i september.',
  ]);
  expect((await list(2020)).find(({ orgnr }) => orgnr === digdir)?.notes).toBe(2);
  expect((await call(ada, 'PUT', `agencies/${nav}/rounds/2020/notes/${first.id}`, { text: 'x' })).status).toBe(404);
  expect((await call(kari, 'POST', `agencies/${nav}/rounds/2020/notes`, { text: 'x' })).status).toBe(403);
  await expect(db.delete(agencyNote)).rejects.toThrow();
});

test('an analyst sees how far agencies have come, and not who their people are', async () => {
  const people = async (who: typeof ada) =>
    (await list(2020, who)).find(({ orgnr }) => orgnr === nav)?.contact.people.map(({ name }) => name);
  expect(await people(ada)).toEqual(['Kari Nordmann']);
  expect(await people(anton)).toEqual([]);
  const seen = async (who: typeof ada) =>
    (await call<AgencyFollowUp>(who, 'GET', `agencies/${nav}/rounds/2020/follow-up`)).body;
  expect(await seen(ada)).toMatchObject({ people: [{ name: 'Kari Nordmann', roles: ['fill', 'submit'] }] });
  const less = await seen(anton);
  expect([less.people, less.invitations]).toEqual([[], []]);
  expect(JSON.stringify(less)).not.toContain('Kari');
  expect(less.activity.map(({ what }) => what)).toEqual(['saved', 'signedIn']);
});

test('whom an agency is reached by waits until the agency has said it is right, in a round that is open', async () => {
  now = new Date('2020-04-20T09:00:00Z');
  expect((await list(2019)).some(({ contact }) => contact.unconfirmed)).toBe(false);
  expect((await call(kari, 'PUT', `agencies/${nav}/rounds/2020/contacts`, {})).status).toBe(200);
  const left = (await list(2020)).filter(({ contact }) => contact.unconfirmed).map(({ orgnr }) => orgnr);
  expect(left).toHaveLength(asked.length - 1);
  expect(left).not.toContain(nav);
  expect((await start(2020)).waiting).toContainEqual({ kind: 'contactsUnconfirmed', count: left.length });
  const csv = await app.inject({
    url: '/api/v1/rounds/2020/population.csv?status=unconfirmed&lang=en',
    headers: ada.headers,
  });
  expect(csv.body.trim().split('\n')).toHaveLength(left.length + 1);
  const of = (await list(2020)).find(({ orgnr }) => orgnr === nav);
  expect(of?.contact.confirmedAt).toBe(now.toISOString());
});

test('more time that is asked for waits for staff until they refuse or give it; given unasked, it opens the round for that agency', async () => {
  now = new Date('2020-05-01T09:00:00Z');
  await call(kari, 'POST', `agencies/${nav}/rounds/2020/reopening`, { reason: 'Sykdom' });
  // No program runs here that would have closed it.
  const notClosed = { kind: 'calendarFailed', count: 1 };
  const unconfirmed = { kind: 'contactsUnconfirmed', count: asked.length - 1 };
  expect((await start(2020)).waiting).toEqual([notClosed, { kind: 'moreTime', count: 1 }, unconfirmed]);
  now = new Date('2020-05-01T10:00:00Z');
  const reason = 'Tallene er låst';
  expect((await call(ada, 'POST', `agencies/${nav}/rounds/2020/reopening/refuse`, { reason })).status).toBe(200);
  expect((await start(2020)).waiting).toEqual([notClosed, unconfirmed]);
  const { body } = await call<AgencyFollowUp>(ada, 'GET', `agencies/${nav}/rounds/2020/follow-up`);
  expect(body.activity[0]).toMatchObject({ what: 'refusedMoreTime', at: now.toISOString() });
  for (const orgnr of [nav, digdir]) {
    const given = await call(ada, 'PUT', `agencies/${orgnr}/rounds/2020/reopening`, { until: '2020-05-08T21:59:59Z' });
    expect(given.status).toBe(200);
  }
  expect((await start(2020)).waiting).toEqual([notClosed, unconfirmed]);
  expect((await list(2020)).filter(({ reopened }) => reopened).map(({ orgnr }) => orgnr)).toHaveLength(2);
  now = new Date('2020-05-09T09:00:00Z');
  expect((await list(2020)).some(({ reopened }) => reopened)).toBe(false);
});
