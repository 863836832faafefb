import { describe, expect, test } from 'vitest';
import { loginSite } from './testing-login.ts';

const { app, clock, publicUrl, Browser } = await loginSite(3298);

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
    clock.now = new Date(clock.now.getTime() + 11 * 60_000);
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
