import type { Draft, Problem, ReplyOf, readSubmission } from '@samblikk/contract';
import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { completeAnswers, digdir, nav } from '../../responses/testing.ts';
import { auditEvent, measure, measureRound, revision } from '../../schema.ts';
import { base, inTime, responseSite } from './testing-site.ts';

const { db, rounds, kari, ola, stranger, reader, call, add, save, submit, view, withdrawAll } = await responseSite();

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
