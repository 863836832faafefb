// The promise of one definition, through the whole program: one file gains a question, and everything has it.
import type { RegisterList } from '@samblikk/contract';
import { afterAll, expect, test, vi } from 'vitest';
import type * as file2026 from '../../../packages/questionnaire/src/editions/2026.ts';
import { signInAs, testConfig } from './access/auth/testing.ts';
import { buildApp } from './app.ts';
import { testDatabase } from './platform/db/testing.ts';
import { freezeRound } from './releases/index.ts';
import { completeAnswers, digdir, openRound } from './responses/testing.ts';

vi.mock('../../../packages/questionnaire/src/editions/2026.ts', async (original) => {
  const file = await original<typeof file2026>();
  const label = { nb: 'Er kildekoden åpen?', nn: 'Er kjeldekoden open?', en: 'Is the source code open?' };
  const options = [
    { code: 'open', label: { nb: 'Åpen', nn: 'Open', en: 'Open' } },
    { code: 'shut', label: { nb: 'Lukket', nn: 'Lukka', en: 'Closed' } },
  ];
  const added = {
    kind: 'single',
    id: 'sourceCode',
    label,
    options,
    facet: true,
    comparability: { with: 'new' },
  } as const;
  const [first, ...rest] = file.edition2026.sections;
  return {
    edition2026: { ...file.edition2026, sections: [{ ...first, questions: [...first.questions, added] }, ...rest] },
  };
});

const { db, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});

const day = 86_400_000;
await openRound(db, { opensAt: new Date(Date.now() - day), deadline: new Date(Date.now() + day), lateUntil: null });
const { headers } = await signInAs(db, { roles: [{ role: 'submit', agency: digdir.id }, { role: 'admin' }] });

async function ask(method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, more: object = {}) {
  return app.inject({ method, url: `/api/v1/${url}`, headers: { ...headers, ...more }, ...(payload && { payload }) });
}

test('a question added to one file is in check, API description, facet, table and export', async () => {
  const agencyRound = `agencies/${digdir.orgnr}/rounds/2026`;
  for (const sourceCode of ['open', 'open', 'shut']) {
    const { id } = (await ask('POST', `${agencyRound}/measures`, {})).json();
    const answers = `measures/${id}/answers/2026`;
    const wrong = await ask('PUT', answers, { year: 2026, basedOn: 0, changes: { sourceCode: 'ajar' } });
    expect(wrong.json().issues).toMatchObject([{ question: 'sourceCode', code: 'unknownOption' }]);
    expect(
      (await ask('PUT', answers, { year: 2026, basedOn: 0, changes: { ...completeAnswers, sourceCode } })).statusCode,
    ).toBe(200);
  }
  await ask('POST', `${agencyRound}/submissions`, { nothingToReport: false }, { 'idempotency-key': 'added-question' });
  await freezeRound(db, { year: 2026, actor: 'system:test', now: new Date() });

  const { paths } = (await ask('GET', 'openapi.json')).json();
  const body = paths['/api/v1/measures/{measure}/answers/2026'].put.requestBody.content['application/json'].schema;
  expect(JSON.stringify(body.properties.changes.properties.sourceCode)).toContain('"enum":["open","shut"]');

  const register = (await ask('GET', 'register?round=2026&sourceCode=open')).json() as RegisterList;
  expect(register.total).toBe(2);
  expect(register.facets.find((facet) => facet.id === 'sourceCode')?.values).toMatchObject([
    { code: 'open', label: 'Åpen', count: 2, chosen: true },
    { code: 'shut', label: 'Lukket', count: 1, chosen: false },
  ]);

  const table = (await ask('GET', 'statistics/2026/table?rows=sourceCode')).json();
  expect(table).toMatchObject({ id: ['sourceCode', 'contents', 'year'], value: [2, 1], extension: { n: 3 } });

  const [header = '', ...rows] = (await ask('GET', 'rounds/2026/export?format=csv')).body.trim().split('\n');
  const column = header.split(',').indexOf('sourceCode');
  expect(column).toBeGreaterThan(0);
  expect(rows.map((row) => row.split(',')[column]).sort()).toEqual(['open', 'open', 'shut']);

  const codebook = await ask('GET', 'editions/2026/codebook.csv');
  expect(codebook.body).toContain('sourceCode');
});
