import { randomUUID } from 'node:crypto';
import type { FinancingPlanView, HeldRole, Problem } from '@samblikk/contract';
import { afterAll, expect } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { completeAnswers, digdir, nav, openRound } from '../responses/testing.ts';
import { agency, agencyVersion, ministry, ministryVersion } from '../schema.ts';

/** The agencies of the tests, each with its ministry. */
export const agencies = {
  digdir: { ...digdir, ministry: 'DFD' },
  nav: { ...nav, ministry: 'AID' },
  skatteetaten: { id: 'skatteetaten', orgnr: '974761076', ministry: 'FIN' },
  ssb: { id: 'ssb', orgnr: '971526920', ministry: 'FIN' },
  brreg: { id: 'brreg', orgnr: '974760673', ministry: 'NFD' },
} as const;

type Headers = Record<string, string>;

/** A program with those agencies, and an open round of two of them; closed when the file is done. */
export async function planSite() {
  const { db, close } = await testDatabase();
  const app = await buildApp({ config: testConfig(), db, limits: false });
  afterAll(async () => {
    await app.close();
    await close();
  });
  const named = (name: string) => ({ nameNb: name, nameNn: name, nameEn: name, source: 'test' });
  const all = Object.values(agencies);
  for (const id of new Set(all.map((one) => one.ministry))) {
    await db.insert(ministry).values({ id });
    await db.insert(ministryVersion).values({ id: randomUUID(), ministryId: id, code: id, ...named(id) });
  }
  for (const { id, orgnr, ministry: ministryId } of all) {
    await db.insert(agency).values({ id }).onConflictDoNothing();
    await db.insert(agencyVersion).values({ id: randomUUID(), agencyId: id, orgnr, ministryId, ...named(id) });
  }
  await openRound(db, { opensAt: new Date(0), deadline: new Date('2100-01-01'), lateUntil: null });

  const as = async (...roles: HeldRole[]): Promise<Headers> => (await signInAs(db, { roles })).headers;
  const send = (method: 'GET' | 'PUT' | 'POST' | 'DELETE', url: string, headers: Headers, payload?: object) =>
    app.inject({
      method,
      url: `/api/v1${url}`,
      headers: { ...headers, 'idempotency-key': url },
      ...(payload && { payload }),
    });
  /** The reply of a request that must go well, or fail with this status. */
  async function ask<Reply = FinancingPlanView>(...request: Parameters<typeof send>): Promise<Reply> {
    const reply = await send(...request);
    expect(reply.statusCode, reply.body).toBeLessThan(300);
    return reply.statusCode === 204 ? (undefined as Reply) : (reply.json() as Reply);
  }
  async function refused(status: number, ...request: Parameters<typeof send>): Promise<Problem> {
    const reply = await send(...request);
    expect([reply.statusCode, reply.body], request.slice(0, 2).join(' ')).toEqual([status, expect.anything()]);
    return reply.json() as Problem;
  }
  /** A new measure of Digdir's. @param headers of someone who may fill in there */
  const newMeasure = async (headers: Headers): Promise<{ id: string; number: string }> => {
    const made = await ask<{ id: string; number: string; version: number }>(
      'POST',
      `/agencies/${digdir.orgnr}/rounds/2026/measures`,
      headers,
      {},
    );
    const saved = { year: 2026, basedOn: made.version, changes: completeAnswers };
    await ask('PUT', `/measures/${made.id}/answers/2026`, headers, saved);
    return { id: made.id, number: made.number };
  };
  /** Sends in what Digdir has, and publishes it. */
  const publish = async (headers: Headers): Promise<void> => {
    await ask('POST', `/agencies/${digdir.orgnr}/rounds/2026/submissions`, headers, { nothingToReport: false });
    const admin = await as({ role: 'admin' });
    await ask('POST', '/rounds/2026/freeze', admin, { confirmed: true });
  };
  return { db, app, as, send, ask, refused, newMeasure, publish };
}
