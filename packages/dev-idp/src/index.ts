import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { type DemoPerson, demoPeople } from './people.ts';
import { makeProvider } from './provider.ts';

export { type DemoPerson, demoPeople } from './people.ts';

export interface DevIdpOptions {
  /** Where to listen. */
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  /** Told when someone signs out; beside the first redirect address unless given. */
  readonly backchannelLogoutUri?: string;
  readonly people?: readonly DemoPerson[];
}

export interface DevIdp {
  readonly issuer: string;
  readonly clientId: string;
  /** The client's private key, for private_key_jwt. Made at start, kept nowhere. */
  readonly clientJwk: JWK;
  close(): Promise<void>;
}

/**
 * Starts a local OpenID provider that speaks as Ansattporten does for an organisation, and lets anyone be anyone.
 * @throws when NODE_ENV is production: there it would be an open door.
 */
export async function startDevIdp(options: DevIdpOptions): Promise<DevIdp> {
  // biome-ignore lint/style/noProcessEnv: asked where it is needed, so that no caller can leave it out.
  if (process.env.NODE_ENV === 'production') throw new Error('The test login never runs in production.');
  const { people = demoPeople } = options;
  const clientId = 'samblikk-local';
  const client = await generateKeyPair('RS256', { extractable: true });
  const clientJwk = { ...(await exportJWK(client.privateKey)), alg: 'RS256', use: 'sig', kid: 'client' };
  const signing = await generateKeyPair('RS256', { extractable: true });
  const signingJwk = { ...(await exportJWK(signing.privateKey)), alg: 'RS256', use: 'sig', kid: 'provider' };

  const server = createServer();
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(options.port, options.host, done);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  const issuer = `http://${reachable(options.host)}:${port}`;
  const { kty, n, e, alg, use, kid } = clientJwk;
  const handler = makeProvider({
    issuer,
    people,
    jwks: { keys: [signingJwk] },
    client: {
      client_id: clientId,
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'RS256',
      jwks: { keys: [{ kty, n, e, alg, use, kid }] },
      redirect_uris: [...options.redirectUris],
      post_logout_redirect_uris: [...options.postLogoutRedirectUris],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      backchannel_logout_uri:
        options.backchannelLogoutUri ?? new URL('/auth/backchannel-logout', options.redirectUris[0]).href,
      backchannel_logout_session_required: true,
    },
  });
  server.on('request', handler);
  return {
    issuer,
    clientId,
    clientJwk,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** What a browser on this machine types for a server that listens on `host`. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
