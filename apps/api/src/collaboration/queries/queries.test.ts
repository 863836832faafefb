import type {
  askQuery,
  Draft,
  MeasureState,
  Problem,
  QueryView,
  ReplyOf,
  ResponseView,
  readPopulation,
  Submission,
} from '@samblikk/contract';
import { type Answers, editionOf } from '@samblikk/questionnaire';
import { and, eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { readable } from '../../platform/mail/index.ts';
import { secretsOf } from '../../platform/secrets/index.ts';
import { completeAnswers, digdir, nav, openRound } from '../../responses/testing.ts';
import { auditEvent, mail, population, query, reopening } from '../../schema.ts';

const { db, close } = await testDatabase();
// The weeks are long: nobody is signed out in them.
const config = testConfig({ session: { idleMinutes: 99_999, totalMinutes: 99_999 } });
const inTime = new Date('2026-03-02T09:00:00Z');
const tooLate = new Date('2026-04-10T09:00:00Z');
let now = inTime;
const app = await buildApp({ config, db, clock: () => now });
await openRound(db, { opensAt: new Date('2026-03-01'), deadline: new Date('2026-03-20'), lateUntil: null });
await db.update(population).set({ contactEmail: 'post@digdir.example' }).where(eq(population.agencyId, digdir.id));
const signIn = (who: Parameters<typeof signInAs>[1]) => signInAs(db, { now: inTime, config, ...who });
const kari = await signIn({
  roles: [{ role: 'submit', agency: digdir.id }],
  name: 'Kari Nordmann',
  email: 'kari@digdir.example',
  language: 'nn',
});
const reader = await signIn({ roles: [{ role: 'read', agency: digdir.id }] });
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
  return { status: reply.statusCode, body: reply.json() as T & Pick<Problem, 'code'> };
}

const agencyPath = `/api/v1/agencies/${digdir.orgnr}/rounds/2026`;
const measures: Record<'sent' | 'other', string> = { sent: '', other: '' };
const path = (measure = measures.sent) => `/api/v1/measures/${measure}/rounds/2026`;
const draft = async (who = kari) => (await call<Draft>(who, 'GET', path())).body;
const save = async (changes: object, measure = measures.sent) => {
  const { version } = (await call<Draft>(kari, 'GET', path(measure))).body;
  const body = { year: 2026, basedOn: version, changes };
  return call<Draft>(kari, 'PUT', `/api/v1/measures/${measure}/answers/2026`, body);
};
const submit = () => call<Submission>(kari, 'POST', `${agencyPath}/submissions`, { nothingToReport: false });
const card = async (who = kari) => {
  const { body } = await call<ResponseView>(who, 'GET', `${agencyPath}/response`);
  const found = body.measures.find(({ id }) => id === measures.sent);
  if (!found) throw new Error('the measure is gone');
  return found;
};
const state = async (): Promise<MeasureState> => (await card()).state;

interface Asking {
  who?: Who;
  question?: string | null;
  text?: string;
  measure?: string;
  until?: string;
  version?: number;
}
const ask = async ({ who = ada, question = 'phase', text = 'Stemmer fasen?', measure, version, until }: Asking = {}) =>
  call<ReplyOf<typeof askQuery>>(who, 'POST', `${path(measure)}/queries`, {
    question,
    text,
    version: version ?? (await draft()).version,
    ...(until !== undefined && { until }),
  });
const asked = async (what: Asking = {}) => (await ask(what)).body.query.id;
const reply = (id: string, text?: string, who = kari, measure?: string) =>
  call<QueryView>(who, 'POST', `${path(measure)}/queries/${id}/answer`, text === undefined ? {} : { text });
const end = (id: string, who = ada) => call<QueryView>(who, 'POST', `${path()}/queries/${id}/close`);
const list = async (who = ada) => (await call<QueryView[]>(who, 'GET', `${path()}/queries`)).body;
const letters = async () => readable(db, await secretsOf(config)());
const refusals = (who: Who) =>
  db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.actor, who.personId), eq(auditEvent.action, 'access.refused')));

const answers: Answers = { ...completeAnswers, phase: 'execution', totalCost: 5_000_000 };
beforeAll(async () => {
  for (const name of ['sent', 'other'] as const) {
    measures[name] = (await call<Draft>(kari, 'POST', `${agencyPath}/measures`, {})).body.id;
  }
  await save(answers);
  await save(answers, measures.other);
  expect((await ask()).body.code).toBe('notSubmitted');
  expect((await draft(ada)).mayAsk).toBe(false);
  expect((await submit()).status).toBe(201);
});
beforeEach(async () => {
  now = inTime;
  await db.delete(query);
  await db.delete(mail);
  await db.delete(reopening);
  await save(answers);
  await submit();
});

describe('a question from staff', () => {
  test('returns the measure until the answer is changed, and again when it is changed back', async () => {
    expect(await state()).toBe('submitted');
    expect((await ask()).status).toBe(201);
    expect(await card()).toMatchObject({
      state: 'returned',
      queries: [{ question: 'phase', text: 'Stemmer fasen?', askedBy: 'Ada Admin', state: 'open' }],
    });
    // An answer to another question is no reply, and what is wrong is still counted.
    await save({ name: null, totalCost: 6_000_000 });
    expect(await card()).toMatchObject({ state: 'returned', errors: 1 });
    await save({ name: answers.name });
    await save({ phase: 'planning' });
    expect(await card()).toMatchObject({
      state: 'changedSince',
      queries: [{ state: 'answered', changed: { by: 'Kari Nordmann', at: now.toISOString() }, reply: null }],
    });
    await save({ phase: 'execution' });
    expect(await state()).toBe('returned');
    await save({ phase: 'planning' });
    await submit();
    expect(await state()).toBe('submitted');
  });

  test('is answered in words when the answer stands, and stays in the list when staff are done with it', async () => {
    const id = await asked({ who: anton });
    expect((await reply(id)).body.code).toBe('invalidRequest');
    expect((await reply(id, '   ')).body.code).toBe('invalidRequest');
    const replied = await reply(id, 'Ja, vi er ett år forsinket.');
    expect(replied).toMatchObject({
      status: 200,
      body: { state: 'answered', changed: null, reply: { text: 'Ja, vi er ett år forsinket.', by: 'Kari Nordmann' } },
    });
    expect(await state()).toBe('submitted');
    expect((await reply(id, 'En gang til')).body.code).toBe('alreadyDone');
    expect((await end(id)).body.state).toBe('closed');
    expect((await end(id)).body.code).toBe('alreadyDone');
    expect((await card()).queries).toEqual([]);
    expect(await list(kari)).toMatchObject([{ id, state: 'closed' }]);
    expect((await reply(id, 'For sent')).body.code).toBe('alreadyDone');
  });

  test('about the whole measure is answered by any change, and a changed answer needs no words', async () => {
    const id = await asked({ question: null });
    expect(await state()).toBe('returned');
    await save({ totalCost: null });
    expect(await state()).toBe('changedSince');
    expect((await reply(id)).body).toMatchObject({ reply: { text: null }, changed: { by: 'Kari Nordmann' } });
  });

  test('is about what was looked at: an answer changed in the meantime is a reply already', async () => {
    const { version } = await draft();
    await save({ phase: 'planning' });
    expect((await ask({ version })).body.query.state).toBe('answered');
    expect(await state()).toBe('changedSince');
    expect((await ask({ version: version + 50 })).status).toBe(404);
  });

  test('can be taken back unanswered, and the rest stays open', async () => {
    const [first, second] = [await asked(), await asked({ question: 'totalCost' })];
    await end(first);
    expect(await state()).toBe('returned');
    await end(second);
    expect(await state()).toBe('submitted');
  });

  test('is put only about something the edition asks of people', async () => {
    expect((await ask({ question: 'noSuchQuestion' })).status).toBe(404);
    expect((await ask({ question: 'agency' })).status).toBe(404);
    expect((await ask({ text: ' ' })).body.code).toBe('invalidRequest');
    expect(await state()).toBe('submitted');
  });

  test('is counted per agency where staff follow the round', async () => {
    await ask();
    await reply(await asked({ question: 'totalCost' }), 'Ja');
    await end(await asked({ question: null }));
    const { body } = await call<ReplyOf<typeof readPopulation>>(anton, 'GET', '/api/v1/rounds/2026/population');
    expect(Object.fromEntries(body.map(({ orgnr, queries }) => [orgnr, queries]))).toEqual({
      [digdir.orgnr]: { open: 1, answered: 1 },
      [nav.orgnr]: { open: 0, answered: 0 },
    });
  });
});

describe('who may what', () => {
  test('only staff ask and close; the agency replies; readers see; others are refused, and all is written down', async () => {
    expect((await draft(ada)).mayAsk).toBe(true);
    expect((await draft(kari)).mayAsk).toBe(false);
    const id = await asked();
    for (const who of [kari, reader, stranger]) {
      expect((await ask({ who })).status).toBe(403);
      expect((await end(id, who)).status).toBe(403);
    }
    for (const who of [reader, stranger, ada]) expect((await reply(id, 'Ja', who)).status).toBe(403);
    expect((await call(stranger, 'GET', `${path()}/queries`)).status).toBe(403);
    expect(await list(reader)).toHaveLength(1);
    expect(await refusals(stranger)).toHaveLength(4);
    expect((await list())[0]?.state).toBe('open');
  });

  test('a question is found at its own measure alone', async () => {
    const id = await asked();
    expect((await reply(id, 'Ja', kari, measures.other)).status).toBe(404);
    expect((await list())[0]?.state).toBe('open');
  });

  test('whoever was given a section sees and answers what is asked about it, and not its neighbour’s', async () => {
    const edition = editionOf('2026');
    const sectionOf = (id: string) =>
      edition?.sections.find(({ questions }) => questions.some((question) => question.id === id))?.id;
    expect(sectionOf('totalCost')).not.toBe(sectionOf('phase'));
    const section = sectionOf('totalCost');
    const held = { role: 'delegate', agency: digdir.id, measure: measures.sent, year: 2026, section } as const;
    const lars = await signIn({ roles: [held], name: 'Lars Regnskap' });
    const own = await asked({ question: 'totalCost' });
    const others = [await asked(), await asked({ question: null })];
    expect((await list(lars)).map((one) => one.id)).toEqual([own]);
    expect((await draft(lars)).queries.map((one) => one.id)).toEqual([own]);
    for (const id of others) expect((await reply(id, 'Ja', lars)).status).toBe(403);
    expect(await refusals(lars)).toHaveLength(2);
    expect((await reply(own, 'Ja', lars)).body.reply?.by).toBe('Lars Regnskap');
    expect((await list()).map((one) => one.state)).toEqual(['answered', 'open', 'open']);
  });
});

describe('after the round has closed', () => {
  test('it is answered in words; a last day opens the round for the agency, and never takes days away', async () => {
    now = tooLate;
    const id = await asked();
    expect((await save({ phase: 'planning' })).body.code).toBe('roundNotOpen');
    expect((await reply(id, 'Ja')).status).toBe(200);
    expect((await draft()).open).toBe(false);

    await ask({ until: '2026-04-20T21:59:59Z' });
    expect((await draft()).open).toBe(true);
    await ask({ until: '2026-04-15T21:59:59Z' });
    now = new Date('2026-04-18T09:00:00Z');
    expect((await save({ phase: 'planning' })).status).toBe(200);
    expect((await submit()).body.late).toBe(true);
  });

  test('only those who manage the round give a last day, and it lies ahead', async () => {
    now = tooLate;
    expect((await ask({ who: anton, until: '2026-04-20T21:59:59Z' })).status).toBe(403);
    expect((await ask({ until: '2026-04-09T21:59:59Z' })).status).toBe(400);
    expect(await list()).toEqual([]);
    expect((await draft()).open).toBe(false);
  });
});

test('whoever asks is told whether the agency can be written to', async () => {
  expect((await ask()).body.told).toBe(true);
  expect((await letters()).filter(({ kind }) => kind !== 'receipt')).toEqual([]);
});

test('each step is in the audit, in the transaction of what it tells of, and never what was said', async () => {
  const id = await asked({ text: 'Noe hemmelig?' });
  await reply(id, 'Noe hemmelig.');
  await end(id);
  const events = await db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.subject, `measure:${measures.sent}`), like(auditEvent.action, 'query.%')))
    .orderBy(auditEvent.sequence);
  const details = { year: 2026, question: 'phase' };
  expect(events.slice(-3).map((one) => [one.action, one.actor, one.details])).toEqual([
    ['query.asked', ada.personId, details],
    ['query.answered', kari.personId, details],
    ['query.closed', ada.personId, details],
  ]);
  expect(JSON.stringify(events)).not.toContain('hemmelig');
});
