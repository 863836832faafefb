import { session as endpoint } from '@samblikk/contract';
import { v7 } from 'uuid';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { agencyVersion, session } from '../../schema.ts';
import { hashOfSecret } from './cookies.ts';
import { signInAs, testConfig } from './testing.ts';

const { db, close } = await testDatabase();
let now = new Date('2026-03-01T08:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => now });
afterAll(async () => {
  await app.close();
  await close();
});
beforeEach(() => {
  now = new Date('2026-03-01T08:00:00Z');
});

const minutesLater = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const ask = (headers: Record<string, string> = {}) => app.inject({ url: endpoint.path, headers });

describe('who am I', () => {
  test('nobody', async () => {
    const reply = await ask();
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toEqual({ signedIn: false });
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  test('a contact person with two roles', async () => {
    const { headers } = await signInAs(db, {
      name: 'Ola',
      email: 'ola@nav.example',
      roles: [
        { role: 'fill', agency: 'nav' },
        { role: 'submit', agency: 'nav' },
      ],
      now,
    });
    const me = (await ask(headers)).json();
    expect(me).toMatchObject({
      signedIn: true,
      name: 'Ola',
      email: 'ola@nav.example',
      idleAt: '2026-03-01T08:30:00.000Z',
      expiresAt: '2026-03-01T10:00:00.000Z',
    });
    expect(me.roles.map((r: { role: string; agency: { id: string } }) => [r.role, r.agency.id])).toEqual([
      ['fill', 'nav'],
      ['submit', 'nav'],
    ]);
  });

  test('an agency that has changed its name goes by the one it has now', async () => {
    const { headers } = await signInAs(db, { roles: [{ role: 'fill', agency: 'digdir' }], now });
    const version = (name: string, from: string | null, to: string | null) => ({
      ...{ id: v7(), agencyId: 'digdir', orgnr: '991825827', source: 'test', validFrom: from, validTo: to },
      ...{ nameNb: name, nameNn: name, nameEn: name },
    });
    await db
      .insert(agencyVersion)
      .values([version('Digitaliseringsdirektoratet', '2020-01-01', null), version('Difi', null, '2019-12-31')]);
    expect((await ask(headers)).json().roles).toMatchObject([
      { agency: { orgnr: '991825827', name: { nb: 'Digitaliseringsdirektoratet' } } },
    ]);
  });

  test.each(['', 'samblikk=', 'samblikk=guess', 'other=1'])('a cookie of no session (%s) is nobody', async (cookie) => {
    expect((await ask({ cookie })).json()).toEqual({ signedIn: false });
  });

  test('the hash in the table is not a cookie', async () => {
    const { sessionId } = await signInAs(db, { now });
    expect((await ask({ cookie: `samblikk=${sessionId}` })).json()).toEqual({ signedIn: false });
    const [row] = await db.select().from(session);
    expect(hashOfSecret(String(row?.id))).not.toBe(row?.id);
  });
});

describe('how long it lasts', () => {
  test('30 minutes without a sign of life', async () => {
    const { headers } = await signInAs(db, { now });
    minutesLater(29);
    expect((await ask(headers)).json().signedIn).toBe(true);
    minutesLater(2);
    expect((await ask(headers)).json()).toEqual({ signedIn: false });
  });

  test('use makes it last, to 120 minutes and no more', async () => {
    const { headers } = await signInAs(db, { now });
    for (let i = 0; i < 5; i++) {
      minutesLater(20);
      expect((await app.inject({ method: 'POST', url: '/api/v1/session/extend', headers })).statusCode).toBe(200);
    }
    minutesLater(19);
    expect((await ask(headers)).json()).toMatchObject({ signedIn: true, idleAt: '2026-03-01T10:00:00.000Z' });
    minutesLater(2);
    expect((await ask(headers)).json()).toEqual({ signedIn: false });
  });
});

describe('language', () => {
  test('is remembered for the person', async () => {
    const { headers } = await signInAs(db, { now });
    const reply = await app.inject({
      method: 'PUT',
      url: '/api/v1/session/language',
      headers,
      payload: { language: 'nn' },
    });
    expect(reply.json()).toMatchObject({ language: 'nn' });
    expect((await ask(headers)).json()).toMatchObject({ language: 'nn' });
  });

  test('nobody has none', async () => {
    const reply = await app.inject({ method: 'PUT', url: '/api/v1/session/language', payload: { language: 'nn' } });
    expect(reply.statusCode).toBe(401);
    expect(reply.json()).toMatchObject({ code: 'notSignedIn' });
  });

  test('nothing else can be set', async () => {
    const { headers } = await signInAs(db, { now });
    const payload = { language: 'nn', role: 'admin' };
    expect((await app.inject({ method: 'PUT', url: '/api/v1/session/language', headers, payload })).statusCode).toBe(
      400,
    );
  });
});
