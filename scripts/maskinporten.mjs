// node scripts/maskinporten.mjs [PORT]: a stand-in for Maskinporten on this machine, to try an agency's own system against Samblikk.
// It asks nobody who they are, so it must never stand in for the real one: it listens on 127.0.0.1 and nowhere else.
import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';

const port = Number(process.argv[2] ?? 3090);
const issuer = `http://127.0.0.1:${port}/`;
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'local', alg: 'RS256', use: 'sig' };
const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as Maskinporten makes it, for two minutes. */
function tokenOf(consumer, scope) {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer,
    client_id: 'local-system',
    scope,
    consumer: { authority: 'iso6523-actorid-upis', ID: `0192:${consumer}` },
    iat: now,
    exp: now + 120,
  };
  const signed = `${part({ alg: 'RS256', kid: jwk.kid, typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
}

createServer((request, reply) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
  if (pathname === '/jwk')
    return reply.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
  const consumer = searchParams.get('consumer') ?? '';
  if (pathname !== '/token' || !/^\d{9}$/.test(consumer))
    return reply.writeHead(404).end('GET /jwk, or /token?consumer=ORGNR\n');
  return reply.end(tokenOf(consumer, searchParams.get('scope') ?? 'digdir:digitaliseringstiltak.write'));
}).listen(port, '127.0.0.1', () => {
  console.log(`A stand-in for Maskinporten is up, on this machine only. Start Samblikk beside it with

  MASKINPORTEN_ISSUER=${issuer} MASKINPORTEN_JWKS=${issuer}jwk npm start

and get a token for an agency with

  curl -s '${issuer}token?consumer=991825827'`);
});
