import type { Draft, ResponseView } from '@samblikk/contract';
import { afterAll, beforeEach, expect } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { digdir, nav, openRound } from '../../responses/testing.ts';

export const inTime = new Date('2026-03-02T09:00:00Z');
export const base = '/api/v1/agencies';

/** An open round in a database of its own, with people of two agencies; closed when the file is done. */
export async function responseSite() {
  const { db, close } = await testDatabase();
  /** What the time is; in time before each test. */
  const clock = { now: inTime };
  const app = await buildApp({ config: testConfig(), db, clock: () => clock.now });
  const rounds = await openRound(db, {
    opensAt: new Date('2026-03-01T00:00:00Z'),
    deadline: new Date('2026-03-20T22:59:59Z'),
    lateUntil: new Date('2026-04-01T22:00:00Z'),
  });
  const { now } = clock;
  const kari = await signInAs(db, { roles: [{ role: 'submit', agency: digdir.id }], name: 'Kari Nordmann', now });
  const ola = await signInAs(db, { roles: [{ role: 'fill', agency: digdir.id }], name: 'Ola Hansen', now });
  const stranger = await signInAs(db, { roles: [{ role: 'submit', agency: nav.id }], name: 'Siri Nilsen', now });
  const reader = await signInAs(db, { roles: [{ role: 'read', agency: digdir.id }], name: 'Per Lesar', now });

  afterAll(async () => {
    await app.close();
    await close();
  });
  beforeEach(() => {
    clock.now = inTime;
  });

  type Who = typeof kari;

  async function call<T>(
    who: Who | undefined,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
    headers: object = {},
  ) {
    const reply = await app.inject({
      method,
      url,
      headers: { ...who?.headers, ...headers },
      ...(body && { payload: body }),
    });
    return { status: reply.statusCode, body: (reply.body === '' ? null : reply.json()) as T };
  }

  async function add(who: Who, agency = digdir): Promise<Draft> {
    const { status, body } = await call<Draft>(who, 'POST', `${base}/${agency.orgnr}/rounds/2026/measures`, {});
    expect(status).toBe(201);
    return body;
  }

  const save = <T = Draft>(who: Who, id: string, basedOn: number, changes: object, more: object = {}) =>
    call<T>(who, 'PUT', `/api/v1/measures/${id}/answers/2026`, { year: 2026, basedOn, changes, ...more });

  const submit = <T>(who: Who, key: string, nothingToReport = false, agency = digdir) =>
    call<T>(
      who,
      'POST',
      `${base}/${agency.orgnr}/rounds/2026/submissions`,
      { nothingToReport },
      { 'idempotency-key': key },
    );

  const view = async (who: Who, query = '') =>
    (await call<ResponseView>(who, 'GET', `${base}/${digdir.orgnr}/rounds/2026/response${query}`)).body;

  async function withdrawAll(who: Who): Promise<void> {
    for (const { id } of (await view(who)).measures) {
      expect((await call(who, 'DELETE', `/api/v1/measures/${id}/rounds/2026`)).status).toBe(204);
    }
  }

  return { db, clock, rounds, kari, ola, stranger, reader, call, add, save, submit, view, withdrawAll };
}
