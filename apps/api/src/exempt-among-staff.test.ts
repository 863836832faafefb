import { may } from '@samblikk/contract';
import { type Answers, type Edition, editionOf, exemptable } from '@samblikk/questionnaire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs, testConfig } from './access/auth/testing.ts';
import { buildApp } from './app.ts';
import { testDatabase } from './platform/db/testing.ts';
import { completeAnswers, digdir, openRound } from './responses/testing.ts';
import { wordsOf } from './testing-reading.ts';
import { endpoints } from './testing-requests.ts';

// What is exempt is planted in a round that is queried, corrected and frozen twice. Then an analyst reads every list, file and
// page of the contract that is not about the one measure, in every state of the round (docs/decisions/0035-exempt-answers-among-staff.md).
const secret = 'Hvalrosshemmelighet';
const cost = 7_654_321;
const planted = new RegExp(`${secret}|7.?654.?321|7.?654.?322`, 'i');
const now = new Date('2026-03-02T09:00:00Z');

const { db, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
await openRound(db, { opensAt: new Date('2026-03-01'), deadline: new Date('2026-03-20'), lateUntil: null });
const kari = await signInAs(db, { now, roles: [{ role: 'submit', agency: digdir.id }] });
const ada = await signInAs(db, { now, roles: [{ role: 'admin' }] });
const anton = await signInAs(db, { now, roles: [{ role: 'analyst' }] });
afterAll(async () => {
  await app.close();
  await close();
});

type Who = typeof kari;
async function call(who: Who, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) {
  const headers = { ...who.headers, 'idempotency-key': crypto.randomUUID() };
  const reply = await app.inject({ method, url: `/api/v1${url}`, headers, ...(payload && { payload }) });
  expect(reply.statusCode, `${url} ${reply.body}`).toBeLessThan(300);
  return reply.json();
}

const edition = editionOf('2026') as Edition;
const written: Answers = {
  ...completeAnswers,
  name: `${secret} navn`,
  deliverable: `Leverer ${secret}`,
  tags: [secret.toLowerCase()],
  totalCost: cost,
};
const exempt: Record<string, Answers> = {
  'in part': {
    publishable: 'partly',
    exemptFields: exemptable(edition).map(({ id }) => id),
    exemptionBasis: 'OFFL_13',
  },
  whole: { publishable: 'no', exemptionBasis: 'OFFL_13' },
};
const ofAgency = `/agencies/${digdir.orgnr}/rounds/2026`;
const measures: { id: string; number: string; version: number }[] = [];

beforeAll(async () => {
  for (const how of Object.values(exempt)) {
    const { id, number, version } = await call(kari, 'POST', `${ofAgency}/measures`, {});
    const body = { year: 2026, basedOn: version, changes: { ...written, ...how } };
    measures.push({ id, number, version: (await call(kari, 'PUT', `/measures/${id}/answers/2026`, body)).version });
  }
});

/** Every address an analyst may read that is not about the one measure. */
function addresses(): string[] {
  const values: Record<string, readonly string[]> = {
    year: ['2026', '2019'],
    orgnr: [digdir.orgnr],
    edition: ['2026'],
    number: ['1', '2'],
    id: ['2026.1', '2026.2', ...measures.map(({ number }) => number)],
    agency: [digdir.id],
  };
  return endpoints()
    .filter(
      ({ method, path, action }) =>
        method === 'GET' && !path.includes(':measure') && may([{ role: 'analyst' }], action),
    )
    .flatMap(({ path }) => {
      let urls: string[] = [path];
      for (const [part, name = ''] of path.matchAll(/:(\w+)/g))
        urls = urls.flatMap((url) => (values[name] ?? ['x']).map((value) => url.replace(part, value)));
      return urls.flatMap((url) => ['', ...queries].map((query) => url + query));
    });
}
const queries = [
  '?with=2026.1',
  '?show=all&sort=cost',
  '?previousAnswers=true&issues=true',
  `?q=${secret.slice(0, 10)}`,
  '?rows=phase',
];

async function said(url: string): Promise<{ status: number; text: string }> {
  const reply = await app.inject({ url, headers: anton.headers });
  return { status: reply.statusCode, text: await wordsOf(reply) };
}

/** Reads it all. @returns the addresses that told what is exempt */
async function leaks() {
  const told: string[] = [];
  let answered = 0;
  for (const url of addresses()) {
    const { status, text } = await said(url);
    if (status < 300) answered += 1;
    const found = text.replaceAll(url, '').match(planted)?.[0];
    if (found) told.push(`${url}: ${text.slice(Math.max(0, text.search(planted) - 120), text.search(planted) + 40)}`);
  }
  return { told, answered };
}

describe('an analyst reads no exempt answer in a list or a file', () => {
  test('there is something to find: an administrator reads it, and an analyst on the page of the measure', async () => {
    const [{ id = '' } = {}] = measures;
    const list = await app.inject({ url: '/api/v1/rounds/2026/quality?show=all', headers: ada.headers });
    expect(list.body).toMatch(planted);
    const page = await app.inject({ url: `/api/v1/rounds/2026/quality/${id}`, headers: anton.headers });
    expect(page.body).toMatch(planted);
  });

  test('of an open round, before anything is sent in', async () => {
    const { told, answered } = await leaks();
    expect(told).toEqual([]);
    expect(answered).toBeGreaterThan(100);
  }, 60_000);

  test('sent in, asked about and corrected', async () => {
    await call(kari, 'POST', `${ofAgency}/submissions`, { nothingToReport: false });
    for (const { id, version } of measures) {
      await call(anton, 'POST', `/measures/${id}/rounds/2026/queries`, {
        question: 'totalCost',
        text: 'Er det rett?',
        version,
      });
      const proposal = { question: 'totalCost', value: cost + 1, version, reason: `Etter ${secret}` };
      await call(anton, 'POST', `/measures/${id}/rounds/2026/corrections`, proposal);
    }
    expect((await leaks()).told).toEqual([]);
  }, 60_000);

  test('frozen, corrected and frozen again', async () => {
    await call(ada, 'POST', '/rounds/2026/freeze', { confirmed: true });
    for (const { id } of measures) {
      const ofMeasure = `/measures/${id}/rounds/2026/corrections`;
      const [{ id: correction }] = await call(kari, 'GET', ofMeasure);
      await call(kari, 'POST', `${ofMeasure}/${correction}/answer`, { accept: true, text: secret });
    }
    await call(ada, 'POST', '/rounds/2026/freeze', { confirmed: true });
    expect((await leaks()).told).toEqual([]);
  }, 60_000);
});
