import type { Draft, Endpoint } from '@samblikk/contract';
import { desc } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, expect } from 'vitest';
import { signInAs, testConfig } from './access/auth/testing.ts';
import { startTestProvider } from './access/auth/testing-provider.ts';
import { buildApp } from './app.ts';
import { testDatabase } from './platform/db/testing.ts';
import { completeAnswers, digdir, nav, openRound } from './responses/testing.ts';
import { agencyVersion, auditEvent, measure, measureRound, revision } from './schema.ts';

interface Attacker {
  readonly headers: { readonly cookie: string };
  readonly personId: string;
}

/** The address of an agency's part in the round. */
export const agencyRound = ({ orgnr }: { orgnr: string }) => `/api/v1/agencies/${orgnr}/rounds/2026`;

/** A round with an agency that is attacked and one that is not, whose log and audit are looked at; closed when the file is done. */
export async function attackSite() {
  const { db, close } = await testDatabase();
  const provider = await startTestProvider();
  const logged: Record<string, unknown>[] = [];
  const app = await buildApp({
    config: testConfig({
      loginRoutes: ['altinn', 'orgno'],
      maskinporten: { issuer: provider.issuer, jwks: `${provider.issuer}/jwks`, scope: 'digdir:tiltak.write' },
    }),
    db,
    limits: false,
    login: provider.client,
    logger: { level: 'info', stream: { write: (text: string) => logged.push(JSON.parse(text)) } },
  });
  afterAll(async () => {
    await app.close();
    await provider.close();
    await close();
  });

  const day = 24 * 60 * 60_000;
  const at = (days: number) => new Date(Date.now() + days * day);
  const rounds = await openRound(db, { opensAt: at(-1), deadline: at(10), lateUntil: null });
  const names = { nameNb: 'n', nameNn: 'n', nameEn: 'n', source: 'test' };
  for (const { id, orgnr } of [digdir, nav]) {
    await db.insert(agencyVersion).values({ id: v7(), agencyId: id, orgnr, ...names });
  }
  const owner = await signInAs(db, { roles: [{ role: 'submit', agency: digdir.id }], name: 'Eva Eier' });
  const stranger = await signInAs(db, { roles: [{ role: 'submit', agency: nav.id }], name: 'Siri Nilsen' });
  const reader = await signInAs(db, { roles: [{ role: 'read', agency: digdir.id }], name: 'Per Lesar' });

  /** A measure of Digdir's last round, which it alone can take along. */
  const previous = v7();
  await db.insert(measure).values({ id: previous, number: '2019-0007' });
  await db.insert(measureRound).values({ measureId: previous, roundId: rounds.earlier, agencyId: digdir.id });
  const empty = { origins: {}, authors: {} };
  await db.insert(revision).values({
    id: v7(),
    measureId: previous,
    roundId: rounds.earlier,
    version: 1,
    edition: '2019',
    answers: {},
    ...empty,
  });

  async function call(who: Attacker, method: Endpoint['method'], url: string, payload?: object) {
    const headers = { ...who.headers, 'idempotency-key': 'attack-key' };
    return app.inject({ method, url, headers, ...(payload && { payload }) });
  }

  const created = await call(owner, 'POST', `${agencyRound(digdir)}/measures`, {});
  const { id: target, number } = created.json<Draft>();
  const besides = (await call(owner, 'POST', `${agencyRound(digdir)}/measures`, {})).json<Draft>().id;
  const saved = await call(owner, 'PUT', `/api/v1/measures/${target}/answers/2026`, {
    ...{ year: 2026, basedOn: 0, changes: completeAnswers },
  });
  expect(saved.statusCode).toBe(200);

  const everything = async () =>
    JSON.stringify([await db.select().from(measureRound), await db.select().from(revision)]);
  const untouched = await everything();
  const lastEvent = async () => (await db.select().from(auditEvent).orderBy(desc(auditEvent.sequence)).limit(1))[0];
  const lastRefusal = () => logged.findLast(({ msg }) => msg === 'request refused');
  const pathOf = (url: string) => url.split('?')[0];

  /** Refused since they may not: the audit says who, what they would do, and where. */
  async function expectNotAllowed(reply: Awaited<ReturnType<typeof call>>, who: Attacker, action: string, url: string) {
    expect([reply.statusCode, reply.json().code], reply.body).toEqual([403, 'notAllowed']);
    expect(await lastEvent()).toMatchObject({
      actor: who.personId,
      action: 'access.refused',
      details: { action, path: pathOf(url) },
    });
    expect(lastRefusal()).toMatchObject({ code: 'notAllowed', by: who.personId, action, path: pathOf(url) });
    expect(await everything()).toBe(untouched);
  }

  /** Answered as if it were not there: the log says who asked for it, and where. */
  async function expectNotThere(
    reply: Awaited<ReturnType<typeof call>>,
    who: Attacker,
    url: string,
    code = 'notFound',
  ) {
    expect(reply.json().code, reply.body).toBe(code);
    expect(lastRefusal()).toMatchObject({ code, by: who.personId, path: pathOf(url) });
    expect(await everything()).toBe(untouched);
  }

  return {
    ...{ app, db, provider, logged, at, owner, stranger, reader, previous, target, number, besides },
    ...{ call, lastEvent, lastRefusal, expectNotAllowed, expectNotThere },
  };
}
