import { afterAll, expect, test } from 'vitest';
import { loginProvider } from './provider.ts';
import { startTestProvider } from './testing-provider.ts';

const fake = await startTestProvider();
const { issuer, asked, token } = fake;
const provider = loginProvider(fake.client, false);
afterAll(() => fake.close());

async function login() {
  const redirectUri = 'http://127.0.0.1/auth/callback';
  const begun = await provider.begin({ redirectUri, route: 'altinn', resource: 'urn:x', language: 'nb', again: false });
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
  fake.idToken = (n) => token({ nonce: n, acr: 'high' });
  const { begun, finish } = await login();
  expect((await finish()).claims).toMatchObject({ acr: 'high' });
  expect(asked.findLast(({ path }) => path === '/token')?.form.get('code_verifier')).toBe(begun.verifier);
});

test.each<[string, RegExp, (nonce: string) => string | Promise<string>]>([
  ['signed by another key', /signature verification failed/, (n) => token({ nonce: n }, 'stranger')],
  ['not signed', /unexpected JWT "alg"/, (n) => fake.unsigned({ nonce: n })],
  ['for another login', /unexpected ID Token "nonce"/, () => token({ nonce: 'another' })],
  ['for another service', /unexpected JWT "aud"/, (n) => token({ nonce: n, aud: 'another' })],
  ['of another provider', /unexpected JWT "iss"/, (n) => token({ nonce: n, iss: 'https://idporten.no' })],
  ['too old', /expiration is past/, (n) => token({ nonce: n, exp: Math.floor(Date.now() / 1000) - 600 })],
])('a token %s is refused', async (_name, why, forged) => {
  fake.idToken = async (n) => forged(n);
  await expect((await login()).finish()).rejects.toMatchObject({ cause: { message: expect.stringMatching(why) } });
});
