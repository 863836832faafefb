import { v7 as uuid } from 'uuid';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { mailContextOf } from '../platform/mail/index.ts';
import { completeAnswers } from '../responses/testing.ts';
import { agency, mail, messageSending, messageText, population, round } from '../schema.ts';

/** Agencies of a round for tests of what is written to them. */
export const agencies = {
  one: { id: 'one', orgnr: '974760673', name: 'Etaten, «Æ & Ø»' },
  two: { id: 'two', orgnr: '974761076', name: 'Tilsynet' },
  three: { id: 'three', orgnr: '971040238', name: 'Verket\r\nBcc: alle@x.example' },
  silent: { id: 'silent', orgnr: '983544622', name: 'Den tause' },
} as const;

export const opensAt = new Date('2026-03-02T07:00:00Z');
export const deadline = new Date('2026-03-27T22:59:00Z');

/**
 * A round of 2026 that asks four agencies: two that Kari (nynorsk) acts for both of, one that has a mailbox alone, and one that has
 * no address at all.
 * @param changes of the round
 */
export async function testRound(
  changes: Partial<typeof round.$inferInsert> = {},
  { today = new Date('2026-03-09T08:00:00Z'), signedIn = new Date('2026-03-01T00:00:00Z') } = {},
) {
  const database = await testDatabase();
  const { db, url } = database;
  const clock = { now: today };
  const config = testConfig({ session: { idleMinutes: 999_999, totalMinutes: 999_999 } });
  const app = await buildApp({ config, db, clock: () => clock.now, limits: false });
  const roundId = uuid();
  const calendar = { opensAt, deadline, lateUntil: new Date('2026-04-10T21:59:00Z') };
  await db.insert(round).values({ id: roundId, year: 2026, edition: '2026', state: 'open', ...calendar, ...changes });
  for (const { id, orgnr, name } of Object.values(agencies)) {
    await db.insert(agency).values({ id });
    const names = { nameNb: name, nameNn: name, nameEn: name };
    const contactEmail = id === 'silent' ? null : `post@${id}.example`;
    await db
      .insert(population)
      .values({ roundId, agencyId: id, orgnr, ...names, ministry: 'DFD', facts: {}, contactEmail });
  }
  const since = { now: signedIn, config };
  const roles = [
    { role: 'submit', agency: 'one' },
    { role: 'fill', agency: 'one' },
    { role: 'fill', agency: 'two' },
  ] as const;
  const kari = await signInAs(db, {
    ...since,
    roles,
    name: 'Kari Nordmann',
    language: 'nn',
    email: 'kari@one.example',
  });
  await signInAs(db, { ...since, roles: [{ role: 'read', agency: 'one' }], email: 'leser@one.example' });
  const admin = await signInAs(db, { ...since, roles: [{ role: 'admin' }], name: 'Ada', email: 'ada@digdir.example' });
  const analyst = await signInAs(db, { ...since, roles: [{ role: 'analyst' }] });
  const mailContext = await mailContextOf({ config, wake: async () => undefined })();
  type Who = typeof admin;
  async function call<T = { code?: string; detail?: string }>(
    who: Who,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    payload?: object,
    key = `key-${uuid()}`,
  ) {
    const headers = { ...who.headers, 'idempotency-key': key };
    const reply = await app.inject({ method, url: `/api/v1${path}`, headers, ...(payload && { payload }) });
    return { status: reply.statusCode, body: (reply.body === '' ? null : reply.json()) as T };
  }
  return {
    ...{ db, url, database, clock, app, config, roundId, kari, admin, analyst, mailContext, call },
    /** An agency that Kari acts for sends in a measure. @returns its id */
    async submit(orgnr: string): Promise<string> {
      const base = `/agencies/${orgnr}/rounds/2026`;
      const { id } = (await call<{ id: string }>(kari, 'POST', `${base}/measures`, {})).body;
      await call(kari, 'PUT', `/measures/${id}/answers/2026`, { year: 2026, basedOn: 0, changes: completeAnswers });
      await call(kari, 'POST', `${base}/submissions`, { nothingToReport: false });
      return id;
    },
    /** Forgets what was written. */
    async forget() {
      await db.delete(mail);
      await db.delete(messageSending);
      await db.delete(messageText);
    },
    async end() {
      await app.close();
      await database.close();
    },
  };
}
