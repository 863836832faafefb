import type { Draft } from '@samblikk/contract';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test, vi } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { completeAnswers, digdir, openRound } from '../responses/testing.ts';
import { agencyRoundOf } from '../rounds/index.ts';
import { rowWriter } from './write-rows.ts';

const { db, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db });
const day = 86_400_000;
await openRound(db, { opensAt: new Date(Date.now() - day), deadline: new Date(Date.now() + day), lateUntil: null });
const { headers } = await signInAs(db, { roles: [{ role: 'fill', agency: digdir.id }] });
afterAll(async () => {
  await app.close();
  await close();
});

const url = `/api/v1/agencies/${digdir.orgnr}/rounds/2026/measures`;
const newMeasure = async () => (await app.inject({ method: 'POST', url, headers, payload: {} })).json<Draft>();

const row = { externalId: undefined, basedOn: 0 };
const here = (measure: Draft) => ({ ...measure, here: true, externalId: null });

/**
 * An import that writes its first row and then, when a colleague's request waits in the database, the rest.
 * @returns the status of the colleague's request
 */
async function importMeanwhile(
  request: () => Promise<{ statusCode: number }>,
  rest: (writer: Awaited<ReturnType<typeof rowWriter>>) => Promise<unknown>,
): Promise<number> {
  const first = await newMeasure();
  const of = await agencyRoundOf(db, 2026, digdir.orgnr);
  let asked: Promise<{ statusCode: number }> | undefined;
  await db.transaction(async (tx) => {
    // Were they to wait for each other, the import would be the one that is given up.
    await tx.execute(sql`set local deadlock_timeout = '1ms'`);
    const writer = await rowWriter(tx, of, { personId: null, name: 'Liste' }, new Date());
    await writer.write({ ...row, measure: here(first), changes: completeAnswers });
    asked = request();
    await vi.waitFor(async () => {
      const waiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      expect((await db.execute(waiting)).rowCount).toBeGreaterThan(0);
    }, 10_000);
    await rest(writer);
  });
  return (await asked)?.statusCode ?? 0;
}

test('an import and a colleague who saves one of its measures do not wait for each other', async () => {
  const measure = await newMeasure();
  const payload = { year: 2026, basedOn: 0, changes: { contactEmail: 'kari@digdir.example' } };
  const answersUrl = `/api/v1/measures/${measure.id}/answers/2026`;
  const status = await importMeanwhile(
    () => app.inject({ method: 'PUT', url: answersUrl, headers, payload }),
    (writer) => writer.write({ ...row, measure: here(measure), changes: { name: 'Fra listen' } }),
  );
  expect(status).toBe(200);
  const { answers } = (await app.inject({ url: `/api/v1/measures/${measure.id}/rounds/2026`, headers })).json<Draft>();
  expect(answers).toEqual({ name: 'Fra listen', contactEmail: 'kari@digdir.example' });
});

test('nor do an import that makes a measure and a colleague who does', async () => {
  const status = await importMeanwhile(
    () => app.inject({ method: 'POST', url, headers, payload: {} }),
    (writer) => writer.write({ ...row, measure: undefined, changes: completeAnswers }),
  );
  expect(status).toBe(201);
});
