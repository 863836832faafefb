import type { RegisterList, RegisterMeasure } from '@samblikk/contract';
import { afterAll, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import { testConfig } from '../auth/testing.ts';
import { testDatabase } from '../db/testing.ts';
import { import2019 } from '../demo/testing.ts';
import { freezeRound } from '../releases/freeze.ts';

const { db, pool, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, limits: false });
await import2019(db);
await freezeRound(db, { year: 2019, actor: 'system:test', now: new Date('2026-03-02T09:00:00Z') });

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

test('look', async () => {
  const all = await list('size=2');
  console.log(JSON.stringify(all, null, 1).slice(0, 6000));
  const page = (await get(`/${all.items[0]?.number}`)).json() as RegisterMeasure;
  console.log(JSON.stringify(page).slice(0, 3000));
  console.log((await get('.csv?q=tjeneste')).body.slice(0, 1500));
  console.log((await get('.csv?excel=true&phase=idea')).body.slice(0, 1500));
  console.log((await get('.json?phase=idea')).body.slice(0, 1000));
  void pool;
  void describe;
});
