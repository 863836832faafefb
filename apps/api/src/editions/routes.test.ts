import { type Edition, editions, fingerprint, questionsOf } from '@samblikk/questionnaire';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';

const { db, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});

test.each(Object.values(editions).map((edition) => [edition.id, edition] as const))(
  'edition %s is given whole, with codebook as JSON and CSV',
  async (id, edition) => {
    const whole = (await app.inject(`/api/v1/editions/${id}`)).json();
    expect(whole).toEqual(JSON.parse(JSON.stringify(edition)));
    expect(await fingerprint(whole)).toBe(await fingerprint(edition));
    const one = (await app.inject(`/api/v1/editions/${id}?lang=nn`)).json();
    expect(one.sections.map((section: Edition['sections'][number]) => section.title)).toEqual(
      edition.sections.map(({ title }) => ({ nn: title.nn })),
    );
    expect(JSON.stringify(one)).not.toMatch(/"(nb|en)":/);
    expect(questionsOf(one).map((q) => ({ ...q, label: q.label.nn }))).toMatchObject(
      questionsOf(edition).map(({ id, kind, label }) => ({ id, kind, label: label.nn })),
    );
    const book = (await app.inject(`/api/v1/editions/${id}/codebook?lang=nn`)).json();
    expect(book.questions.map((q: { id: string; label: string }) => [q.id, q.label])).toEqual(
      questionsOf(edition).map((q) => [q.id, q.label.nn]),
    );
    const csv = await app.inject(`/api/v1/editions/${id}/codebook.csv`);
    const rows = parse(csv.body) as string[][];
    for (const question of questionsOf(edition)) expect(rows.some((row) => row.includes(question.id))).toBe(true);
  },
);

test('the list of editions, and one that is not there', async () => {
  const list = (await app.inject('/api/v1/editions')).json();
  expect(list.map((e: { id: string }) => e.id)).toEqual(Object.keys(editions));
  expect((await app.inject('/api/v1/editions/1999')).statusCode).toBe(404);
});
