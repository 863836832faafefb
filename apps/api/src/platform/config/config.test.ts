import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const database = 'postgres://me:pw@db:5432/samblikk';
const oidc = { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'samblikk', OIDC_CLIENT_SECRET: 'hush' };

test('nothing configured: the embedded database, the demonstration and the test login', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, devIdpPort: 3001, demo: true, production: false });
  expect(config).toMatchObject({ publicUrl: 'http://127.0.0.1:3000', session: { idleMinutes: 30, totalMinutes: 120 } });
  expect(config.dataDir).toMatch(/\/\.samblikk$/);
  expect([config.databaseUrl, config.oidc]).toEqual([undefined, undefined]);
});

test('the demonstration is loaded unasked only where nothing is configured', () => {
  expect(readConfig({ DATABASE_URL: database }).demo).toBe(false);
  expect(readConfig({ DATABASE_URL: database, SAMBLIKK_DEMO: 'on' }).demo).toBe(true);
  expect(readConfig({ SAMBLIKK_DEMO: 'off' }).demo).toBe(false);
  expect(readConfig({ NODE_ENV: 'production', PUBLIC_URL: 'https://samblikk.example', ...oidc }).demo).toBe(false);
});

test('an empty setting is one that is not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '', SAMBLIKK_DEMO: '', OIDC_ISSUER: '' })).toEqual(readConfig({}));
});

test('the public address has no slash at the end, and is one a browser can open', () => {
  expect(readConfig({ PUBLIC_URL: 'https://samblikk.example/' }).publicUrl).toBe('https://samblikk.example');
  expect(readConfig({ HOST: '0.0.0.0', PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
  expect(readConfig({ HOST: '::1' }).publicUrl).toBe('http://[::1]:3000');
});

test('everything that is wrong is listed at once, without repeating a value', () => {
  const secret = 'mysql://me:pw@db/samblikk';
  const wrong = () =>
    readConfig({ PORT: 'many', DATABASE_URL: secret, SAMBLIKK_DEMO: 'perhaps', OIDC_CLIENT_JWK: '{' });
  expect(wrong).toThrow(/PORT: .*\n.*DATABASE_URL: must be an address.*\n.*SAMBLIKK_DEMO: .*\n.*OIDC_CLIENT_JWK: /);
  expect(wrong).not.toThrow(/mysql|pw@/);
});

test('production demands a real login and the public address', () => {
  expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(/OIDC_ISSUER: .*\n.*PUBLIC_URL: /);
});

test.each([
  ['no client', { OIDC_ISSUER: oidc.OIDC_ISSUER, OIDC_CLIENT_SECRET: 'hush' }, /OIDC_CLIENT_ID/],
  ['no credential', { ...oidc, OIDC_CLIENT_SECRET: '' }, /exactly one/],
  ['two credentials', { ...oidc, OIDC_CLIENT_JWK: '{"kty":"EC","d":"x"}' }, /exactly one/],
  ['a public key', { ...oidc, OIDC_CLIENT_SECRET: '', OIDC_CLIENT_JWK: '{"kty":"EC"}' }, /private key/],
  ['a replica alone', { DATABASE_READ_URL: database }, /needs DATABASE_URL/],
  ['a mail server without a sender', { SMTP_URL: 'smtp://mail.example' }, /SMTP_URL and MAIL_FROM/],
  ['a way in we do not know', { OIDC_ROUTES: 'altinn,minid' }, /OIDC_ROUTES: must be altinn, orgno/],
  ['a session shorter than its pause', { SESSION_TOTAL_MINUTES: '10' }, /SESSION_TOTAL_MINUTES/],
])('refused: %s', (_, env, message) => {
  expect(() => readConfig(env)).toThrow(message);
});

test('mail and the ways in', () => {
  expect(readConfig({})).toMatchObject({ loginRoutes: ['altinn'], mail: undefined });
  const mail = { SMTP_URL: 'smtps://me:pw@mail.example:465', MAIL_FROM: 'samblikk@digdir.example' };
  expect(readConfig({ ...mail, OIDC_ROUTES: 'orgno,altinn' })).toMatchObject({
    loginRoutes: ['orgno', 'altinn'],
    mail: { smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM },
  });
});
