import type { RegisterMeasure, ReleaseChanges } from '@samblikk/contract';
import { type Answers, type AnswerValue, editionOf, publicAnswers } from '@samblikk/questionnaire';
import { parse } from 'csv-parse/sync';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { correction } from '../schema.ts';
import { freezeRound } from './freeze.ts';

// Corrections that were settled, against a count that knows nothing of releases: the survey file's answers, one by one.

const { db, pool, close } = await testDatabase();
const now = new Date('2026-03-02T09:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
const edition = editionOf('2019');
if (!edition) throw new Error('2019');
afterAll(async () => {
  await app.close();
  await close();
});

interface Measure {
  id: string;
  number: string;
  round: string;
  agency: string;
  answers: Answers;
}
const measures: Measure[] = [];
/** What statistics should use, by measure. */
const used = new Map<string, Answers>();
const request = { year: 2019, actor: 'system:test', now };
let first: Awaited<ReturnType<typeof freezeRound>>;
let second: Awaited<ReturnType<typeof freezeRound>>;

async function correct(
  { id, round, answers }: Measure,
  question: string,
  value: AnswerValue | null,
  said: Partial<typeof correction.$inferInsert> = {},
) {
  const about = { measureId: id, roundId: round, question, version: 1, given: answers[question] ?? null };
  const proposed = { reason: 'Feil', dueAt: now, proposedAt: now, proposedByName: 'Ada' };
  const accepted = { answer: 'accepted' as const, answeredAt: now, answeredByName: 'Kari' };
  await db.insert(correction).values({ id: v7(), ...about, corrected: value, ...proposed, ...accepted, ...said });
}

const use = ({ id, answers }: Measure, question: string, value: AnswerValue | null) => {
  const { [question]: _, ...rest } = used.get(id) ?? answers;
  used.set(id, value === null ? rest : { ...rest, [question]: value });
};

beforeAll(async () => {
  await import2019(db);
  first = await freezeRound(db, request);
  const { rows } = await pool.query<Measure>(
    `select m.id, m.number, r.round_id as round, mr.agency_id as agency, r.answers from revision r
     join measure m on m.id = r.measure_id join measure_round mr on mr.measure_id = m.id and mr.round_id = r.round_id
     order by m.number`,
  );
  measures.push(...rows);
  const open = measures.filter(({ answers }) => publicAnswers(edition, answers).visibility === 'whole');
  const withCost = open.filter(({ answers }) => typeof answers.totalCost === 'number');
  const [one, two, three, four, five, six] = withCost as [Measure, Measure, Measure, Measure, Measure, Measure];
  // Accepted; decided against a refusal; a blank; and two of the same answer, of which the later holds.
  await correct(one, 'totalCost', 77_700_000);
  use(one, 'totalCost', 77_700_000);
  await correct(two, 'phase', 'idea', {
    answer: 'refused',
    decision: 'decided',
    decisionAt: now,
    decisionByName: 'Ada',
    reason: 'Sagt av kari@etat.example.',
  });
  use(two, 'phase', 'idea');
  await correct(three, 'totalCost', null);
  use(three, 'totalCost', null);
  await correct(four, 'totalCost', 1_000, { answeredAt: new Date(now.getTime() - 1_000) });
  await correct(four, 'totalCost', 2_000, { reason: 'Beløpet var i tusen.' });
  use(four, 'totalCost', 2_000);
  // None of these holds: proposed, refused, dropped, of another answer, and the agency's own again.
  const none = { answer: null, answeredAt: null, answeredByName: null };
  await correct(five, 'totalCost', 1, none);
  await correct(five, 'phase', 'idea', { answer: 'refused' });
  await correct(six, 'totalCost', 1, { ...none, decision: 'dropped', decisionAt: now, decisionByName: 'Ada' });
  await correct(six, 'phase', 'idea', { given: 'nothingOfTheKind' });
  await correct(six, 'budgetThisYear', six.answers.budgetThisYear ?? null);
  second = await freezeRound(db, request);
});

const sumOf = async (query: string) => {
  const reply = await app.inject(`/api/v1/statistics/2019/table?${query}&format=json`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json() as { value: (number | null)[]; dimension: Record<string, { category: { index: string[] } }> };
};

test('only what was settled is used, and the agency’s own answers stay in its revisions', async () => {
  expect(second.created).toBe(true);
  expect(second.release.contentHash).not.toBe(first.release.contentHash);
  // Corrections are as new as anything that comes in.
  expect(second.release.dataAsOf).toEqual(now);
  const { rows } = await pool.query<{ id: string; answers: Answers; corrected: string[]; own: Answers }>(
    `select rm.measure_id as id, rm.answers, rm.corrected, r.answers as own from release_measure rm
     join revision r on r.id = rm.revision_id where rm.release_id = $1`,
    [second.release.id],
  );
  expect(rows.length).toBe(measures.length);
  for (const { id, answers, corrected, own } of rows) {
    expect(own).toEqual(measures.find((one) => one.id === id)?.answers);
    // Whom to reach is in no release.
    const { contactEmail: _, ...rest } = used.get(id) ?? own;
    expect(answers).toEqual(rest);
    const differ = Object.keys({ ...own, ...answers }).filter(
      (question) => question !== 'contactEmail' && JSON.stringify(own[question]) !== JSON.stringify(answers[question]),
    );
    expect(corrected.toSorted()).toEqual(differ.toSorted());
  }
  expect(rows.filter(({ corrected }) => corrected.length > 0).length).toBe(4);
});

test('figures are those that a slow count of the corrected answers gives', async () => {
  const answers = measures.map((one) => used.get(one.id) ?? one.answers);
  const { value, dimension } = await sumOf('rows=phase');
  const codes = Object.values(dimension)[0]?.category.index ?? [];
  for (const [at, code] of codes.entries()) {
    if (!answers.some(({ phase }) => phase === code)) continue;
    expect(value[at], code).toBe(answers.filter(({ phase }) => phase === code).length);
  }
  const sums = await sumOf('rows=phase&measure=sum&of=totalCost');
  // Amounts of what is withheld whole are not summed (decision 12).
  const open = answers.filter((one) => publicAnswers(edition, one).visibility !== 'withheld');
  const slow = (code: string) =>
    open.reduce((sum, { phase, totalCost }) => sum + (phase === code ? Number(totalCost ?? 0) : 0), 0);
  const phases = Object.values(sums.dimension)[0]?.category.index ?? [];
  for (const code of ['idea', 'execution']) expect(sums.value[phases.indexOf(code)], code).toBe(slow(code));
});

test('the register shows what is corrected, and says so', async () => {
  const page = async (number: string) => app.inject(`/api/v1/register/${number}`);
  const answerTo = (measure: RegisterMeasure, question: string) =>
    measure.sections.flatMap(({ answers }) => answers).find((answer) => answer.question === question);
  const [one, two, three] = measures.filter(({ id }) => used.has(id));
  const first = (await page(one?.number ?? '')).json() as RegisterMeasure;
  expect(answerTo(first, 'totalCost')).toMatchObject({ corrected: true, text: expect.stringContaining('77') });
  expect(answerTo(first, 'phase')).not.toHaveProperty('corrected');
  expect(answerTo((await page(two?.number ?? '')).json() as RegisterMeasure, 'phase')).toMatchObject({
    corrected: true,
  });
  expect(answerTo((await page(three?.number ?? '')).json() as RegisterMeasure, 'totalCost')).toMatchObject({
    state: 'blank',
  });
  // The files name the questions whose answers are corrected, of those that are public.
  const marked = ({ number, corrected }: { number: string; corrected: string | string[] }) => [
    number,
    String(corrected),
  ];
  const expected = measures
    .filter(({ id }) => used.has(id))
    .map(({ number, id, answers }) => {
      const others = Object.keys({ ...answers, ...used.get(id) }).filter((key) => answers[key] !== used.get(id)?.[key]);
      // A blank is no answer that could be marked.
      return [number, others.filter((key) => used.get(id)?.[key] !== undefined).join()];
    });
  const json = (await app.inject('/api/v1/register.json')).json<{
    measures: { number: string; corrected: string[] }[];
  }>();
  const csv: { number: string; corrected: string; totalCost: string }[] = parse(
    (await app.inject('/api/v1/register.csv')).body,
    { columns: true },
  );
  for (const rows of [json.measures, csv])
    expect(
      rows
        .filter(({ corrected }) => corrected.length > 0)
        .map(marked)
        .toSorted(),
    ).toEqual(expected.filter(([, questions]) => questions !== '').toSorted());
  expect(csv.find(({ number }) => number === one?.number)?.totalCost).toBe('77700000');
});

test('what changed in the release has why, in the words of the correction; to the public none that reaches a person', async () => {
  const [one, two, three, four] = measures.filter(({ id }) => used.has(id)).map(({ number }) => number);
  const whys = ({ measures: changed }: ReleaseChanges) =>
    changed.flatMap(({ number, answers }) => answers.map(({ question, why }) => [number, question, why]));
  const url = `/api/v1/releases/${second.release.id}/changes`;
  expect(whys((await app.inject(url)).json<ReleaseChanges>())).toEqual([
    [one, 'totalCost', 'Feil'],
    [two, 'phase', null],
    // That a blank is no answer of the agency's is not told.
    [three, 'totalCost', null],
    [four, 'totalCost', 'Beløpet var i tusen.'],
  ]);
  const { headers } = await signInAs(db, { roles: [{ role: 'admin' }], now });
  const staff = await app.inject({ url: '/api/v1/rounds/2019/releases/2/comparison', headers });
  expect(whys(staff.json<ReleaseChanges>())).toEqual([
    [one, 'totalCost', 'Feil'],
    [two, 'phase', 'Sagt av kari@etat.example.'],
    [three, 'totalCost', 'Feil'],
    [four, 'totalCost', 'Beløpet var i tusen.'],
  ]);
});

test('freezing again without change gives the same release; without corrections the bytes are those of before', async () => {
  expect(await freezeRound(db, request)).toEqual({ created: false, release: second.release });
  await db.delete(correction);
  const third = await freezeRound(db, request);
  expect(third.release.contentHash).toBe(first.release.contentHash);
});

test('of what is withheld whole nothing is told, also not that it is corrected', async () => {
  const hidden = measures.find(({ answers }) => publicAnswers(edition, answers).visibility === 'withheld') as Measure;
  await correct(hidden, 'totalCost', 88_800_000);
  await correct(hidden, 'name', 'Hvalrosshemmelighet');
  const { release } = await freezeRound(db, request);
  const { rows } = await pool.query(
    'select corrected, public_corrected as told, public_answers as public from release_measure where release_id = $1 and measure_id = $2',
    [release.id, hidden.id],
  );
  expect(rows).toEqual([{ corrected: ['name', 'totalCost'], told: [], public: {} }]);
  for (const url of ['register.csv', 'register.json', 'register?size=100', 'register?q=Hvalrosshemmelighet']) {
    expect((await app.inject(`/api/v1/${url}`)).body, url).not.toMatch(/88.?800.?000|"title":"Hvalross/);
  }
  expect((await app.inject(`/api/v1/register/${hidden.number}`)).statusCode).toBe(404);
});
