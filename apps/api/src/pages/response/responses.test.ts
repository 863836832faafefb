import {
  type Draft,
  type Problem,
  type ReplyOf,
  type ResponseView,
  type readRevisions,
  type readSubmission,
  reasonKey,
} from '@samblikk/contract';
import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { completeAnswers, digdir, nav, openRound } from '../../responses/testing.ts';
import { auditEvent, measure, measureRound, revision, submission, submissionRevision } from '../../schema.ts';

const { db, close } = await testDatabase();
const inTime = new Date('2026-03-02T09:00:00Z');
let now = inTime;
const app = await buildApp({ config: testConfig(), db, clock: () => now });
const rounds = await openRound(db, {
  opensAt: new Date('2026-03-01T00:00:00Z'),
  deadline: new Date('2026-03-20T22:59:59Z'),
  lateUntil: new Date('2026-04-01T22:00:00Z'),
});
const kari = await signInAs(db, { roles: [{ role: 'submit', agency: digdir.id }], name: 'Kari Nordmann', now });
const ola = await signInAs(db, { roles: [{ role: 'fill', agency: digdir.id }], name: 'Ola Hansen', now });
const stranger = await signInAs(db, { roles: [{ role: 'submit', agency: nav.id }], name: 'Siri Nilsen', now });
const reader = await signInAs(db, { roles: [{ role: 'read', agency: digdir.id }], name: 'Per Lesar', now });

afterAll(async () => {
  await app.close();
  await close();
});
beforeEach(() => {
  now = inTime;
});

type Who = typeof kari;
const base = '/api/v1/agencies';

async function call<T>(
  who: Who | undefined,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  body?: object,
  headers: object = {},
) {
  const reply = await app.inject({
    method,
    url,
    headers: { ...who?.headers, ...headers },
    ...(body && { payload: body }),
  });
  return { status: reply.statusCode, body: (reply.body === '' ? null : reply.json()) as T };
}

async function add(who: Who, agency = digdir): Promise<Draft> {
  const { status, body } = await call<Draft>(who, 'POST', `${base}/${agency.orgnr}/rounds/2026/measures`, {});
  expect(status).toBe(201);
  return body;
}

const save = <T = Draft>(who: Who, id: string, basedOn: number, changes: object, more: object = {}) =>
  call<T>(who, 'PUT', `/api/v1/measures/${id}/answers/2026`, { year: 2026, basedOn, changes, ...more });

const submit = <T>(who: Who, key: string, nothingToReport = false, agency = digdir) =>
  call<T>(
    who,
    'POST',
    `${base}/${agency.orgnr}/rounds/2026/submissions`,
    { nothingToReport },
    { 'idempotency-key': key },
  );

const view = async (who: Who, query = '') =>
  (await call<ResponseView>(who, 'GET', `${base}/${digdir.orgnr}/rounds/2026/response${query}`)).body;

async function withdrawAll(who: Who): Promise<void> {
  for (const { id } of (await view(who)).measures) {
    expect((await call(who, 'DELETE', `/api/v1/measures/${id}/rounds/2026`)).status).toBe(204);
  }
}

test('a new measure that was taken out is told of, and can be taken in again with its number and answers', async () => {
  const { id, number } = await add(ola);
  await save(ola, id, 0, { name: 'Tatt ut' });
  await call(kari, 'DELETE', `/api/v1/measures/${id}/rounds/2026`);
  const out = await view(ola);
  expect(out.measures.some((card) => card.id === id)).toBe(false);
  expect(out.withdrawn).toEqual([expect.objectContaining({ id, number, title: 'Tatt ut', by: 'Kari Nordmann' })]);
  const url = `${base}/${digdir.orgnr}/rounds/2026/measures`;
  const back = await call<Draft>(ola, 'POST', url, { carryForward: id });
  expect(back).toMatchObject({ status: 201, body: { id, number, version: 1, answers: { name: 'Tatt ut' } } });
  expect((await view(ola)).withdrawn).toEqual([]);
  expect((await call(ola, 'POST', url, { carryForward: id })).status).toBe(404);
});

describe('PUT answers', () => {
  test('saves what is given as a new version, with origin and audit line', async () => {
    const { id } = await add(ola);
    const { status, body } = await save(ola, id, 0, { name: 'Kart', totalCost: 1_500_000 });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: 1,
      answers: { name: 'Kart', totalCost: 1_500_000 },
      origins: { name: 'entered' },
      savedBy: 'Ola Hansen',
    });
    const [event] = await db
      .select()
      .from(auditEvent)
      .where(eq(auditEvent.subject, `measure:${id}`))
      .orderBy(auditEvent.sequence)
      .offset(1);
    expect(event).toMatchObject({
      action: 'draft.saved',
      actor: ola.personId,
      details: { version: 1, questions: ['name', 'totalCost'] },
    });
  });

  test('merges changes of different answers that were based on the same version', async () => {
    const { id } = await add(ola);
    await save(ola, id, 0, { name: 'Kart' });
    await save(ola, id, 1, { funding: 'yes' });
    const { status, body } = await save(kari, id, 1, { phase: 'idea' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 3, answers: { name: 'Kart', funding: 'yes', phase: 'idea' } });
  });

  test('refuses a true conflict with both values, author and time, and saves nothing', async () => {
    const { id } = await add(ola);
    await save(ola, id, 0, { name: 'Kart', funding: 'no' });
    await save(ola, id, 1, { funding: 'yes' });
    const { status, body } = await save<Problem>(kari, id, 1, { funding: 'partly', phase: 'idea' });
    expect(status).toBe(409);
    expect(body.code).toBe('conflict');
    expect(body.conflicts).toEqual([
      { question: 'funding', yours: 'partly', theirs: 'yes', author: 'Ola Hansen', at: inTime.toISOString() },
    ]);
    const { body: draft } = await call<Draft>(kari, 'GET', `/api/v1/measures/${id}/rounds/2026`);
    expect(draft).toMatchObject({ version: 2, answers: { name: 'Kart', funding: 'yes' } });
    expect(draft.answers).not.toHaveProperty('phase');
  });

  test('a blanked answer conflicts like any other, and the same change by two people does not', async () => {
    const { id } = await add(ola);
    await save(ola, id, 0, { funding: 'no', phase: 'idea' });
    await save(ola, id, 1, { funding: null, phase: 'concept' });
    expect((await save(kari, id, 1, { phase: 'concept' })).status).toBe(200);
    const { body } = await save<Problem>(kari, id, 1, { funding: 'yes' });
    expect(body.conflicts).toMatchObject([{ question: 'funding', yours: 'yes', theirs: null }]);
  });

  test('two saves at the same moment both count', async () => {
    const { id } = await add(ola);
    const replies = await Promise.all([
      save(ola, id, 0, { name: 'A' }),
      save(kari, id, 0, { phase: 'idea' }),
      save(ola, id, 0, { funding: 'no' }),
    ]);
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200]);
    const { body } = await call<Draft>(kari, 'GET', `/api/v1/measures/${id}/rounds/2026`);
    expect(body).toMatchObject({ version: 3, answers: { name: 'A', phase: 'idea', funding: 'no' } });
  });

  test('a save that changes nothing makes no version', async () => {
    const { id } = await add(ola);
    await save(ola, id, 0, { name: 'Kart' });
    expect((await save(ola, id, 1, { name: 'Kart' })).body.version).toBe(1);
  });

  test('names each faulty answer by question and code, and saves none', async () => {
    const { id } = await add(ola);
    const { status, body } = await save<Problem>(ola, id, 0, {
      name: 'Kart',
      funding: 'maybe',
      totalCost: -1,
      nonsense: 'x',
      agency: nav.orgnr,
    });
    expect(status).toBe(422);
    expect(body.issues?.map((issue) => issue.question).sort()).toEqual(['agency', 'funding', 'nonsense', 'totalCost']);
    expect((await db.select().from(revision).where(eq(revision.measureId, id))).length).toBe(0);
  });

  test('keeps the answers of a branch that is closed, and does not ask for them', async () => {
    const { id } = await add(ola);
    await save(ola, id, 0, { ...completeAnswers, involvesOthers: 'yes', involvedScope: 'otherLevels' });
    const { body } = await save(ola, id, 1, { involvesOthers: 'no' });
    expect(body.answers).toMatchObject({ involvesOthers: 'no', involvedScope: 'otherLevels' });
    expect(body.issues.map((issue) => issue.question)).not.toContain('discussedWithKs');
  });

  test('what is wrong with each measure is told with all of them, as with one', async () => {
    const { id } = await add(ola);
    await save(ola, id, 0, { ...completeAnswers, contactEmail: null, totalCost: 900_000_000_000 });
    expect((await view(ola)).measures.every((card) => card.issues === undefined)).toBe(true);
    const { measures } = await view(ola, '?issues=true');
    expect(measures.length).toBeGreaterThan(1);
    for (const card of measures) {
      const { body } = await call<Draft>(ola, 'GET', `/api/v1/measures/${card.id}/rounds/2026`);
      expect(card.issues).toEqual(body.issues.filter(({ level }) => level !== 'info'));
      expect(card.issues?.filter(({ level }) => level === 'error')).toHaveLength(card.errors);
    }
    expect(measures.find((card) => card.id === id)?.issues?.map(({ question }) => question)).toContain('contactEmail');
  });

  test('is refused outside the round’s calendar', async () => {
    const { id } = await add(ola);
    now = new Date('2026-04-02T00:00:00Z');
    // A new session, since the old one has run out by then.
    const late = await signInAs(db, { roles: [{ role: 'fill', agency: digdir.id }], now });
    expect((await save<Problem>(late, id, 0, { name: 'Kart' })).body.code).toBe('roundNotOpen');
  });

  test('another agency, a reader, and someone not signed in are refused', async () => {
    const { id } = await add(ola);
    expect((await save(stranger, id, 0, { name: 'X' })).status).toBe(403);
    expect((await save(reader, id, 0, { name: 'X' })).status).toBe(403);
    expect(
      (await call(undefined, 'PUT', `/api/v1/measures/${id}/answers/2026`, { year: 2026, basedOn: 0, changes: {} }))
        .status,
    ).toBe(401);
    expect((await call(reader, 'GET', `/api/v1/measures/${id}/rounds/2026`)).status).toBe(200);
    expect((await call(stranger, 'GET', `/api/v1/measures/${id}/rounds/2026`)).status).toBe(403);
  });
});

describe('POST submissions', () => {
  test('names what is missing, measure by measure', async () => {
    await withdrawAll(kari);
    const draft = await add(ola);
    await save(ola, draft.id, 0, { name: 'Kart' });
    const { status, body } = await submit<Problem>(kari, 'key-missing');
    expect(status).toBe(422);
    expect(
      body.issues
        ?.filter((issue) => issue.code === 'required')
        .map((issue) => [issue.measure, issue.question])
        .sort(),
    ).toEqual([
      [draft.number, 'contactEmail'],
      [draft.number, 'deliverable'],
      [draft.number, 'publishable'],
    ]);
  });

  test('gives the same receipt for the same key, also at the same moment, and pins the revisions', async () => {
    await withdrawAll(kari);
    const { id } = await add(ola);
    await save(ola, id, 0, completeAnswers);
    const replies = await Promise.all(
      [1, 2, 3].map(() => submit<{ receipt: string; contentHash: string }>(kari, 'key-once')),
    );
    expect(replies.map((reply) => reply.status)).toEqual([201, 201, 201]);
    expect(new Set(replies.map((reply) => reply.body.receipt)).size).toBe(1);
    const receipt = replies[0]?.body.receipt ?? '';
    expect(receipt).toMatch(/^[ACDEFHJKMNPRTUVWXY34679]{4}(-[ACDEFHJKMNPRTUVWXY34679]{4}){2}$/);
    expect((await view(kari)).measures).toMatchObject([{ id, state: 'submitted' }]);

    await save(ola, id, 1, { name: 'Kart 2' });
    expect((await view(kari)).measures).toMatchObject([{ id, state: 'changedSince' }]);
    // One that was never sent in has not changed since.
    const added = await add(ola);
    await save(ola, added.id, 0, completeAnswers);
    expect((await view(kari)).measures.find((one) => one.id === added.id)).toMatchObject({ state: 'ready' });
    await call(ola, 'DELETE', `/api/v1/measures/${added.id}/rounds/2026`);
    const pinned = await call<{ content: { version: number; answers: object }[] }>(
      kari,
      'GET',
      `${base}/${digdir.orgnr}/rounds/2026/submissions/${receipt}`,
    );
    expect(pinned.body.content).toMatchObject([{ version: 1, answers: completeAnswers }]);
  });

  test('a later submission is numbered on, and the old receipt stays', async () => {
    await withdrawAll(kari);
    const { id } = await add(ola);
    await save(ola, id, 0, completeAnswers);
    const first = await submit<{ receipt: string; number: number; contentHash: string }>(kari, 'key-first');
    await save(ola, id, 1, { phase: 'idea' });
    const second = await submit<{ receipt: string; number: number; contentHash: string }>(kari, 'key-second');
    expect(second.body.number).toBe(first.body.number + 1);
    expect(second.body.contentHash).not.toBe(first.body.contentHash);
    expect(
      (await call(kari, 'GET', `${base}/${digdir.orgnr}/rounds/2026/submissions/${first.body.receipt}`)).status,
    ).toBe(200);
  });

  test('leaves answers of a closed branch out of what is sent in', async () => {
    await withdrawAll(kari);
    const { id } = await add(ola);
    await save(ola, id, 0, { ...completeAnswers, involvesOthers: 'no', involvedScope: 'otherLevels' });
    const { body } = await submit<{ receipt: string }>(kari, 'key-branch');
    const sent = await call<{ content: { answers: object }[] }>(
      kari,
      'GET',
      `${base}/${digdir.orgnr}/rounds/2026/submissions/${body.receipt}`,
    );
    expect(sent.body.content[0]?.answers).toEqual({ ...completeAnswers, involvesOthers: 'no' });
  });

  test('is late after the deadline, and refused after the last day', async () => {
    await withdrawAll(kari);
    const { id } = await add(ola);
    await save(ola, id, 0, completeAnswers);
    now = new Date('2026-03-21T08:00:00Z');
    const late = await signInAs(db, { roles: [{ role: 'submit', agency: digdir.id }], now });
    expect((await submit<{ late: boolean }>(late, 'key-late')).body.late).toBe(true);
    now = new Date('2026-04-02T08:00:00Z');
    const tooLate = await signInAs(db, { roles: [{ role: 'submit', agency: digdir.id }], now });
    expect((await submit<Problem>(tooLate, 'key-too-late')).body.code).toBe('roundNotOpen');
  });

  test('nothing to report is a submission too, and not when there are measures', async () => {
    const navs = { agency: nav };
    const { status, body } = await submit<{ nothingToReport: boolean; measures: number }>(
      stranger,
      'key-nothing',
      true,
      navs.agency,
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({ nothingToReport: true, measures: 0 });
    await add(stranger, nav);
    expect((await submit<Problem>(stranger, 'key-nothing-2', true, nav)).body.issues).toMatchObject([
      { code: 'hasMeasures' },
    ]);
    expect((await submit<Problem>(stranger, 'key-nothing', false, nav)).body.code).toBe('keyUsedForOther');
  });

  test('takes the right to submit', async () => {
    expect((await submit(ola, 'key-ola-fill')).status).toBe(403);
    expect((await submit(stranger, 'key-stranger')).status).toBe(403);
  });
});

describe('taking measures along', () => {
  test('keeps the number, shows last year’s answers beside, and asks once', async () => {
    const id = uuid();
    await db.insert(measure).values({ id, number: '2019-0007' });
    await db.insert(measureRound).values({ measureId: id, roundId: rounds.earlier, agencyId: digdir.id });
    const answers = { ...completeAnswers, phase: 'idea', totalCost: 5_000_000 };
    await db.insert(revision).values({
      id: uuid(),
      measureId: id,
      roundId: rounds.earlier,
      version: 1,
      edition: '2019',
      answers,
      origins: {},
      authors: {},
    });

    // What is asked anew each year is told as it was: that is how one knows whether it has changed.
    const standing = [{ question: 'phase', answer: { nb: 'Idé', nn: 'Idé', en: 'Idea' } }];
    const earlier = { id, number: '2019-0007', title: completeAnswers.name, year: 2019, edition: '2019', standing };
    expect((await view(ola)).previous).toEqual([{ ...earlier, outcome: null }]);
    expect((await view(ola, '?previousAnswers=true')).previous).toEqual([{ ...earlier, answers, outcome: null }]);
    const { status, body } = await call<Draft>(ola, 'POST', `${base}/${digdir.orgnr}/rounds/2026/measures`, {
      carryForward: id,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      number: '2019-0007',
      version: 0,
      answers: {},
      previous: { year: 2019, edition: '2019', answers },
    });
    expect((await view(ola)).previous).toEqual([]);
    expect((await call(ola, 'POST', `${base}/${digdir.orgnr}/rounds/2026/measures`, { carryForward: id })).status).toBe(
      404,
    );

    const confirmed = await save(
      ola,
      id,
      0,
      { name: completeAnswers.name, totalCost: 60_000_000 },
      { confirmed: ['name'] },
    );
    expect(confirmed.body.origins).toEqual({ name: 'confirmed', totalCost: 'entered' });
    expect(confirmed.body.issues).toContainEqual(expect.objectContaining({ question: 'totalCost', level: 'warning' }));
  });

  test('another agency cannot take it', async () => {
    const id = uuid();
    await db.insert(measure).values({ id, number: '2019-0008' });
    await db.insert(measureRound).values({ measureId: id, roundId: rounds.earlier, agencyId: digdir.id });
    await db.insert(revision).values({
      id: uuid(),
      measureId: id,
      roundId: rounds.earlier,
      version: 1,
      edition: '2019',
      answers: {},
      origins: {},
      authors: {},
    });
    expect(
      (await call(stranger, 'POST', `${base}/${nav.orgnr}/rounds/2026/measures`, { carryForward: id })).status,
    ).toBe(404);
  });
});

test('history tells each version’s changes', async () => {
  const { id } = await add(ola);
  await save(ola, id, 0, { name: 'A' });
  await save(kari, id, 1, { phase: 'idea', name: 'B' });
  await save(ola, id, 2, {}, { reasons: { 'name.tooShort': 'Det heter det' } });
  const { body } = await call<ReplyOf<typeof readRevisions>>(
    ola,
    'GET',
    `/api/v1/measures/${id}/rounds/2026/revisions`,
  );
  expect(body.map(({ at: _, ...rest }) => rest)).toEqual([
    { version: 1, by: 'Ola Hansen', changes: [{ question: 'name', from: null, to: 'A' }], reasons: [] },
    {
      version: 2,
      by: 'Kari Nordmann',
      changes: [
        { question: 'name', from: 'A', to: 'B' },
        { question: 'phase', from: null, to: 'idea' },
      ],
      reasons: [],
    },
    { version: 3, by: 'Ola Hansen', changes: [], reasons: [{ key: 'name.tooShort', to: 'Det heter det' }] },
  ]);
});

test('a submission pins one revision of each measure', async () => {
  const pins = await db.select().from(submissionRevision);
  const rows = await db.select().from(submission).where(eq(submission.nothingToReport, false));
  expect(new Set(pins.map((pin) => pin.submissionId))).toEqual(new Set(rows.map((row) => row.id)));
});

describe('what became of last year’s measures', () => {
  const url = (id: string, orgnr = digdir.orgnr) => `${base}/${orgnr}/rounds/2026/previous/${id}`;

  async function earlierMeasure(number: string): Promise<string> {
    const id = uuid();
    await db.insert(measure).values({ id, number });
    await db.insert(measureRound).values({ measureId: id, roundId: rounds.earlier, agencyId: digdir.id });
    const row = {
      measureId: id,
      roundId: rounds.earlier,
      version: 1,
      edition: '2019',
      answers: {},
      origins: {},
      authors: {},
    };
    await db.insert(revision).values({ id: uuid(), ...row });
    return id;
  }

  test('is noted, changed and taken back', async () => {
    const id = await earlierMeasure('2019-0101');
    const into = await earlierMeasure('2019-0102');
    expect((await call(ola, 'PUT', url(id), { outcome: 'ended' })).status).toBe(200);
    expect((await call(ola, 'PUT', url(id), { outcome: 'merged', measures: ['2019-0102'] })).status).toBe(200);
    const said = (await view(ola)).previous.find((one) => one.id === id)?.outcome;
    expect(said).toEqual({
      outcome: 'merged',
      measures: ['2019-0102'],
      toOrgnr: null,
      at: inTime.toISOString(),
      by: 'Ola Hansen',
    });
    expect((await call(ola, 'DELETE', url(id))).status).toBe(204);
    expect((await view(ola)).previous.filter((one) => [id, into].includes(one.id)).map((one) => one.outcome)).toEqual([
      null,
      null,
    ]);
  });

  test('is said of several at once, all or none, with an audit line each, and taken back at once', async () => {
    const ids = await Promise.all(['2019-0111', '2019-0112', '2019-0113'].map(earlierMeasure));
    const [one = '', other = '', third = ''] = ids;
    const all = url('').slice(0, -1);
    const decide = (decisions: object[], who = ola) => call<Problem>(who, 'PATCH', all, { decisions });
    const outcomes = async () => {
      const { previous, measures } = await view(ola);
      return ids.map((id) =>
        measures.some((card) => card.id === id)
          ? 'reported'
          : (previous.find((earlier) => earlier.id === id)?.outcome?.outcome ?? null),
      );
    };
    const audited = async () =>
      (await db.select().from(auditEvent).orderBy(auditEvent.sequence))
        .filter(({ subject }) => ids.some((id) => subject === `measure:${id}`))
        .map(({ subject, action }) => `${action} ${ids.indexOf(subject.slice('measure:'.length))}`);
    const faulty = await decide([
      { measure: one, outcome: 'ended' },
      { measure: other, outcome: 'merged', measures: ['2019-9999'] },
    ]);
    expect(faulty.body.issues?.map(({ code }) => code)).toEqual(['unknownMeasure']);
    expect(
      (
        await decide([
          { measure: one, outcome: 'ended' },
          { measure: uuid(), outcome: 'ended' },
        ])
      ).status,
    ).toBe(404);
    expect(await outcomes()).toEqual([null, null, null]);
    expect(await audited()).toEqual([]);
    const said = await decide([
      { measure: one, outcome: 'unchanged' },
      { measure: other, outcome: 'reported' },
      { measure: third, outcome: 'merged', measures: ['2019-0111'] },
    ]);
    expect(said.status).toBe(204);
    expect(await outcomes()).toEqual(['unchanged', 'reported', 'merged']);
    expect(await audited()).toEqual(['measure.outcome 0', 'measure.created 1', 'measure.outcome 2']);
    expect((await decide(ids.map((measure) => ({ measure, outcome: null })))).status).toBe(204);
    expect(await outcomes()).toEqual([null, null, null]);
    expect(await audited()).toHaveLength(6);
    expect((await decide([{ measure: one, outcome: 'ended' }], reader)).status).toBe(403);
    expect((await decide([{ measure: one, outcome: 'ended' }], stranger)).status).toBe(403);
  });

  test('names what it went into, and only what exists', async () => {
    const id = await earlierMeasure('2019-0103');
    const codes = async (body: object) =>
      (await call<Problem>(ola, 'PUT', url(id), body)).body.issues?.map((issue) => issue.code);
    expect(await codes({ outcome: 'merged' })).toEqual(['measureMissing']);
    expect(await codes({ outcome: 'merged', measures: ['2019-9999'] })).toEqual(['unknownMeasure']);
    expect(await codes({ outcome: 'transferred' })).toEqual(['agencyMissing']);
    expect(await codes({ outcome: 'transferred', toOrgnr: '999999999' })).toEqual(['unknownAgency']);
  });

  test('is missed on the receipt where nothing was said, whatever is said later', async () => {
    const [told, silent] = [await earlierMeasure('2019-0105'), await earlierMeasure('2019-0106')];
    await call(ola, 'PUT', url(told), { outcome: 'stopped' });
    await withdrawAll(kari);
    const sent = await submit<{ receipt: string }>(kari, 'undecided-1', true);
    expect(sent.status).toBe(201);
    const receipt = `${base}/${digdir.orgnr}/rounds/2026/submissions/${sent.body.receipt}`;
    const missed = async () =>
      (await call<ReplyOf<typeof readSubmission>>(kari, 'GET', receipt)).body.undecided.map(({ number }) => number);
    expect(await missed()).toContain('2019-0106');
    expect(await missed()).not.toContain('2019-0105');
    await call(ola, 'PUT', url(silent), { outcome: 'ended' });
    expect(await missed()).toContain('2019-0106');
  });

  test('is the agency’s own business', async () => {
    const id = await earlierMeasure('2019-0104');
    expect((await call(stranger, 'PUT', url(id), { outcome: 'ended' })).status).toBe(403);
    expect((await call(stranger, 'PUT', url(id, nav.orgnr), { outcome: 'ended' })).status).toBe(404);
    expect((await call(reader, 'PUT', url(id), { outcome: 'ended' })).status).toBe(403);
  });
});

test('a reason given for a warning follows the answer, and is no longer counted as open', async () => {
  const { id } = await add(ola);
  const { body: warned } = await save(ola, id, 0, { ...completeAnswers, funding: 'yes', totalCost: 5_000 });
  const warning = warned.issues.find((issue) => issue.level === 'warning' && issue.question === 'totalCost');
  expect(warning).toBeDefined();
  const key = reasonKey(warning as NonNullable<typeof warning>);
  const card = async () => (await view(ola)).measures.find((one) => one.id === id);
  const open = (await card())?.warnings ?? 0;

  await save(ola, id, 1, {}, { reasons: { [key]: 'Bare innkjøp av en lisens' } });
  const { body } = await save(ola, id, 2, { phase: 'idea' });
  expect(body.issues.find((issue) => issue.code === warning?.code)?.reason).toBe('Bare innkjøp av en lisens');
  expect((await card())?.warnings).toBe(open - 1);
  const { body: without } = await save(ola, id, 3, {}, { reasons: { [key]: null } });
  expect(without.issues.find((issue) => issue.code === warning?.code)?.reason).toBeUndefined();
});

test('an earlier version is saved anew, and nothing is erased', async () => {
  const { id } = await add(ola);
  await save(ola, id, 0, { name: 'A', phase: 'idea' });
  await save(ola, id, 1, { name: 'B', phase: null, funding: 'no' });
  const restored = await call<Draft>(ola, 'POST', `/api/v1/measures/${id}/rounds/2026/restore`, {
    version: 1,
    basedOn: 2,
  });
  expect(restored.body).toMatchObject({ version: 3, answers: { name: 'A', phase: 'idea' } });
  expect(restored.body.answers).not.toHaveProperty('funding');
  const missing = await call(ola, 'POST', `/api/v1/measures/${id}/rounds/2026/restore`, { version: 9, basedOn: 3 });
  expect(missing.status).toBe(404);
});
