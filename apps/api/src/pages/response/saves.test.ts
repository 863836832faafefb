import { type Draft, type Problem, type ReplyOf, type readRevisions, reasonKey } from '@samblikk/contract';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { signInAs } from '../../access/auth/testing.ts';
import { completeAnswers, digdir, nav } from '../../responses/testing.ts';
import { auditEvent, revision } from '../../schema.ts';
import { inTime, responseSite } from './testing-site.ts';

// Saving the answers of one measure, and looking back on what was saved.

const { db, clock, kari, ola, stranger, reader, call, add, save, view } = await responseSite();

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
    clock.now = new Date('2026-04-02T00:00:00Z');
    // A new session, since the old one has run out by then.
    const late = await signInAs(db, { roles: [{ role: 'fill', agency: digdir.id }], now: clock.now });
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
