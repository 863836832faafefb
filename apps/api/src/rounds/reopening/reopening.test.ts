import type { Draft, Reopening, ReplyOf, ResponseView, readPopulation, Submission } from '@samblikk/contract';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { readable } from '../../platform/mail/index.ts';
import { secretsOf } from '../../platform/secrets/index.ts';
import { completeAnswers, digdir, nav, openRound } from '../../responses/testing.ts';
import { auditEvent, mail, population as populationTable, round as roundTable } from '../../schema.ts';

const { db, close } = await testDatabase();
// The weeks are long: nobody is signed out in them.
const config = testConfig({ session: { idleMinutes: 99_999, totalMinutes: 99_999 } });
const inTime = new Date('2026-03-02T09:00:00Z');
const tooLate = new Date('2026-04-10T09:00:00Z');
let now = inTime;
const app = await buildApp({ config, db, clock: () => now });
const { id: roundId } = await openRound(db, {
  opensAt: new Date('2026-03-01T00:00:00Z'),
  deadline: new Date('2026-03-20T22:59:59Z'),
  lateUntil: new Date('2026-04-01T22:00:00Z'),
});
const by = (role: 'submit' | 'read', agency: string, email?: string) =>
  signInAs(db, { roles: [{ role, agency }], name: 'Kari Nordmann', now: inTime, config, ...(email && { email }) });
const kari = await by('submit', digdir.id, 'kari@digdir.example');
const reader = await by('read', digdir.id);
const other = await by('submit', nav.id);
const staff = { now: inTime, config, roles: [{ role: 'admin' }] } as const;
const admin = await signInAs(db, { ...staff, name: 'Ada', language: 'nn', email: 'ada@digdir.example' });
await signInAs(db, staff);
await signInAs(db, { ...staff, roles: [{ role: 'analyst' }], email: 'anton@digdir.example' });
afterAll(async () => {
  await app.close();
  await close();
});

const path = (agency = digdir) => `/api/v1/agencies/${agency.orgnr}/rounds/2026`;
type Method = 'GET' | 'POST' | 'PUT';

async function call<T = { code?: string }>(who: typeof kari, method: Method, url: string, payload?: object) {
  const headers = { ...who.headers, 'idempotency-key': `key-${now.getTime()}` };
  const reply = await app.inject({ method, url, headers, ...(payload && { payload }) });
  return { status: reply.statusCode, body: reply.json() as T };
}
const ask = (who = kari, agency = digdir) =>
  call(who, 'POST', `${path(agency)}/reopening`, { reason: 'Sykdom i ukene før fristen' });
const grant = (until: string, who = admin) => call(who, 'PUT', `${path()}/reopening`, { until });
const refuse = (reason: string, who = admin) => call<Reopening>(who, 'POST', `${path()}/reopening/refuse`, { reason });
const post = 'post@digdir.example';
await db.update(populationTable).set({ contactEmail: post }).where(eq(populationTable.agencyId, digdir.id));
/** The letters written since the last time. */
async function letters() {
  const written = await readable(db, await secretsOf(config)());
  await db.delete(mail);
  return written.sort((a, b) => (a.to < b.to ? -1 : 1));
}
const hub = async () => (await call<ResponseView>(kari, 'GET', `${path()}/response`)).body;
const send = () =>
  call<Submission & { code?: string }>(kari, 'POST', `${path()}/submissions`, { nothingToReport: false });

let measure = '';
const save = (basedOn: number, changes: object) =>
  call<Draft & { code?: string }>(kari, 'PUT', `/api/v1/measures/${measure}/answers/2026`, {
    year: 2026,
    basedOn,
    changes,
  });

beforeAll(async () => {
  measure = (await call<Draft>(kari, 'POST', `${path()}/measures`, {})).body.id;
  await save(0, completeAnswers);
});

test('before the deadline the agency just goes on: the hub says what changed, and the old receipt stays', async () => {
  const first = (await send()).body;
  expect((await hub()).measures[0]?.state).toBe('submitted');
  now = new Date('2026-03-03T09:00:00Z');
  await save(1, { phase: 'idea' });
  expect(await hub()).toMatchObject({ measures: [{ state: 'changedSince' }], submission: { receipt: first.receipt } });
  const second = (await send()).body;
  expect(second).toMatchObject({ number: 2, late: false });
  const old = await call<{ content: { answers: object }[] }>(kari, 'GET', `${path()}/submissions/${first.receipt}`);
  expect(old.body.content[0]?.answers).toEqual(completeAnswers);
});

test('nobody asks for more time while there is time, and not before the round has begun', async () => {
  expect((await ask()).body.code).toBe('alreadyDone');
  now = new Date('2026-02-01T09:00:00Z');
  expect((await ask()).body.code).toBe('roundNotOpen');
});

test('after the deadline the agency asks, staff see it and give it a last day of its own, and it sends in late', async () => {
  now = tooLate;
  await letters();
  expect((await save(2, { phase: 'concept' })).body.code).toBe('roundNotOpen');
  expect(await ask()).toMatchObject({ status: 201, body: { waiting: true, until: null, askedBy: 'Kari Nordmann' } });
  expect((await ask()).body.code).toBe('alreadyDone');
  const [told, ...nobodyElse] = await letters();
  expect(nobodyElse).toEqual([]);
  expect(told).toMatchObject({
    to: 'ada@digdir.example',
    language: 'nn',
    subject: 'digdir ber om meir tid i runden 2026',
  });
  expect(told?.text).toContain('«Sykdom i ukene før fristen»');
  expect(told?.text.split('\n')).toContain('http://localhost/nn/runder/2026');

  const population = await call<ReplyOf<typeof readPopulation>>(admin, 'GET', '/api/v1/rounds/2026/population');
  const waiting = population.body.map(({ orgnr, reopening }) => [orgnr, reopening?.reason]);
  expect(waiting.sort()).toEqual([
    [nav.orgnr, undefined],
    [digdir.orgnr, 'Sykdom i ukene før fristen'],
  ]);

  await db.update(roundTable).set({ state: 'closed' }).where(eq(roundTable.id, roundId));
  expect(await grant('2026-04-15T21:59:59Z')).toMatchObject({ status: 200, body: { waiting: false } });
  const granted = await letters();
  expect(granted.map(({ to }) => to)).toEqual(['kari@digdir.example', post]);
  for (const { subject, text } of granted) {
    expect(subject).toBe('digdir kan svare for 2026 til 15. april 2026 kl. 23:59');
    expect(text.split('\n')).toContain(`http://localhost/svar/2026?virksomhet=${digdir.orgnr}`);
  }
  expect((await hub()).open).toBe(true);
  expect((await save(2, { phase: 'concept' })).status).toBe(200);
  expect((await send()).body).toMatchObject({ number: 3, late: true });
  // It is open for this agency alone.
  expect((await call(other, 'POST', `${path(nav)}/measures`, {})).body.code).toBe('roundNotOpen');

  now = new Date('2026-04-15T22:00:00Z');
  expect((await hub()).open).toBe(false);
  expect((await save(3, { phase: 'idea' })).body.code).toBe('roundNotOpen');
  expect((await ask()).status).toBe(201);
  // A moment that has passed ends it: no news to write about.
  await letters();
  expect((await grant('2026-04-15T22:00:00Z')).status).toBe(200);
  expect(await letters()).toEqual([]);
});

test('refused with a reason, the agency is told why, may ask again, and may still be given time', async () => {
  now = new Date('2026-04-16T08:00:00Z');
  expect((await refuse('Ingen har bedt')).body).toMatchObject({ code: 'alreadyDone' });
  await ask();
  await letters();
  now = new Date('2026-04-17T08:00:00Z');
  expect((await refuse('  ')).status).toBe(400);
  const reason = 'Tallene er alt låst for «årets» rapport';
  const said = { reason, at: now.toISOString(), by: 'Ada' };
  const refused = await refuse(reason);
  expect(refused).toMatchObject({ status: 200, body: { waiting: false, refused: true, refusals: [said] } });
  const told = await letters();
  expect(told.map(({ to }) => to)).toEqual(['kari@digdir.example', post]);
  for (const { subject, text } of told) {
    expect(subject).toBe('digdir får ikke mer tid i runden 2026');
    expect(text).toContain(`«${reason}»`);
    expect(text.split('\n')).toContain(`http://localhost/svar/2026?virksomhet=${digdir.orgnr}`);
    expect(text).not.toContain(String(completeAnswers.name));
  }
  expect((await refuse(reason)).body).toMatchObject({ code: 'alreadyDone' });
  expect((await call(kari, 'GET', `${path()}/reopening`)).body).toEqual(refused.body);
  expect((await hub()).open).toBe(false);

  now = new Date('2026-04-18T08:00:00Z');
  expect((await ask()).body).toMatchObject({ waiting: true, refused: false, refusals: [said] });
  now = new Date('2026-04-19T08:00:00Z');
  expect((await refuse('Fortsatt')).body.refusals.map((one) => one.reason)).toEqual(['Fortsatt', reason]);
  now = new Date('2026-04-20T08:00:00Z');
  expect(await grant('2026-04-21T21:59:59Z')).toMatchObject({ status: 200, body: { waiting: false, refused: false } });
  expect((await hub()).open).toBe(true);
});

test('only those who answer may ask, only staff may grant or refuse, and all of it is in the audit', async () => {
  expect((await ask(reader)).status).toBe(403);
  expect((await ask(other)).status).toBe(403);
  expect((await grant('2026-05-01T00:00:00Z', kari)).status).toBe(403);
  expect((await refuse('Nei', kari)).status).toBe(403);
  const events = await db
    .select()
    .from(auditEvent)
    .where(eq(auditEvent.subject, `agency:${digdir.id}`));
  const told = events
    .filter(({ action }) => action.startsWith('reopening.'))
    .map(({ action, actor }) => [action, actor]);
  expect(told).toEqual([
    ['reopening.asked', kari.personId],
    ['reopening.granted', admin.personId],
    ['reopening.asked', kari.personId],
    ['reopening.granted', admin.personId],
    ['reopening.asked', kari.personId],
    ['reopening.refused', admin.personId],
    ['reopening.asked', kari.personId],
    ['reopening.refused', admin.personId],
    ['reopening.granted', admin.personId],
  ]);
});
