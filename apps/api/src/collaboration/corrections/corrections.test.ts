import type { CorrectionView, Draft, Problem, ReplyOf, ResponseView, readRevisions } from '@samblikk/contract';
import { type Answers, correctable, editionOf } from '@samblikk/questionnaire';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { completeAnswers, digdir, nav, openRound } from '../../responses/testing.ts';
import { auditEvent, correction } from '../../schema.ts';
import { correctionsIn, openQueries } from '../index.ts';

const { db, close } = await testDatabase();
const config = testConfig({ session: { idleMinutes: 99_999, totalMinutes: 99_999 } });
const inTime = new Date('2026-03-02T09:00:00Z');
const tooLate = new Date('2026-04-10T09:00:00Z');
let now = inTime;
const app = await buildApp({ config, db, clock: () => now });
const { id: roundId } = await openRound(db, {
  opensAt: new Date('2026-03-01'),
  deadline: new Date('2026-03-20'),
  lateUntil: null,
});
const signIn = (who: Parameters<typeof signInAs>[1]) => signInAs(db, { now: inTime, config, ...who });
const kari = await signIn({ roles: [{ role: 'submit', agency: digdir.id }], name: 'Kari Nordmann' });
const frida = await signIn({ roles: [{ role: 'fill', agency: digdir.id }] });
const reader = await signIn({ roles: [{ role: 'read', agency: digdir.id }] });
const coordinator = await signIn({ roles: [{ role: 'coordinator', ministry: 'DFD' }] });
const stranger = await signIn({ roles: [{ role: 'submit', agency: nav.id }] });
const ada = await signIn({ roles: [{ role: 'admin' }], name: 'Ada Admin' });
const anton = await signIn({ roles: [{ role: 'analyst' }], name: 'Anton Analyse' });
afterAll(async () => {
  await app.close();
  await close();
});

type Who = typeof kari;
async function call<T>(who: Who, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) {
  const headers = { ...who.headers, 'idempotency-key': crypto.randomUUID() };
  const reply = await app.inject({ method, url, headers, ...(payload && { payload }) });
  return { status: reply.statusCode, body: reply.json() as T & Pick<Problem, 'code' | 'detail' | 'issues'> };
}
const agencyPath = `/api/v1/agencies/${digdir.orgnr}/rounds/2026`;
let measure = '';
const path = () => `/api/v1/measures/${measure}/rounds/2026`;
const draft = async (who = kari) => (await call<Draft>(who, 'GET', path())).body;
const save = async (changes: object) => {
  const { version } = await draft();
  return call<Draft>(kari, 'PUT', `/api/v1/measures/${measure}/answers/2026`, {
    year: 2026,
    basedOn: version,
    changes,
  });
};
const submit = () => call(kari, 'POST', `${agencyPath}/submissions`, { nothingToReport: false });
const card = async () => {
  const { body } = await call<ResponseView>(kari, 'GET', `${agencyPath}/response`);
  return body.measures.find(({ id }) => id === measure);
};
interface Proposing {
  question?: string;
  value?: unknown;
  version?: number;
  dueOn?: string;
}
const propose = async ({ question = 'totalCost', value = 5_000_000, version, dueOn }: Proposing = {}, who = anton) =>
  call<CorrectionView>(who, 'POST', `${path()}/corrections`, {
    ...{ question, value, reason: 'Beløpet er i tusen kroner.' },
    version: version ?? (await draft()).version,
    ...(dueOn && { dueOn }),
  });
const proposed = async (what?: Proposing) => (await propose(what)).body.id;
const answer = (id: string, accept: boolean, text?: string, who = kari) =>
  call<CorrectionView>(who, 'POST', `${path()}/corrections/${id}/answer`, { accept, ...(text && { text }) });
const decide = (id: string, who = ada) =>
  call<CorrectionView>(who, 'POST', `${path()}/corrections/${id}/decide`, { text: 'Budsjettet viser det.' });
const drop = (id: string, who = anton) => call<CorrectionView>(who, 'POST', `${path()}/corrections/${id}/drop`);

const answers: Answers = { ...completeAnswers, totalCost: 5_000, funding: 'yes' };
beforeAll(async () => {
  measure = (await call<Draft>(kari, 'POST', `${agencyPath}/measures`, {})).body.id;
  await save(answers);
  expect((await propose()).body.code).toBe('notSubmitted');
  await submit();
});
beforeEach(async () => {
  now = inTime;
  await db.delete(correction);
  await save(answers);
  await submit();
});

describe('a proposed correction', () => {
  test('waits for the agency, which accepts it; its own answer stays as it gave it', async () => {
    const { version } = await draft();
    const { status, body } = await propose();
    expect(status).toBe(201);
    expect(body).toMatchObject({ given: 5_000, corrected: 5_000_000, state: 'proposed', proposedBy: 'Anton Analyse' });
    // Five working days from a Monday.
    expect(body.dueAt).toBe('2026-03-09T22:59:59.000Z');
    expect(await card()).toMatchObject({ state: 'returned', corrections: 1 });
    expect((await draft()).corrections).toMatchObject([{ id: body.id, question: 'totalCost' }]);
    expect(await draft()).toMatchObject({ mayAnswerCorrections: true });
    expect(await draft(frida)).toMatchObject({ mayAnswerCorrections: false });

    // Also when the round is closed.
    now = tooLate;
    expect(await answer(body.id, true)).toMatchObject({
      status: 200,
      body: { state: 'accepted', answer: { by: 'Kari Nordmann', text: null } },
    });
    expect((await draft()).answers.totalCost).toBe(5_000);
    const revisions = (await call<ReplyOf<typeof readRevisions>>(kari, 'GET', `${path()}/revisions`)).body;
    expect(revisions.at(-1)?.version).toBe(version);
    expect(await card()).toMatchObject({ state: 'submitted', corrections: 0 });
    expect((await answer(body.id, false, 'Nei')).body.code).toBe('alreadyDone');
    expect((await drop(body.id)).body.code).toBe('alreadyDone');
    expect((await decide(body.id)).body.code).toBe('alreadyDone');
    expect(await correctionsIn(db, { roundId })).toMatchObject([
      { measureId: measure, agencyId: digdir.id, inForce: true, correction: { given: 5_000, corrected: 5_000_000 } },
    ]);
  });

  test('is refused with a reason, and then decided by an administrator or dropped', async () => {
    const id = await proposed();
    expect((await answer(id, false)).body.code).toBe('invalidRequest');
    expect((await answer(id, false, 'Det er i hele kroner.')).body).toMatchObject({
      state: 'refused',
      answer: { text: 'Det er i hele kroner.' },
    });
    expect((await propose({ value: 6_000_000 })).body).toMatchObject({ code: 'alreadyDone' });
    expect((await decide(id)).body).toMatchObject({
      state: 'decided',
      answer: { text: 'Det er i hele kroner.' },
      decision: { text: 'Budsjettet viser det.', by: 'Ada Admin' },
    });
    expect((await correctionsIn(db, { roundId }))[0]?.inForce).toBe(true);

    const other = await proposed({ value: 6_000_000 });
    expect((await drop(other)).body).toMatchObject({ state: 'dropped' });
    expect((await answer(other, true)).body.code).toBe('alreadyDone');
    expect((await correctionsIn(db, { roundId })).map(({ inForce }) => inForce)).toEqual([true, false]);
  });

  test('is decided without an answer only once its time has passed', async () => {
    const id = await proposed({ dueOn: '2026-03-04' });
    now = new Date('2026-03-04T22:59:59Z');
    expect((await decide(id)).body).toMatchObject({ code: 'alreadyDone', detail: expect.stringContaining('til') });
    expect((await openQueries(db, { roundId, now }))[0]).toMatchObject({ kind: 'correction', id, overdue: false });
    now = new Date('2026-03-04T23:00:00Z');
    expect((await openQueries(db, { roundId, now }))[0]?.overdue).toBe(true);
    expect((await decide(id)).body.state).toBe('decided');
    expect(await openQueries(db, { roundId, now })).toEqual([]);
  });

  test('is of the past when the agency changes its answer, and holds again when it goes back', async () => {
    const id = await proposed();
    await answer(id, true);
    await save({ totalCost: 7_000_000 });
    // Statistics read what was sent in.
    expect((await correctionsIn(db, { roundId }))[0]).toMatchObject({
      inForce: true,
      correction: { superseded: true },
    });
    await submit();
    expect((await correctionsIn(db, { roundId }))[0]?.inForce).toBe(false);
    await save({ totalCost: 5_000 });
    await submit();
    expect((await correctionsIn(db, { roundId }))[0]).toMatchObject({
      inForce: true,
      correction: { superseded: false },
    });
  });

  test('waits no more when the agency has changed its answer meanwhile', async () => {
    const id = await proposed();
    await save({ totalCost: 7_000_000 });
    expect((await card())?.corrections).toBe(0);
    expect((await answer(id, true)).body.code).toBe('alreadyDone');
    expect((await decide(id)).body.code).toBe('alreadyDone');
    expect((await drop(id)).status).toBe(200);
  });

  test('may blank an answer that is not required, or answer what is blank', async () => {
    const blanked = await proposed({ value: null });
    expect((await answer(blanked, true)).body).toMatchObject({ given: 5_000, corrected: null });
    const filled = await propose({ question: 'startDate', value: '2026-05-01' });
    expect(filled.body).toMatchObject({ given: null, corrected: '2026-05-01' });
  });

  test('keeps a text of digits a text', async () => {
    await save({ name: '2026' });
    await submit();
    const { body } = await propose({ question: 'name', value: '2027' });
    expect(body).toMatchObject({ given: '2026', corrected: '2027' });
    await answer(body.id, true);
    expect((await correctionsIn(db, { roundId }))[0]?.inForce).toBe(true);
  });
});

describe('a correction is refused', () => {
  test.each([
    ['an answer that is none', { value: -5 }, 'answersAtFault'],
    ['a blank where an answer is required', { question: 'name', value: null }, 'answersAtFault'],
    ['what breaks a rule', { question: 'endDate', value: '2020-01-01' }, 'answersAtFault'],
    ['a question there is not', { question: 'nothing' }, 'notFound'],
    ['what is known', { question: 'agency' }, 'notFound'],
    ['what decides whether it is public', { question: 'publishable', value: 'no' }, 'notAllowed'],
    ['what decides which fields are', { question: 'exemptFields', value: [] }, 'notAllowed'],
    ['what the measure is not asked', { question: 'involvedScope', value: 'otherLevels' }, 'invalidRequest'],
    ['the answer that stands', { value: 5_000 }, 'alreadyDone'],
    ['a version that is not the one sent in', { version: 1 }, 'alreadyDone'],
    ['a day that has passed', { dueOn: '2026-02-27' }, 'invalidRequest'],
    ['a day there is not', { dueOn: '2026-02-30' }, 'invalidRequest'],
  ] as const)('%s', async (what, proposal, code) => {
    if (what.includes('rule')) {
      await save({ startDate: '2026-05-01' });
      await submit();
    }
    expect((await propose(proposal)).body.code).toBe(code);
    expect(await db.$count(correction)).toBe(0);
  });

  test('from and by those whose business it is not', async () => {
    for (const who of [kari, frida, reader, coordinator, stranger]) {
      expect((await propose({}, who)).body.code, who.personId).toBe('notAllowed');
    }
    const id = await proposed();
    for (const who of [frida, reader, coordinator, stranger, ada, anton]) {
      expect((await answer(id, true, undefined, who)).body.code).toBe('notAllowed');
    }
    await answer(id, false, 'Nei');
    for (const who of [anton, kari, coordinator, stranger])
      expect((await decide(id, who)).body.code).toBe('notAllowed');
    for (const who of [kari, reader, stranger]) expect((await drop(id, who)).body.code).toBe('notAllowed');
    expect((await call(stranger, 'GET', `${path()}/corrections`)).body.code).toBe('notAllowed');
    expect((await call<CorrectionView[]>(reader, 'GET', `${path()}/corrections`)).body).toMatchObject([
      { state: 'refused' },
    ]);
  });

  test('when one waits already, also of two at once', async () => {
    const both = await Promise.all([propose({ value: 6_000_000 }), propose({ value: 7_000_000 })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });
});

test('what decides what is public is nobody’s to correct, in any edition', () => {
  for (const id of ['2019', '2026']) {
    const edition = editionOf(id);
    if (!edition) throw new Error(id);
    const ids = correctable(edition).map((question) => question.id);
    expect(ids).toContain('totalCost');
    expect(ids).toContain('comments');
    expect(ids).not.toContain('contactEmail');
    expect(ids).not.toContain(edition.publication.question);
    expect(ids).not.toContain(edition.publication.exemptFields);
  }
});

test('each step is in the audit, without answers', async () => {
  const id = await proposed();
  await answer(id, true);
  const events = await db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.actor, kari.personId), eq(auditEvent.action, 'correction.accepted')))
    .orderBy(auditEvent.sequence);
  expect(events.at(-1)?.details).toEqual({ year: 2026, question: 'totalCost' });
});
