import { startDevIdp } from '@samblikk/dev-idp';
import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { agency, agencyVersion, auditEvent, person, session } from '../../schema.ts';
import { signInAs, testConfig } from './testing.ts';
import { TestBrowser } from './testing-browser.ts';

const { db, close } = await testDatabase();
const publicUrl = 'http://127.0.0.1:3801';
const idp = await startDevIdp({
  host: '127.0.0.1',
  port: 0,
  redirectUris: [`${publicUrl}/auth/callback`],
  postLogoutRedirectUris: [`${publicUrl}/`],
});
const config = testConfig({ publicUrl, loginRoutes: ['altinn', 'orgno'] });
const app = await buildApp({ config, db, limits: false, login: idp });
await app.listen({ host: '127.0.0.1', port: 3801 });
await db.insert(agency).values({ id: 'digdir' });
const names = { nameNb: 'Navn', nameNn: 'Namn', nameEn: 'Name', source: 'test' };
await db.insert(agencyVersion).values({ id: v7(), agencyId: 'digdir', orgnr: '991825827', ...names });
afterAll(async () => {
  await app.close();
  await idp.close();
  await close();
});

test('where two ways in are offered the person chooses, and comes back to the same address by either', async () => {
  const browser = new TestBrowser(publicUrl);
  const choice = await browser.go('/auth/login?returnTo=/nn/svar?x=1');
  expect(choice.status).toBe(200);
  expect(choice.body).toContain('Korleis vil du logge inn?');
  const links = [...choice.body.matchAll(/class="next" href="([^"]+)"/g)].map(([, href = '']) =>
    href.replaceAll('&#38;', '&'),
  );
  expect(links).toHaveLength(2);

  const subjects = new Set<string>();
  for (const [route, assurance] of [
    ['altinn', 'high'],
    ['orgno', 'entraid'],
  ] as const) {
    const link = links.find((href) => href.includes(`route=${route}`)) ?? '';
    const one = new TestBrowser(publicUrl);
    expect(await one.signIn('digdir-sender-inn', '', link)).toMatchObject({
      status: 303,
      location: `${publicUrl}/nn/svar?x=1`,
    });
    const me = await one.me();
    expect(me.roles.map((held: { role: string }) => held.role)).toEqual(['fill', 'submit']);
    const [{ data } = { data: {} }] = await db.select().from(session).where(eq(session.personId, me.personId));
    expect(data).toMatchObject({ assurance, representation: '991825827' });
    const [{ subject = '' } = {}] = await db.select().from(person).where(eq(person.id, me.personId));
    subjects.add(subject);
  }
  // A work account has no identity number: it is known by organisation and address, as another.
  expect(subjects.size).toBe(2);
});

test('a way in that is not offered is asked for again', async () => {
  expect((await new TestBrowser(publicUrl).go('/auth/login?route=smtp')).body).toContain('Hvordan vil du logge inn?');
});

test('front-channel logout ends the provider’s session here, in a frame', async () => {
  const { headers, personId } = await signInAs(db, { roles: [{ role: 'fill', agency: 'digdir' }] });
  await db.update(session).set({ sid: 'sid-1' }).where(eq(session.personId, personId));
  const out = (query: string) => app.inject({ url: `/auth/frontchannel-logout?${query}` });
  const signedIn = async () => (await app.inject({ url: '/api/v1/session', headers })).json().signedIn;

  for (const wrong of [
    `iss=https://evil.example&sid=sid-1`,
    'sid=sid-1',
    `iss=${idp.issuer}`,
    `iss=${idp.issuer}&sid=`,
  ]) {
    expect((await out(wrong)).statusCode, wrong).toBe(400);
  }
  expect(await signedIn()).toBe(true);

  const reply = await out(`iss=${encodeURIComponent(idp.issuer)}&sid=sid-1`);
  expect(reply.statusCode).toBe(200);
  expect(reply.headers['x-frame-options']).toBeUndefined();
  expect(reply.headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors *");
  expect(reply.headers['cache-control']).toBe('no-store');
  expect(await signedIn()).toBe(false);
  const events = await db.select().from(auditEvent).where(eq(auditEvent.actor, personId));
  expect(events.map(({ action, details }) => [action, details])).toEqual([
    ['session.signedOut', { cause: 'provider' }],
  ]);

  const elsewhere = await app.inject('/auth/login');
  expect(elsewhere.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(elsewhere.headers['x-frame-options']).toBeDefined();
});
