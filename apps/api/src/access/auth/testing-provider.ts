import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/**
 * A login provider as small as can be, that lets each test decide what the id token is and who signs it. Where the local
 * one (packages/dev-idp) is honest, this one need not be.
 */
export async function startTestProvider() {
  const own = await generateKeyPair('RS256');
  const stranger = await generateKeyPair('RS256');
  const client = await generateKeyPair('RS256', { extractable: true });
  const published = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' };
  /** What was posted to us, oldest first. */
  const asked: { path: string; form: URLSearchParams }[] = [];
  const lastPushed = () => asked.findLast(({ path }) => path === '/par')?.form ?? new URLSearchParams();

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
      '/token': async () => ({
        access_token: 'x',
        token_type: 'Bearer',
        id_token: await provider.idToken(lastPushed().get('nonce') ?? ''),
      }),
    };
    reply.statusCode = path === '/par' ? 201 : 200;
    reply.setHeader('content-type', 'application/json').end(JSON.stringify(await replies[path]?.()));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientId = 'samblikk';
  const now = () => Math.floor(Date.now() / 1000);
  const claimsOf = (claims: object) => ({
    iss: issuer,
    aud: clientId,
    sub: 's',
    iat: now(),
    exp: now() + 120,
    ...claims,
  });

  const provider = {
    issuer,
    client: { issuer, clientId, clientJwk: { ...(await exportJWK(client.privateKey)), alg: 'RS256', kid: 'client' } },
    asked,
    lastPushed,
    /** The id token of the next login, whose nonce it is given. */
    idToken: async (_nonce: string): Promise<string> => '',
    token: (claims: object, by: 'own' | 'stranger' = 'own') =>
      new SignJWT(claimsOf(claims))
        .setProtectedHeader({ alg: 'RS256', kid: 'own' })
        .sign((by === 'own' ? own : stranger).privateKey),
    unsigned: (claims: object) => {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${part({ alg: 'none' })}.${part(claimsOf(claims))}.`;
    },
    close: () => new Promise((done) => server.close(done)),
  };
  return provider;
}
