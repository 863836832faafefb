import type { RegisterList } from '@samblikk/contract';
import type { Answers } from '@samblikk/questionnaire';
import { afterAll, expect } from 'vitest';
import { testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { freezeRound } from '../releases/index.ts';

/** The register with a release of 2019 in a database of its own, and the rows of that release; closed when the file is done. */
export async function registerSite() {
  const { db, pool, close } = await testDatabase();
  const app = await buildApp({ config: testConfig(), db, limits: false });
  await import2019(db);
  await freezeRound(db, { year: 2019, actor: 'system:test', now: new Date('2026-03-02T09:00:00Z') });
  const { rows } = await pool.query<{ number: string; answers: Answers; known: Answers; visibility: string }>(
    'select number, answers, known, visibility from release_measure order by position',
  );

  afterAll(async () => {
    await app.close();
    await close();
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    app.inject({ url: `/api/v1/register${path}`, headers });
  const list = async (query: string) => {
    const reply = await get(`?${query}`);
    expect(reply.statusCode, reply.body).toBe(200);
    return reply.json() as RegisterList;
  };
  const numbers = async (query: string) => (await list(`size=100&${query}`)).items.map((item) => item.number);

  return { app, db, rows, get, list, numbers };
}
