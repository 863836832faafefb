import { type DemoPerson, demoPeople, startDevIdp } from '@samblikk/dev-idp';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { agency, agencyVersion, auditEvent, ministry, ministryVersion, person, role, session } from '../../schema.ts';
import { testConfig } from './testing.ts';
import { TestBrowser } from './testing-browser.ts';

const { db, close } = await testDatabase();
const publicUrl = 'http://127.0.0.1:3299';
const config = testConfig({ publicUrl });
const people: DemoPerson[] = demoPeople.map((one) => ({ ...one }));
const idp = await startDevIdp({
  host: '127.0.0.1',
  port: 0,
  redirectUris: [`${publicUrl}/auth/callback`],
  postLogoutRedirectUris: [`${publicUrl}/`],
  people,
});
let now = new Date();
const app = await buildApp({ config, db, clock: () => now, limits: false, login: idp });
// Only back-channel logout needs a port: everything else goes through `inject`.
await app.listen({ host: '127.0.0.1', port: 3299 });

await db.insert(agency).values([{ id: 'digdir' }, { id: 'nav' }, { id: 'gone' }]);
await db.insert(ministry).values([{ id: 'DFD' }]);
const names = { nameNb: 'Navn', nameNn: 'Namn', nameEn: 'Name', source: 'test' };
await db.insert(agencyVersion).values([
  { id: '01900000-0000-7000-8000-000000000001', agencyId: 'digdir', orgnr: '991825827', ...names },
  { id: '01900000-0000-7000-8000-000000000002', agencyId: 'nav', orgnr: '889640782', ...names },
  { id: '01900000-0000-7000-8000-000000000003', agencyId: 'gone', orgnr: '974761076', validTo: '2021-12-31', ...names },
]);
await db
  .insert(ministryVersion)
  .values([
    { id: '01900000-0000-7000-8000-000000000004', ministryId: 'DFD', code: 'DFD', orgnr: '932384469', ...names },
  ]);

afterAll(async () => {
  await app.close();
  await idp.close();
  await close();
});
beforeEach(() => {
  now = new Date();
});

class Browser extends TestBrowser {
  constructor() {
    super(publicUrl);
  }
}

const eventsOf = (action: string) =>
  db.select().from(auditEvent).where(eq(auditEvent.action, action)).orderBy(auditEvent.sequence);

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
    const roles = async (browser: Browser) =>
      (await browser.me()).roles
        .map((r: { role: string; agency: { id: string } }) => `${r.role} ${r.agency.id}`)
        .sort();
    const rights = async (browser: Browser, orgnr: string) => {
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

describe('attacks on the login', () => {
  test('an answer works once', async () => {
    const browser = new Browser();
    const answer = await browser.toCallback('digdir-fyller-ut');
    const jar = browser.jars.get(new URL(publicUrl).host) as Map<string, string>;
    const before = new Map(jar);
    expect((await browser.go(answer)).status).toBe(303);
    jar.clear();
    for (const [name, value] of before) jar.set(name, value);
    expect((await browser.go(answer)).status).toBe(400);
    expect(await browser.me()).toEqual({ signedIn: false });
  });

  test('an answer works only in the browser that asked', async () => {
    const answer = await new Browser().toCallback('digdir-fyller-ut');
    const victim = new Browser();
    expect((await victim.go(answer)).status).toBe(400);
    await victim.follow('/auth/login');
    const page = await victim.go(answer);
    expect(page).toMatchObject({ status: 400 });
    expect(page.body).toContain('Innloggingen gikk ikke');
    expect(await victim.me()).toEqual({ signedIn: false });
  });

  test.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'x')],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
    ['no issuer', (url: URL) => url.searchParams.delete('iss')],
    ['another code', (url: URL) => url.searchParams.set('code', 'x')],
    ['two codes', (url: URL) => url.searchParams.append('code', 'x')],
  ])('%s is refused', async (_name, change) => {
    const browser = new Browser();
    const answer = new URL(await browser.toCallback('digdir-fyller-ut'));
    change(answer);
    expect((await browser.go(answer)).status).toBe(400);
    expect(await browser.me()).toEqual({ signedIn: false });
  });

  test('ten minutes is too late', async () => {
    const browser = new Browser();
    const answer = await browser.toCallback('digdir-fyller-ut');
    now = new Date(now.getTime() + 11 * 60_000);
    expect((await browser.go(answer)).body).toContain('for gammel');
  });

  test('a planted session cookie is not the one that is signed in', async () => {
    const browser = new Browser();
    const jar = new Map([['samblikk', 'planted']]);
    browser.jars.set(new URL(publicUrl).host, jar);
    await browser.signIn('digdir-fyller-ut');
    expect(jar.get('samblikk')).not.toBe('planted');
    expect((await app.inject({ url: '/api/v1/session', headers: { cookie: 'samblikk=planted' } })).json()).toEqual({
      signedIn: false,
    });
  });

  test('the session from before a new login is over', async () => {
    const browser = new Browser();
    await browser.signIn('digdir-fyller-ut');
    const old = browser.jars.get(new URL(publicUrl).host)?.get('samblikk');
    await browser.signIn('digdir-sender-inn');
    expect((await app.inject({ url: '/api/v1/session', headers: { cookie: `samblikk=${old}` } })).json()).toEqual({
      signedIn: false,
    });
    expect((await browser.me()).signedIn).toBe(true);
  });

  test('the cookie of a login under way opens nothing', async () => {
    const browser = new Browser();
    await browser.follow('/auth/login');
    const value = browser.jars.get(new URL(publicUrl).host)?.get('samblikk-login');
    expect((await app.inject({ url: '/api/v1/session', headers: { cookie: `samblikk=${value}` } })).json()).toEqual({
      signedIn: false,
    });
  });

  test('a session cookie is no login under way, and lives on', async () => {
    const browser = new Browser();
    await browser.signIn('digdir-fyller-ut');
    const value = browser.jars.get(new URL(publicUrl).host)?.get('samblikk');
    await app.inject({ url: '/auth/callback?code=x&state=y', headers: { cookie: `samblikk-login=${value}` } });
    expect((await browser.me()).signedIn).toBe(true);
  });

  test('a link to our login leads nowhere else', async () => {
    expect((await new Browser().signIn('digdir-fyller-ut', 'https://evil.example/')).location).toBe(`${publicUrl}/`);
    expect((await new Browser().signIn('digdir-fyller-ut', '/.//evil.example')).location).toBe(`${publicUrl}/`);
  });
});

describe('logging out', () => {
  test('here, and at the provider, which asks again for a person', async () => {
    const browser = new Browser();
    await browser.signIn('digdir-fyller-ut');
    const page = await browser.go('/auth/logout', {});
    expect(await browser.me()).toEqual({ signedIn: false });
    // The id token holds the national identity number: it is posted, and stands in no address.
    const [, action = ''] = /<form method="post" action="([^"]+)">/.exec(page.body) ?? [];
    expect(action).toBe(`${idp.issuer}/session/end`);
    const fields = Object.fromEntries(
      [...page.body.matchAll(/name="(\w+)" value="([^"]+)"/g)].map(([, name, value]) => [name, value]),
    );
    expect(fields).toMatchObject({ post_logout_redirect_uri: `${publicUrl}/`, client_id: idp.clientId });
    expect(fields.id_token_hint?.split('.')).toHaveLength(3);
    const confirm = await browser.go(action, fields as Record<string, string>);
    const [, leave = '', xsrf = ''] = /action="([^"]+)".*name="xsrf" value="([^"]+)"/.exec(confirm.body) ?? [];
    expect((await browser.go(new URL(leave, idp.issuer), { xsrf, logout: 'yes' })).location).toMatch(
      new RegExp(`^${publicUrl}/`),
    );
    expect((await browser.follow('/auth/login')).url).toContain('/interaction/');
  });

  test('only the page that leads out may post to the provider, and it alone runs its script', async () => {
    const browser = new Browser();
    await browser.signIn('digdir-fyller-ut');
    const cookie = `samblikk=${browser.jars.get(new URL(publicUrl).host)?.get('samblikk')}`;
    const page = await app.inject({ method: 'POST', url: '/auth/logout', headers: { cookie } });
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain(`form-action 'self' ${idp.issuer};`);
    const [, nonce = ''] = /<script nonce="([^"]+)">/.exec(page.body) ?? [];
    expect(policy).toContain(`'nonce-${nonce}'`);
    expect(page.headers['cache-control']).toBe('no-store');
    const elsewhere = await app.inject({ url: '/auth/callback' });
    expect(elsewhere.headers['content-security-policy']).toContain("form-action 'self';");
  });

  test('needs a form of our own', async () => {
    const browser = new Browser();
    await browser.signIn('digdir-fyller-ut');
    const cookie = `samblikk=${browser.jars.get(new URL(publicUrl).host)?.get('samblikk')}`;
    const foreign = { cookie, origin: 'https://evil.example' };
    expect((await app.inject({ method: 'POST', url: '/auth/logout', headers: foreign })).statusCode).toBe(403);
    expect((await app.inject({ method: 'GET', url: '/auth/logout', headers: { cookie } })).statusCode).toBe(404);
    expect((await browser.me()).signedIn).toBe(true);
  });

  test('at the provider ends the session here', async () => {
    const browser = new Browser();
    await browser.signIn('digdir-fyller-ut');
    const [{ sid } = { sid: null }] = await db
      .select()
      .from(session)
      .where(eq(session.personId, (await browser.me()).personId));
    expect(sid).toBeTruthy();
    const end = await browser.follow(`${idp.issuer}/session/end`);
    const [, action = '', xsrf = ''] = /action="([^"]+)".*name="xsrf" value="([^"]+)"/.exec(end.body) ?? [];
    await browser.go(new URL(action, idp.issuer), { xsrf, logout: 'yes' });
    expect(await browser.me()).toEqual({ signedIn: false });
    const events = await eventsOf('session.signedOut');
    expect(events.at(-1)?.details).toEqual({ cause: 'provider' });
  });

  test.each([undefined, '', 'x', 'eyJhbGciOiJub25lIn0.eyJzaWQiOiJ4In0.'])(
    'a forged logout token (%s) is refused',
    async (token) => {
      const reply = await app.inject({
        method: 'POST',
        url: '/auth/backchannel-logout',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: token === undefined ? '' : `logout_token=${token}`,
      });
      expect(reply.statusCode).toBe(400);
    },
  );
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
