import type { DelegationView, Draft, Problem, ResponseView, Session } from '@samblikk/contract';
import { type Edition, editionOf } from '@samblikk/questionnaire';
import { and, desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { acceptInvitation } from '../../access/index.ts';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { readable } from '../../platform/mail/index.ts';
import { secretsOf } from '../../platform/secrets/index.ts';
import { completeAnswers, digdir, nav, openRound } from '../../responses/testing.ts';
import { auditEvent, invitation, mail, person, role } from '../../schema.ts';
import { delegations as delegationsKept } from './store.ts';

const { db, close } = await testDatabase();
const config = testConfig();
let now = new Date('2026-03-02T09:00:00Z');
const app = await buildApp({ config, db, clock: () => now });
await openRound(db, {
  opensAt: new Date('2026-03-01T00:00:00Z'),
  deadline: new Date('2026-03-20T22:59:59Z'),
  lateUntil: null,
});
const kari = await signInAs(db, { roles: [{ role: 'fill', agency: digdir.id }], name: 'Kari Nordmann', now });
const reader = await signInAs(db, {
  roles: [{ role: 'read', agency: digdir.id }],
  name: 'Per Lesar',
  email: 'per@digdir.example',
  language: 'nn',
  now,
});
const outsider = await signInAs(db, { name: 'Ekstern Hjelp', now });
const stranger = await signInAs(db, { roles: [{ role: 'submit', agency: nav.id }], name: 'Siri Nilsen', now });
afterAll(async () => {
  await app.close();
  await close();
});

type Who = typeof kari;
async function call<T>(who: Who, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object) {
  const reply = await app.inject({ method, url, headers: who.headers, ...(body && { payload: body }) });
  return { status: reply.statusCode, body: (reply.body === '' ? null : reply.json()) as T };
}
const agencyRound = `/api/v1/agencies/${digdir.orgnr}/rounds/2026`;
const draft = <T = Draft>(who: Who, id: string) => call<T>(who, 'GET', `/api/v1/measures/${id}/rounds/2026`);
const save = <T = Draft>(who: Who, id: string, basedOn: number, changes: object, more: object = {}) =>
  call<T>(who, 'PUT', `/api/v1/measures/${id}/answers/2026`, { year: 2026, basedOn, changes, ...more });
const delegations = (id: string) => `/api/v1/measures/${id}/rounds/2026/delegations`;
const dueOn = '2026-03-10';

const edition = editionOf('2026') as Edition;
const sectionOf = (question: string) =>
  edition.sections.find(({ questions }) => questions.some(({ id }) => id === question))?.id ?? '';
const costs = sectionOf('totalCost');
let measure: Draft;
let other: Draft;

beforeAll(async () => {
  const add = async () => (await call<Draft>(kari, 'POST', `${agencyRound}/measures`, {})).body;
  measure = await add();
  other = await add();
  await save(kari, measure.id, 0, { ...completeAnswers, comments: 'Bare for oss', funding: 'no', phase: 'execution' });
});

/** Delegates by e-mail, and lets someone take the invitation as the login does. */
async function delegateByMail(section: string | null, who: Who, of = measure): Promise<DelegationView> {
  const made = await call<DelegationView>(kari, 'POST', delegations(of.id), {
    section,
    to: { email: 'ekstern@hjelp.example' },
    dueOn,
  });
  expect(made).toMatchObject({ status: 201, body: { to: 'ekstern@hjelp.example', accepted: false } });
  await db.transaction(async (tx) => {
    const [row] = await tx.select().from(invitation).orderBy(desc(invitation.createdAt), desc(invitation.id)).limit(1);
    if (row) await acceptInvitation(tx, row, who.personId, now, delegationsKept);
  });
  return made.body;
}

const lastRefusal = async (who: Who) => {
  const [event] = await db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.actor, who.personId), eq(auditEvent.action, 'access.refused')))
    .orderBy(desc(auditEvent.sequence))
    .limit(1);
  return event?.details.path;
};

describe('a section, by e-mail', () => {
  let made: DelegationView;
  beforeAll(async () => {
    expect((await draft(outsider, measure.id)).status).toBe(403);
    made = await delegateByMail(costs, outsider);
  });

  test('the letter says what, for whom and by when', async () => {
    const [letter] = await readable(db, await secretsOf(config)());
    expect(letter?.subject).toBe(`${digdir.id} ber deg svare på en del av kartleggingen innen 10. mars 2026`);
    expect(letter?.text).toContain(`delen «Kostnader» av tiltak ${measure.number}`);
    expect(letter?.text).toContain('/auth/invitation/');
  });

  test('only that is seen: its answers, the title, and what decides what it asks', async () => {
    const { status, body } = await draft(outsider, measure.id);
    expect(status).toBe(200);
    expect(body).toMatchObject({ sections: [costs], delegated: true, mayWrite: true });
    expect(body.answers).toHaveProperty('name');
    for (const id of ['comments', 'contactEmail', 'deliverable', 'publishable']) {
      expect(body.answers).not.toHaveProperty(id);
      expect(body.origins).not.toHaveProperty(id);
    }
    expect(body.issues.every(({ question }) => sectionOf(question) === costs)).toBe(true);
    // The rule is about a question of the section, and would tell the phase.
    const phaseTold = ({ issues }: Draft) => issues.some(({ code }) => code === 'rule.executionWithoutFunding');
    expect(phaseTold((await draft(kari, measure.id)).body)).toBe(true);
    expect(phaseTold(body)).toBe(false);
    const history = await call<{ changes: { question: string }[] }[]>(
      outsider,
      'GET',
      `/api/v1/measures/${measure.id}/rounds/2026/revisions`,
    );
    const told = history.body.flatMap(({ changes }) => changes.map(({ question }) => question));
    expect(told.every((question) => sectionOf(question) === costs)).toBe(true);
  });

  test('it is answered, and the agency sees by whom', async () => {
    now = new Date(now.getTime() + 60_000);
    const { version } = (await draft(outsider, measure.id)).body;
    const saved = await save(outsider, measure.id, version, { totalCost: 4_000_000 });
    expect(saved).toMatchObject({ status: 200, body: { answers: { totalCost: 4_000_000 } } });
    expect(saved.body.answers).not.toHaveProperty('comments');
    const { body } = await draft(kari, measure.id);
    expect(body).toMatchObject({ savedBy: 'Ekstern Hjelp', sections: null, delegated: false });
    expect(body.answers).toMatchObject({ totalCost: 4_000_000, comments: 'Bare for oss' });
  });

  test.each([
    ['an answer next door', { deliverable: 'Noe annet' }, {}],
    ['one of each', { totalCost: 1, deliverable: 'Noe annet' }, {}],
    ['a blanked answer next door', { comments: null }, {}],
    ['a confirmation next door', {}, { confirmed: ['deliverable'] }],
    ['a reason next door', {}, { reasons: { 'deliverable.tooShort': 'fordi' } }],
    ['a question that is none', { nosuch: 1 }, {}],
  ])('%s is refused, logged, and changes nothing', async (_name, changes, more) => {
    const before = (await draft(kari, measure.id)).body;
    const refused = await save<Problem>(outsider, measure.id, before.version, changes, more);
    expect(refused).toMatchObject({ status: 403, body: { code: 'notAllowed' } });
    expect((await draft(kari, measure.id)).body.version).toBe(before.version);
    expect(await lastRefusal(outsider)).toBe(`/api/v1/measures/${measure.id}/answers/2026`);
  });

  test.each([
    ['the list of measures', 'GET', () => `${agencyRound}/response`, undefined],
    ['another measure', 'GET', () => `/api/v1/measures/${other.id}/rounds/2026`, undefined],
    ['a new measure', 'POST', () => `${agencyRound}/measures`, {}],
    ['taking it out', 'DELETE', () => `/api/v1/measures/${measure.id}/rounds/2026`, undefined],
    [
      'an earlier version',
      'POST',
      () => `/api/v1/measures/${measure.id}/rounds/2026/restore`,
      { version: 0, basedOn: 1 },
    ],
    ['delegating further', 'POST', () => delegations(measure.id), { section: null, to: { email: 'a@b.no' }, dueOn }],
    ['the list of delegations', 'GET', () => delegations(measure.id), undefined],
    ['the spreadsheet', 'GET', () => `${agencyRound}/template.csv`, undefined],
  ] as const)('%s is refused and logged', async (_name, method, url, body) => {
    expect(await call<Problem>(outsider, method, url(), body)).toMatchObject({
      status: 403,
      body: { code: 'notAllowed' },
    });
    expect(await lastRefusal(outsider)).toBe(url());
  });

  test('both see it: in the list of measures whom, in the session what', async () => {
    const { body } = await call<ResponseView>(kari, 'GET', `${agencyRound}/response`);
    const card = body.measures.find(({ id }) => id === measure.id);
    expect(card?.delegations).toEqual([
      { id: made.id, section: costs, to: 'Ekstern Hjelp', accepted: true, dueOn, finishedAt: null },
    ]);
    expect((await call<ResponseView>(reader, 'GET', `${agencyRound}/response`)).body.measures[0]?.delegations).toEqual(
      [],
    );
    const me = await call<Extract<Session, { signedIn: true }>>(outsider, 'GET', '/api/v1/session');
    expect(me.body.roles).toMatchObject([
      { role: 'delegate', measure: { id: measure.id, section: costs, year: 2026, title: completeAnswers.name, dueOn } },
    ]);
  });

  test('taken back, it is over at once; what was answered stays', async () => {
    expect((await call(kari, 'DELETE', `${delegations(measure.id)}/${made.id}`)).status).toBe(204);
    expect((await draft(outsider, measure.id)).status).toBe(403);
    expect((await draft(kari, measure.id)).body.answers).toMatchObject({ totalCost: 4_000_000 });
    expect((await call(kari, 'DELETE', `${delegations(measure.id)}/${made.id}`)).status).toBe(404);
  });
});

test('a whole measure: all of it, with history, and nothing beside', async () => {
  const made = await delegateByMail(null, outsider, other);
  const { body } = await draft(outsider, other.id);
  expect(body).toMatchObject({ sections: null, delegated: true, mayWrite: true });
  expect((await save(outsider, other.id, 0, { name: 'Nytt navn', totalCost: 5 })).status).toBe(200);
  expect((await draft(outsider, measure.id)).status).toBe(403);
  expect((await call(outsider, 'GET', `/api/v1/measures/${other.id}/rounds/2019`)).status).toBe(404);
  await call(kari, 'DELETE', `${delegations(other.id)}/${made.id}`);
});

test('a colleague who may only read can be given a section, is told by e-mail, and loses it with the role', async () => {
  const body = { section: costs, to: { person: reader.personId }, dueOn };
  const made = await call<DelegationView>(kari, 'POST', delegations(measure.id), body);
  expect(made).toMatchObject({ status: 201, body: { to: 'Per Lesar', accepted: true } });
  const letters = await readable(db, await secretsOf(config)());
  expect(letters.find(({ to }) => to === 'per@digdir.example')?.text).toContain(
    `delen «Kostnader» av tiltak ${measure.number}`,
  );
  const { version, answers, sections } = (await draft(reader, measure.id)).body;
  // Reads all by the own role, and answers the section.
  expect(sections).toEqual([costs]);
  expect(answers).toHaveProperty('comments');
  expect((await save(reader, measure.id, version, { totalCost: 6 })).status).toBe(200);
  expect((await save(reader, measure.id, version + 1, { deliverable: 'x' })).status).toBe(403);
  await db.delete(role).where(eq(role.personId, reader.personId));
  expect((await draft(reader, measure.id)).status).toBe(403);
});

test('who was asked says once that they have finished: it is told in the list and by one letter', async () => {
  await db.update(person).set({ email: 'kari@digdir.example' }).where(eq(person.id, kari.personId));
  const made = await delegateByMail(costs, outsider);
  expect((await draft(outsider, measure.id)).body.delegation).toEqual({ finishedAt: null });
  expect((await draft(kari, measure.id)).body.delegation).toBeNull();
  const finished = () => call<{ finishedAt: string }>(outsider, 'POST', `${delegations(measure.id)}/finished`);
  const first = await finished();
  expect(first).toMatchObject({ status: 200, body: { finishedAt: now.toISOString() } });
  now = new Date(now.getTime() + 60_000);
  expect((await finished()).body).toEqual(first.body);
  expect((await draft(outsider, measure.id)).body.delegation).toEqual(first.body);
  const listed = (await call<DelegationView[]>(kari, 'GET', delegations(measure.id))).body;
  expect(listed.find(({ id }) => id === made.id)).toMatchObject({ finishedAt: first.body.finishedAt });
  const letters = (await readable(db, await secretsOf(config)())).filter(({ to }) => to === 'kari@digdir.example');
  expect(letters.map(({ subject }) => subject)).toEqual([`Ekstern Hjelp er ferdig med tiltak ${measure.number}`]);
  expect((await call(kari, 'POST', `${delegations(measure.id)}/finished`)).status).toBe(404);
  await call(kari, 'DELETE', `${delegations(measure.id)}/${made.id}`);
});

test('nobody outside the agency, no unknown section, and not after the round', async () => {
  const to = (more: object) => call<Problem>(kari, 'POST', delegations(measure.id), { section: null, dueOn, ...more });
  expect((await to({ to: { person: stranger.personId } })).status).toBe(404);
  expect((await to({ to: { email: 'a@b.no' }, section: 'nosuch' })).status).toBe(404);
  const foreign = await call(stranger, 'POST', delegations(measure.id), {
    section: null,
    to: { email: 'a@b.no' },
    dueOn,
  });
  expect(foreign.status).toBe(403);
  const before = await db.$count(mail);
  now = new Date('2026-04-02T09:00:00Z');
  const late = await signInAs(db, { roles: [{ role: 'fill', agency: digdir.id }], now });
  const body = { section: null, to: { email: 'a@b.no' }, dueOn };
  expect((await call<Problem>(late, 'POST', delegations(measure.id), body)).body.code).toBe('roundNotOpen');
  expect(await db.$count(mail)).toBe(before);
});
