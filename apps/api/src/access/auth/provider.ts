import { createRemoteJWKSet, importJWK, type JWK, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import type { LoginRoute } from '../../platform/config/index.ts';

/** Where and as whom people are logged in. */
export interface LoginClient {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientJwk?: JWK;
  readonly clientSecret?: string;
}

/** What one login under way must remember until its answer comes. */
export interface LoginUnderWay {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface LoginAnswer {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly idToken: string;
}

/**
 * What the browser posts to be logged out at the provider. Digdir recommends POST, since the id token, which holds the
 * national identity number, then stands in no address, browser history or access log; without it nobody is led back here.
 */
export interface LogoutForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Where the form may lead: the provider answers from more than one host. */
  readonly origins: readonly string[];
}

/** The login provider, found when first needed: the program starts without it. */
export interface LoginProvider {
  /** Where to send the browser, and what to remember. */
  begin(asked: {
    redirectUri: string;
    route: LoginRoute;
    resource: string;
    language: string;
    again: boolean;
  }): Promise<LoginUnderWay & { url: URL }>;
  /** Checks the answer: state, issuer, code, PKCE, nonce and the id token's signature. Throws when any is wrong. */
  finish(answer: URL, underWay: LoginUnderWay): Promise<LoginAnswer>;
  /** The form that logs the browser out there too. */
  logoutForm(idToken: string, returnTo: string): Promise<LogoutForm>;
  /** The session that a logout token ends. Throws when the token is not the provider's. */
  endedSession(logoutToken: string): Promise<string>;
}

const BACKCHANNEL = 'http://schemas.openid.net/event/backchannel-logout';

export function loginProvider(client: LoginClient, production: boolean): LoginProvider {
  let found: Promise<oidc.Configuration> | undefined;
  const provider = () => {
    found ??= discover(client, production);
    // A provider that was away may be back at the next try.
    found.catch(() => {
      found = undefined;
    });
    return found;
  };
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;

  return {
    async begin({ redirectUri, route, resource, language, again }) {
      const config = await provider();
      const underWay = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const parameters = {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        state: underWay.state,
        nonce: underWay.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(underWay.verifier),
        code_challenge_method: 'S256',
        acr_values: ways[route].assurance,
        ui_locales: language,
        authorization_details: JSON.stringify([ways[route].accessTo(resource)]),
        ...(again && { prompt: 'login' }),
      };
      const pushed = config.serverMetadata().pushed_authorization_request_endpoint !== undefined;
      const url = pushed
        ? await oidc.buildAuthorizationUrlWithPAR(config, parameters)
        : oidc.buildAuthorizationUrl(config, parameters);
      return { ...underWay, url };
    },
    async finish(answer, { state, nonce, verifier }) {
      const tokens = await oidc.authorizationCodeGrant(await provider(), answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      return { claims: { ...tokens.claims() }, idToken: tokens.id_token ?? '' };
    },
    async logoutForm(idToken, returnTo) {
      const { end_session_endpoint: action, authorization_endpoint, issuer } = (await provider()).serverMetadata();
      if (action === undefined) throw new Error('the provider has no address for logging out');
      const origins = [action, authorization_endpoint, issuer].flatMap((url) => (url ? new URL(url).origin : []));
      const fields = { id_token_hint: idToken, post_logout_redirect_uri: returnTo, client_id: client.clientId };
      return { action, fields, origins: [...new Set(origins)] };
    },
    async endedSession(token) {
      const { issuer, jwks_uri } = (await provider()).serverMetadata();
      keys ??= createRemoteJWKSet(new URL(String(jwks_uri)));
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: client.clientId,
        typ: 'logout+jwt',
        requiredClaims: ['iat', 'jti', 'events', 'sid'],
        maxTokenAge: '5 minutes',
      });
      const events = payload.events as Record<string, unknown> | null;
      if (typeof events !== 'object' || events?.[BACKCHANNEL] === undefined || payload.nonce !== undefined) {
        throw new Error('not a logout token');
      }
      return String(payload.sid);
    },
  };
}

async function discover(client: LoginClient, production: boolean): Promise<oidc.Configuration> {
  const issuer = new URL(client.issuer);
  const insecure = issuer.protocol === 'http:' && !production;
  return oidc.discovery(issuer, client.clientId, undefined, await authentication(client), {
    timeout: 10,
    // The library trusts the encrypted connection for the id token's signature unless asked to check it.
    execute: [oidc.enableNonRepudiationChecks, ...(insecure ? [oidc.allowInsecureRequests] : [])],
  });
}

async function authentication({ clientJwk, clientSecret }: LoginClient): Promise<oidc.ClientAuth> {
  if (clientJwk === undefined) return oidc.ClientSecretBasic(clientSecret);
  const key = await importJWK(clientJwk, clientJwk.alg ?? 'RS256');
  if (key instanceof Uint8Array) throw new Error('the client key must be a private key');
  return oidc.PrivateKeyJwt({ key, ...(clientJwk.kid && { kid: clientJwk.kid }) });
}

interface Way {
  /** The level that is asked for. */
  readonly assurance: string;
  /** The levels an answer may have; `entraid` is a work account, named by its e-mail address. */
  readonly assured: readonly string[];
  readonly accessTo: (resource: string) => { readonly type: string };
}

/** What is asked for on each way in: to act for one organisation, with any of the rights we know. */
const ways: Readonly<Record<LoginRoute, Way>> = {
  altinn: {
    assurance: 'substantial',
    assured: ['substantial', 'high'],
    accessTo: (resource) => ({
      type: 'ansattporten:altinn:resource',
      resource,
      actions: 'read,write,submit,admin,analyst,coordinator',
      organizationform: 'enterprise',
      allow_multiple_organizations: false,
      representation_is_required: true,
    }),
  },
  // Rights are given per client in Virksomhetsbroen, so none are named here.
  orgno: {
    assurance: 'entraid',
    assured: ['entraid'],
    accessTo: () => ({ type: 'ansattporten:orgno', representation_is_required: true }),
  },
};

/** Whether an answer is as sure as its way in asks for: what was asked can be changed in the browser's address bar. */
export const isAssured = (route: LoginRoute, acr: string): boolean => ways[route].assured.includes(acr);
