import type { Draft, MeasureQuality, Problem, ReplyOf, readQuality, readRuleStatistics } from '@samblikk/contract';
import type { Answers } from '@samblikk/questionnaire';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { completeAnswers, digdir, nav, openRound } from '../responses/testing.ts';
import { measureRound, revision } from '../schema.ts';
import { looksIn } from './index.ts';

const { db, close } = await testDatabase();
const config = testConfig({ session: { idleMinutes: 99_999, totalMinutes: 99_999 } });
const now = new Date('2026-03-02T09:00:00Z');
const app = await buildApp({ config, db, clock: () => now, limits: false });
const rounds = await openRound(db, {
  opensAt: new Date('2026-03-01'),
  deadline: new Date('2026-03-20'),
  lateUntil: null,
});
const signIn = (who: Parameters<typeof signInAs>[1]) => signInAs(db, { now, config, ...who });
const kari = await signIn({ roles: [{ role: 'submit', agency: digdir.id }], name: 'Kari Nordmann' });
const nils = await signIn({ roles: [{ role: 'submit', agency: nav.id }] });
const ada = await signIn({ roles: [{ role: 'admin' }], name: 'Ada Admin' });
const anton = await signIn({ roles: [{ role: 'analyst' }], name: 'Anton Analyse' });
afterAll(async () => {
  await app.close();
  await close();
});

type Who = typeof kari;
async function call<T>(who: Who, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) {
  const headers = { ...who.headers, 'idempotency-key': crypto.randomUUID() };
  const reply = await app.inject({ method, url: `/api/v1${url}`, headers, ...(payload && { payload }) });
  const body = reply.statusCode === 204 ? null : reply.json();
  return { status: reply.statusCode, body: body as T & Pick<Problem, 'code'> };
}
type Queue = ReplyOf<typeof readQuality>;
const queue = async (query = '', who = anton) => (await call<Queue>(who, 'GET', `/rounds/2026/quality?${query}`)).body;
const numbers = async (query = '') => (await queue(query)).items.map(({ title }) => title);
const one = async (id: string, who = anton) =>
  (await call<MeasureQuality>(who, 'GET', `/rounds/2026/quality/${id}`)).body;
const look = (id: string, version: number, note = '', who = anton) =>
  call<MeasureQuality>(who, 'PUT', `/rounds/2026/quality/${id}/look`, { version, note });

async function add(who: Who, orgnr: string, answers: Answers): Promise<string> {
  const { id } = (await call<Draft>(who, 'POST', `/agencies/${orgnr}/rounds/2026/measures`, {})).body;
  await save(who, id, answers);
  return id;
}
async function save(who: Who, id: string, changes: object, reasons?: object) {
  const { version } = (await call<Draft>(who, 'GET', `/measures/${id}/rounds/2026`)).body;
  const body = { year: 2026, basedOn: version, changes, ...(reasons && { reasons }) };
  expect((await call(who, 'PUT', `/measures/${id}/answers/2026`, body)).status).toBe(200);
}
const submit = (who: Who, orgnr: string) =>
  call(who, 'POST', `/agencies/${orgnr}/rounds/2026/submissions`, { nothingToReport: false });

const ids: Record<'grown' | 'cheap' | 'plain' | 'draft', string> = { grown: '', cheap: '', plain: '', draft: '' };
const lastYear: Answers = { ...completeAnswers, totalCost: 2_000_000, phase: 'execution', funding: 'yes' };

beforeAll(async () => {
  ids.grown = await add(kari, digdir.orgnr, {
    ...completeAnswers,
    name: 'Vokst',
    totalCost: 90_000_000,
    phase: 'planning',
    funding: 'no',
  });
  ids.cheap = await add(kari, digdir.orgnr, { ...completeAnswers, name: 'Billig', totalCost: 5_000, funding: 'yes' });
  ids.plain = await add(kari, digdir.orgnr, { ...completeAnswers, name: 'Vanlig', totalCost: 3_000_000 });
  await db.insert(measureRound).values({ measureId: ids.grown, roundId: rounds.earlier, agencyId: digdir.id });
  const before = { origins: {}, authors: {}, version: 1, edition: '2019' };
  await db
    .insert(revision)
    .values({ id: crypto.randomUUID(), measureId: ids.grown, roundId: rounds.earlier, ...before, answers: lastYear });
  await save(kari, ids.cheap, {}, { 'rule.totalCostLow': 'Det er et lite tiltak.' });
  expect((await submit(kari, digdir.orgnr)).status).toBe(201);
  ids.draft = await add(nils, nav.orgnr, { name: 'Utkast', totalCost: 1_000 });
});

describe('exempt answers', () => {
  const exempt = { publishable: 'partly', exemptFields: ['name', 'totalCost'], exemptionBasis: 'OFFL_13' };
  let id = '';
  beforeAll(async () => {
    id = await add(nils, nav.orgnr, { ...completeAnswers, name: 'Hvalross', totalCost: 7_654_321, ...exempt });
  });
  afterAll(() => db.update(measureRound).set({ withdrawnAt: now }).where(eq(measureRound.measureId, id)));
  const found = async (who: Who) => (await queue('show=all&size=100', who)).items.find((item) => item.id === id);

  test('are in the queue for an administrator, and an analyst reads neither them nor what follows from them', async () => {
    expect(await found(ada)).toMatchObject({ title: 'Hvalross', cost: 7_654_321 });
    expect(await found(anton)).toMatchObject({ title: null, cost: null, costBefore: null });
  });

  test('are not sorted by for an analyst: the place in the list would tell', async () => {
    const place = async (who: Who) => {
      const { items } = await queue('show=all&size=100&sort=cost&state=draft', who);
      return items.map((item) => item.id).indexOf(id);
    };
    expect(await place(ada)).toBe(0);
    expect(await place(anton)).toBeGreaterThan(0);
  });

  test('are read by an analyst on the page of the one measure that is looked over', async () => {
    expect((await one(id)).answers).toMatchObject({ name: 'Hvalross', totalCost: 7_654_321 });
  });

  test('come to an analyst in no file and no receipt', async () => {
    const files = ['export', 'export?format=json'].map((file) => `/rounds/2026/${file}`);
    const receipts = (
      await call<{ receipt: string }[]>(anton, 'GET', `/agencies/${digdir.orgnr}/rounds/2026/submissions`)
    ).body;
    const { receipt } = receipts[0] as { receipt: string };
    const ofAgency = [
      `submissions/${receipt}`,
      `submissions/${receipt}.pdf`,
      'portfolio.csv',
      'portfolio.xlsx',
      'portfolio.json',
    ].map((file) => `/agencies/${digdir.orgnr}/rounds/2026/${file}`);
    for (const url of [...files, ...ofAgency])
      expect([url, (await call(anton, 'GET', url)).body.code]).toEqual([url, 'notAllowed']);
    const mailed = await call(anton, 'POST', `/agencies/${digdir.orgnr}/rounds/2026/submissions/${receipt}/mail`);
    expect(mailed.status).toBe(403);
  });
});

describe('the queue', () => {
  test('has what was sent in and drafts, told apart, with what fired, cost and what changed since last year', async () => {
    const { total, items, rules, changes, shows } = await queue('sort=cost');
    expect(total).toBe(4);
    expect(items.map(({ title, state }) => [title, state])).toEqual([
      ['Vokst', 'submitted'],
      ['Vanlig', 'submitted'],
      ['Billig', 'submitted'],
      ['Utkast', 'draft'],
    ]);
    expect(items[0]).toMatchObject({
      cost: 90_000_000,
      costBefore: 2_000_000,
      changes: [
        { question: 'totalCost', change: 'higher', times: 45 },
        { question: 'phase', change: 'back' },
        { question: 'funding', change: 'changed' },
      ],
      agency: { orgnr: digdir.orgnr },
      looked: null,
    });
    expect(items[0]?.fired).toContainEqual({ code: 'rule.totalCostChanged', level: 'warning', reasoned: false });
    expect(items[2]?.fired).toContainEqual({ code: 'rule.totalCostLow', level: 'warning', reasoned: true });
    expect(items[3]?.fired).toContainEqual({ code: 'rule.totalCostLow', level: 'warning', reasoned: false });
    expect(rules.find(({ code }) => code === 'rule.totalCostLow')).toEqual({ code: 'rule.totalCostLow', measures: 2 });
    expect(changes).toContainEqual({ code: 'phase.back', measures: 1 });
    expect(shows).toEqual({ waiting: 4, looked: 0, asked: 0, all: 4 });
  });

  test('is selected and sorted by the address, a page at a time', async () => {
    expect(await numbers('rule=rule.totalCostLow&sort=number')).toEqual(['Billig', 'Utkast']);
    expect(await numbers('change=phase.back')).toEqual(['Vokst']);
    expect(await numbers('state=draft')).toEqual(['Utkast']);
    expect(await numbers(`agency=${nav.orgnr}`)).toEqual(['Utkast']);
    expect(await numbers('ministry=KMD')).toEqual([]);
    expect(await numbers('blank=totalCost')).toEqual([]);
    expect(await numbers('blank=phase&sort=number')).toEqual(['Billig', 'Vanlig', 'Utkast']);
    // What is not explained first; a draft is not done, and comes last.
    expect(await numbers('sort=concern')).toEqual(['Vokst', expect.anything(), expect.anything(), 'Utkast']);
    expect(await queue('sort=cost&size=3&page=2')).toMatchObject({ pages: 2, page: 2, items: [{ title: 'Utkast' }] });
    expect(await queue('sort=cost&size=3&page=99')).toMatchObject({ page: 2 });
    expect((await call(anton, 'GET', '/rounds/2026/quality?sort=colour')).body.code).toBe('invalidRequest');
  });

  test('is left by a measure that was looked at, until its answers change', async () => {
    const { version } = await one(ids.plain);
    expect((await look(ids.plain, version - 1)).body.code).toBe('alreadyDone');
    const { body } = await look(ids.plain, version, 'Ringt og avklart');
    expect(body.looks).toMatchObject([{ note: 'Ringt og avklart', by: 'Anton Analyse', version, current: true }]);
    expect(await numbers()).not.toContain('Vanlig');
    expect((await queue('show=looked')).items).toMatchObject([
      { title: 'Vanlig', looked: { by: 'Anton Analyse', note: 'Ringt og avklart' } },
    ]);
    // A draft changes nothing of what was sent in.
    await save(kari, ids.plain, { totalCost: 3_100_000 });
    expect(await numbers()).not.toContain('Vanlig');
    expect((await one(ids.plain)).changedSince).toEqual({ totalCost: 3_100_000 });
    await submit(kari, digdir.orgnr);
    expect(await numbers()).toContain('Vanlig');
    await look(ids.plain, (await one(ids.plain)).version, '', ada);
    expect(await numbers()).not.toContain('Vanlig');
    expect((await call(ada, 'DELETE', `/rounds/2026/quality/${ids.plain}/look`)).status).toBe(204);
    expect(await numbers()).toContain('Vanlig');
    expect((await looksIn(db, rounds.id)).map(({ lookedByName }) => lookedByName)).toEqual([
      'Anton Analyse',
      'Ada Admin',
    ]);
  });

  test('is closed to all but staff', async () => {
    for (const who of [kari, nils]) {
      expect((await call(who, 'GET', '/rounds/2026/quality')).body.code).toBe('notAllowed');
      expect((await call(who, 'GET', `/rounds/2026/quality/${ids.plain}`)).body.code).toBe('notAllowed');
      expect((await look(ids.plain, 1, '', who)).body.code).toBe('notAllowed');
      expect((await call(who, 'GET', '/rounds/2026/rules')).body.code).toBe('notAllowed');
    }
    expect((await call(anton, 'GET', '/rounds/2031/quality')).status).toBe(404);
    expect((await call(anton, 'GET', `/rounds/2026/quality/${crypto.randomUUID()}`)).status).toBe(404);
  });
});

describe('one measure', () => {
  test('has this year beside last year, what fired with the reason, and what is exempt', async () => {
    expect(await one(ids.grown)).toMatchObject({
      state: 'submitted',
      previous: { year: 2019, answers: lastYear },
      dueOn: '2026-03-09',
    });
    const cheap = await one(ids.cheap);
    expect(cheap.issues).toContainEqual(
      expect.objectContaining({ code: 'rule.totalCostLow', reason: 'Det er et lite tiltak.' }),
    );
    expect(cheap.exempt).toEqual(['contactEmail']);
    expect(cheap.correctable).toContain('totalCost');
    expect(cheap.correctable).not.toContain('publishable');
    expect((await one(ids.draft)).correctable).toEqual([]);
  });

  test('comes with its questions and corrections, and counts in the queue by what waits', async () => {
    const { version } = await one(ids.grown);
    const asked = { question: 'totalCost', text: 'Stemmer det?', version, dueOn: '2026-03-04' };
    const about = `/measures/${ids.grown}/rounds/2026`;
    expect((await call(anton, 'POST', `${about}/queries`, asked)).body).toMatchObject({
      query: { dueAt: '2026-03-04T22:59:59.000Z' },
    });
    const proposal = { question: 'totalCost', value: 9_000_000, reason: 'En null for mye', version };
    const { id } = (await call<{ id: string }>(anton, 'POST', `${about}/corrections`, proposal)).body;
    expect((await queue('show=asked')).items).toMatchObject([
      { title: 'Vokst', queries: { open: 1, answered: 0 }, corrections: { open: 1, refused: 0, inForce: 0 } },
    ]);
    await call(kari, 'POST', `${about}/corrections/${id}/answer`, { accept: true });
    expect(await one(ids.grown)).toMatchObject({
      answers: { totalCost: 90_000_000 },
      corrected: { totalCost: 9_000_000 },
      corrections: [{ state: 'accepted' }],
      queries: [{ state: 'open' }],
    });
  });
});

test('how often each rule has fired, and what came of it; as CSV too', async () => {
  // One that fired in what was sent in first, and was mended.
  await save(kari, ids.plain, { totalCost: 100 });
  await submit(kari, digdir.orgnr);
  await save(kari, ids.plain, { totalCost: 3_000_000 });
  await submit(kari, digdir.orgnr);
  const { body } = await call<ReplyOf<typeof readRuleStatistics>>(anton, 'GET', '/rounds/2026/rules');
  const of = (code: string) => body.rules.find((rule) => rule.code === `rule.${code}`);
  expect(body.measures).toBe(3);
  expect(of('totalCostLow')).toMatchObject({
    fired: 2,
    standing: 1,
    confirmed: 1,
    queried: 0,
    mended: 1,
    corrected: 0,
  });
  expect(of('totalCostChanged')).toMatchObject({
    fired: 1,
    standing: 1,
    confirmed: 0,
    queried: 1,
    mended: 0,
    corrected: 1,
  });
  expect(of('budgetHigh')).toMatchObject({ fired: 0 });
  const csv = await app.inject({ url: '/api/v1/rounds/2026/rules.csv', headers: anton.headers });
  expect(csv.headers['content-type']).toContain('text/csv');
  expect(csv.body).toMatch(/2026[,;]rule\.totalCostLow[,;]warning[,;]2[,;]1[,;]1[,;]0[,;]1[,;]0[,;]/);
});
