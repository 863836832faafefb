import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, expect, test } from 'vitest';
import { loginProvider } from './provider.ts';

// A provider as small as can be, which lets each test decide what the id token is and who signs it.
const own = await generateKeyPair('RS256');
const stranger = await generateKeyPair('RS256');
const client = await generateKeyPair('RS256', { extractable: true });
const published = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' };
let idToken: (nonce: string) => Promise<string>;
let nonce = '';
const asked: { path: string; form: URLSearchParams }[] = [];
const server = createServer(async (request, reply) => {
  const path = request.url ?? '';
  let body = '';
  for await (const part of request) body += String(part);
  if (body) asked.push({ path, form: new URLSearchParams(body) });
  const replies: Record<string, () => Promise<object> | object> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      pushed_authorization_request_endpoint: `${issuer}/par`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
    }),
    '/jwks': () => ({ keys: [published] }),
    '/par': () => ({ request_uri: 'urn:ietf:params:oauth:request_uri:1', expires_in: 60 }),
    '/token': async () => ({ access_token: 'x', token_type: 'Bearer', id_token: await idToken(nonce) }),
  };
  reply.statusCode = path === '/par' ? 201 : 200;
  reply.setHeader('content-type', 'application/json').end(JSON.stringify(await replies[path]?.()));
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const clientJwk = { ...(await exportJWK(client.privateKey)), alg: 'RS256', kid: 'client' };
const provider = loginProvider({ issuer, clientId: 'samblikk', clientJwk }, false);
afterAll(() => new Promise((done) => server.close(done)));

const token = (claims: object, key = own.privateKey, alg = 'RS256') =>
  new SignJWT({ sub: 's', ...claims })
    .setProtectedHeader({ alg, kid: 'own' })
    .setIssuer((claims as { iss?: string }).iss ?? issuer)
    .setAudience((claims as { aud?: string }).aud ?? 'samblikk')
    .setIssuedAt()
    .setExpirationTime((claims as { exp?: number }).exp ?? '2m')
    .sign(key);

async function login() {
  const redirectUri = 'http://127.0.0.1/auth/callback';
  const begun = await provider.begin({ redirectUri, route: 'altinn', resource: 'urn:x', language: 'nb', again: false });
  nonce = begun.nonce;
  const answer = new URL(`${redirectUri}?code=c&state=${begun.state}&iss=${encodeURIComponent(issuer)}`);
  return { begun, finish: () => provider.finish(answer, begun) };
}

test('what is asked goes straight to the provider, signed by our key; the browser carries a reference', async () => {
  const { begun } = await login();
  expect([...begun.url.searchParams.keys()].sort()).toEqual(['client_id', 'request_uri']);
  const { form } = asked.findLast(({ path }) => path === '/par') ?? { form: new URLSearchParams() };
  expect(Object.fromEntries(form)).toMatchObject({
    code_challenge_method: 'S256',
    state: begun.state,
    nonce: begun.nonce,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  });
  expect(form.get('code_challenge')).not.toBe(begun.verifier);
  expect(form.has('client_secret')).toBe(false);
});

test('a token that the provider signed is taken, and the code is paid for with our verifier', async () => {
  idToken = (n) => token({ nonce: n, acr: 'high' });
  const { begun, finish } = await login();
  expect((await finish()).claims).toMatchObject({ acr: 'high' });
  expect(asked.findLast(({ path }) => path === '/token')?.form.get('code_verifier')).toBe(begun.verifier);
});

const unsigned = (n: string) => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: 'samblikk', sub: 's', nonce: n, iat: now, exp: now + 60 };
  return `${part({ alg: 'none' })}.${part(claims)}.`;
};

test.each<[string, (nonce: string) => string | Promise<string>]>([
  ['signed by another key', (n) => token({ nonce: n }, stranger.privateKey)],
  ['not signed', unsigned],
  ['for another login', () => token({ nonce: 'another' })],
  ['for another service', (n) => token({ nonce: n, aud: 'another' })],
  ['of another provider', (n) => token({ nonce: n, iss: 'https://idporten.no' })],
  ['too old', (n) => token({ nonce: n, exp: Math.floor(Date.now() / 1000) - 600 })],
])('a token %s is refused', async (_name, forged) => {
  idToken = async (n) => forged(n);
  await expect((await login()).finish()).rejects.toThrow();
});
