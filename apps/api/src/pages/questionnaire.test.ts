import type { QuestionnaireChanges } from '@samblikk/contract';
import { editionOf, findQuestion } from '@samblikk/questionnaire';
import { questionTime } from '@samblikk/questionnaire/difference';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';

const { db, pool, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, limits: false });
await import2019(db);
afterAll(async () => {
  await app.close();
  await close();
});
const admin = await signInAs(db, { roles: [{ role: 'admin' }] });
const get = async (path: string, who = admin) => {
  const reply = await app.inject({ url: `/api/v1/rounds/${path}`, headers: who.headers });
  return { status: reply.statusCode, body: reply.json() as QuestionnaireChanges };
};
await app.inject({ method: 'PUT', url: '/api/v1/rounds/2027', headers: admin.headers, payload: { edition: '2026' } });

test('the form is compared with that of the round before, with what each change touches', async () => {
  const { status, body } = await get('2027/questionnaire');
  expect(status).toBe(200);
  expect([body.edition, body.from, body.fromYear, body.basis.measures]).toEqual(['2026', '2019', 2019, 432]);
  const publishable = body.changes.find(({ id, of }) => id === 'publishable' && of === 'question');
  const declared = findQuestion(editionOf('2026') as never, 'publishable')?.comparability?.with;
  expect(publishable?.comparability?.with).toBe(declared);
  const sum = (name: 'anew' | 'carried') => body.changes.reduce((total, { seconds }) => total + seconds[name], 0);
  expect(sum('carried')).toBeCloseTo(body.after.carried - body.before.carried);
  // Imported from a file, so nobody's time was measured.
  expect(body.basis).toMatchObject({ measuredAgencies: 0, factor: 1 });
});

test('a question with a condition counts as often as it was asked', async () => {
  const { rows } = await pool.query<{ share: number }>(
    `select avg((answers->>'publishable' = 'no')::int)::float as share from revision where edition = '2019'`,
  );
  const asked = { exemptionBasis: rows[0]?.share ?? 0 };
  expect(asked.exemptionBasis).toBeGreaterThan(0);
  const { body } = await get('2027/questionnaire');
  const told = body.changes.find(({ id, of }) => id === 'exemptionBasis' && of === 'question');
  const time = (edition: string) => {
    const question = findQuestion(editionOf(edition) as never, 'exemptionBasis');
    if (!question) throw new Error('no question');
    return questionTime(question, { confirmable: false, asked }).anew;
  };
  expect(told?.seconds.anew).toBeCloseTo(time('2026') - time('2019'));
});

test('before a round is made an edition is compared in the same way; one that is not there is refused', async () => {
  expect(await get('2028/questionnaire?edition=2019&from=2026')).toMatchObject({
    status: 200,
    body: { edition: '2019' },
  });
  const { body } = await get('2027/questionnaire');
  await app.inject({ method: 'DELETE', url: '/api/v1/rounds/2027', headers: admin.headers });
  expect((await get('2027/questionnaire')).status).toBe(404);
  expect((await get('2027/questionnaire?edition=2026')).body).toEqual(body);
  expect((await get('2027/questionnaire?edition=1999')).status).toBe(400);
  await app.inject({ method: 'PUT', url: '/api/v1/rounds/2027', headers: admin.headers, payload: { edition: '2026' } });
});

test('the same form once more costs nothing', async () => {
  const { body } = await get('2027/questionnaire?from=2026');
  expect(body.changes).toEqual([]);
  expect(body.after).toEqual(body.before);
});

test('the first round has nothing to be compared with; an unknown edition is refused; only staff may see', async () => {
  expect((await get('2019/questionnaire')).body).toMatchObject({ from: null, fromYear: null, changes: [] });
  expect((await get('2027/questionnaire?from=1999')).status).toBe(400);
  const frida = await signInAs(db, { roles: [{ role: 'fill', agency: 'nav' }] });
  expect((await get('2027/questionnaire', frida)).status).toBe(403);
});
