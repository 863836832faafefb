import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { session } from '../../schema.ts';
import { loginSite } from './testing-login.ts';

const { app, db, eventsOf, idp, publicUrl, Browser } = await loginSite(3297);

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
