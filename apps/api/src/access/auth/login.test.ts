import type { DemoPerson } from '@samblikk/dev-idp';
import { startDevIdp } from '@samblikk/dev-idp';
import { eq } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { buildApp } from '../../app.ts';
import { auditEvent, person, role, session } from '../../schema.ts';
import { loginSite } from './testing-login.ts';

const { app, config, db, eventsOf, idp, people, publicUrl, Browser } = await loginSite(3299);

describe('logging in', () => {
  test('a contact person, all the way', async () => {
    const browser = new Browser();
    const picker = await browser.follow('/auth/login?returnTo=/nn/svar');
    expect(picker.url).toContain(`${idp.issuer}/interaction/`);
    expect(picker.body).toContain('Dette er ei testinnlogging');
    expect(picker.body).not.toContain('<script');
    const done = await browser.signIn('digdir-sender-inn', '/nn/svar?x=1');
    expect(done).toMatchObject({ status: 303, location: `${publicUrl}/nn/svar?x=1` });
    const me = await browser.me();
    expect(me).toMatchObject({ signedIn: true, name: 'Sander Sender', language: 'nn' });
    expect(me.roles.map((r: { role: string; agency: { id: string } }) => `${r.role} ${r.agency.id}`)).toEqual([
      'fill digdir',
      'submit digdir',
    ]);
  });

  test.each([
    ['digdir-fyller-ut', [['fill', 'digdir', undefined]]],
    ['digdir-administrator', [['admin', undefined, undefined]]],
    ['digdir-analytiker', [['analyst', undefined, undefined]]],
    ['dfd-samordner', [['coordinator', undefined, 'DFD']]],
  ])('%s', async (id, expected) => {
    const browser = new Browser();
    expect((await browser.signIn(id)).status).toBe(303);
    const { roles } = await browser.me();
    expect(
      roles.map((r: { role: string; agency?: { id: string }; ministry?: { code: string } }) => [
        r.role,
        r.agency?.id,
        r.ministry?.code,
      ]),
    ).toEqual(expected);
  });

  test('keeps no national identity number anywhere in the database', async () => {
    await new Browser().signIn('nav-sender-inn');
    const { pid } = people.find(({ id }) => id === 'nav-sender-inn') as DemoPerson;
    const all = JSON.stringify([
      await db.select().from(person),
      await db.select().from(session),
      await db.select().from(auditEvent),
    ]);
    expect(all).not.toContain(pid);
    // The id token is there, sealed: not as three readable parts.
    expect(all).toContain('"idToken":"eyJhbGciOiJkaXIi');
  });

  test('is in the audit, with what for and how sure', async () => {
    await new Browser().signIn('nav-sender-inn');
    const events = await eventsOf('session.signedIn');
    expect(events.at(-1)?.details).toEqual({ representation: '889640782', assurance: 'high' });
  });

  test('an agency that is no longer there gives no access, and says what to do', async () => {
    const browser = new Browser();
    const page = await browser.signIn('skatteetaten-sender-inn');
    expect(page.status).toBe(403);
    expect(page.body).toContain('Du har ikke tilgang ennå');
    expect(page.body).toContain('Du logget inn for SKATTEETATEN.');
    expect(await browser.me()).toEqual({ signedIn: false });
    expect(await db.select().from(person).where(eq(person.name, 'Skjalg Skattem'))).toEqual([]);
  });

  test('staff rights count only at Digdir', async () => {
    const nora = people.find(({ id }) => id === 'nav-sender-inn') as DemoPerson;
    Object.assign(nora, { actions: ['admin', 'analyst', 'coordinator', 'constructor'] });
    expect((await new Browser().signIn('nav-sender-inn')).status).toBe(403);
    Object.assign(nora, { actions: ['write', 'submit'] });
  });

  test('roles follow the newest login', async () => {
    const nora = people.find(({ id }) => id === 'nav-sender-inn') as DemoPerson;
    const browser = new Browser();
    await browser.signIn('nav-sender-inn');
    const { personId, roles } = await browser.me();
    expect(roles).toHaveLength(2);
    await db.insert(role).values({
      id: '01900000-0000-7000-8000-000000000009',
      personId,
      role: 'read',
      agencyId: 'digdir',
      grantedBy: 'by hand',
    });
    Object.assign(nora, { actions: ['read'] });
    await new Browser().signIn('nav-sender-inn');
    Object.assign(nora, { actions: ['write', 'submit'] });
    const held = (await browser.me()).roles.map(
      (r: { role: string; agency: { id: string } }) => `${r.role} ${r.agency.id}`,
    );
    // Given by hand stays, also when a login gives the same.
    expect(held.sort()).toEqual(['read digdir', 'read nav']);
  });

  test('signing in for another organisation changes nothing in a session that is there, and gets nothing from it', async () => {
    const nora = people.find(({ id }) => id === 'nav-sender-inn') as DemoPerson;
    await db.delete(role).where(eq(role.grantedBy, 'by hand'));
    const [atNav, atDigdir] = [new Browser(), new Browser()];
    const roles = async (browser: InstanceType<typeof Browser>) =>
      (await browser.me()).roles
        .map((r: { role: string; agency: { id: string } }) => `${r.role} ${r.agency.id}`)
        .sort();
    const rights = async (browser: InstanceType<typeof Browser>, orgnr: string) => {
      const jar = browser.jars.get(new URL(publicUrl).host) as Map<string, string>;
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const url = `/api/v1/agencies/${orgnr}/people`;
      return (await app.inject({ url, headers: { cookie } })).statusCode;
    };
    await atNav.signIn('nav-sender-inn');
    Object.assign(nora, { orgnr: '991825827', actions: ['write'] });
    await atDigdir.signIn('nav-sender-inn');
    Object.assign(nora, { orgnr: '889640782', actions: ['write', 'submit'] });
    expect((await atNav.me()).personId).toBe((await atDigdir.me()).personId);
    expect([await roles(atNav), await roles(atDigdir)]).toEqual([['fill nav', 'submit nav'], ['fill digdir']]);
    expect([await rights(atNav, '889640782'), await rights(atNav, '991825827')]).toEqual([200, 403]);
    expect([await rights(atDigdir, '889640782'), await rights(atDigdir, '991825827')]).toEqual([403, 200]);

    // A login for the same organisation that gives nothing any more ends what the older one gave, and only there.
    Object.assign(nora, { actions: [] });
    expect((await new Browser().signIn('nav-sender-inn')).status).toBe(403);
    Object.assign(nora, { actions: ['write', 'submit'] });
    expect([await roles(atNav), await roles(atDigdir)]).toEqual([[], ['fill digdir']]);
  });

  test('asked again, the login takes another person than the one it knows', async () => {
    const browser = new Browser();
    await browser.signIn('digdir-fyller-ut');
    const switched = '/auth/login?again=1&returnTo=/svar';
    const picker = await browser.follow(switched);
    const picked = await browser.go(picker.url, { person: 'nav-sender-inn' });
    // The provider ends the first person's session there by a form that posts itself.
    const form = await browser.follow(picked.location);
    const [, action = ''] = /action="([^"]+)"/.exec(form.body) ?? [];
    const fields = [...form.body.matchAll(/name="(\w+)" value="([^"]+)"/g)].map(([, name, value]) => [name, value]);
    const left = await browser.go(action, Object.fromEntries(fields) as Record<string, string>);
    const back = (next: string) => next.startsWith(`${publicUrl}/auth/callback`);
    expect((await browser.go((await browser.follow(left.location, back)).location)).location).toBe(`${publicUrl}/svar`);
    expect(await browser.me()).toMatchObject({ name: 'Nora Navarsete', signedIn: true });
  });

  test('by another name of this machine still ends at our own address', async () => {
    const reply = await app.inject({ url: '/auth/login?returnTo=/svar', headers: { host: 'localhost:3299' } });
    expect(reply.headers.location).toBe(`${publicUrl}/auth/login?moved=1&returnTo=%2Fsvar`);
    const moved = await app.inject({
      url: String(reply.headers.location).replace(publicUrl, ''),
      headers: { host: 'localhost:3299' },
    });
    expect(moved.headers.location).toContain(idp.issuer);
  });

  test('someone who picks nobody is not signed in', async () => {
    const browser = new Browser();
    const picker = await browser.follow('/auth/login');
    const picked = await browser.go(picker.url, { cancel: 'yes' });
    const { location } = await browser.follow(picked.location, (next) => next.startsWith(`${publicUrl}/auth/callback`));
    expect((await browser.go(location)).body).toContain('Du avbrøt innloggingen');
    expect(await browser.me()).toEqual({ signedIn: false });
  });
});

test('without a provider that answers, the program runs and the login says so', async () => {
  const away = await buildApp({ config, db, login: { ...idp, issuer: 'http://127.0.0.1:9' } });
  const reply = await away.inject({ url: '/auth/login', headers: { host: '127.0.0.1:3299', 'accept-language': 'en' } });
  expect(reply.statusCode).toBe(503);
  expect(reply.body).toContain('The login does not answer');
  await away.close();
});

test('the test login refuses to run in production', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  await expect(
    startDevIdp({ host: '127.0.0.1', port: 0, redirectUris: ['http://x/'], postLogoutRedirectUris: [] }),
  ).rejects.toThrow('production');
  vi.unstubAllEnvs();
});
