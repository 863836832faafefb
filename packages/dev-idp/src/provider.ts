import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import Provider, { type Context, interactionPolicy } from 'oidc-provider';
import { memory } from './adapter.ts';
import { failurePage, logoutPage, pageLanguage, pickerPage, signedOutPage } from './pages.ts';
import type { DemoPerson } from './people.ts';

interface ProviderOptions {
  readonly issuer: string;
  readonly people: readonly DemoPerson[];
  readonly jwks: { readonly keys: readonly object[] };
  readonly client: Record<string, unknown>;
}

/** One thing the service asks to act for: Ansattporten's form of RFC 9396. The resource is the Altinn route's. */
interface AskedAccess {
  readonly type: string;
  readonly resource?: string;
}

const ALTINN = 'ansattporten:altinn:resource';
const WORK_ACCOUNT = 'ansattporten:orgno';
const SCOPES = 'openid profile';
const LOGOUT = '/session/end';

/**
 * A provider that answers as Ansattporten does: PKCE, PAR, private_key_jwt, and `authorization_details` in the id token.
 * Rich authorization requests are read as an extra parameter, since Ansattporten asks for no resource indicators.
 */
export function makeProvider({ issuer, people, jwks, client }: ProviderOptions): RequestListener {
  const byId = new Map(people.map((person) => [person.id, person]));
  /** What each person was last asked to act for; remembered from the list of people to the token. */
  const asked = new Map<string, readonly AskedAccess[]>();

  const policy = interactionPolicy.base();
  policy.remove('consent');

  const provider = new Provider(issuer, {
    adapter: memory(),
    jwks,
    clients: [client],
    cookies: { keys: [randomBytes(32).toString('hex')] },
    acrValues: ['substantial', 'high', 'entraid'],
    claims: {
      openid: ['sub', 'pid', 'locale', 'authorization_details', 'amr', 'acr', 'sid'],
      profile: ['name', 'email'],
    },
    scopes: ['openid', 'profile'],
    subjectTypes: ['public'],
    conformIdTokenClaims: false,
    extraParams: { authorization_details: (_ctx: Context, value: string | undefined) => void access(value) },
    findAccount: (_ctx: Context, id: string) => {
      const person = byId.get(id);
      return person && { accountId: id, claims: () => claims(person, asked.get(id) ?? []) };
    },
    // With `policy` below: Ansattporten shows no consent.
    loadExistingGrant: async (ctx: Context) => {
      const grant = new provider.Grant({
        clientId: ctx.oidc.client?.clientId ?? '',
        accountId: ctx.oidc.account?.accountId ?? '',
      });
      grant.addOIDCScope(SCOPES);
      await grant.save();
      return grant;
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: { enabled: false },
      pushedAuthorizationRequests: { enabled: true },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx: Context, form: string) => {
          ctx.body = logoutPage(form, pageLanguage(ctx.oidc.params?.ui_locales));
        },
        postLogoutSuccessSource: (ctx: Context) => {
          ctx.body = signedOutPage('nb');
        },
      },
    },
    interactions: { policy, url: (_ctx: Context, { uid }: { uid: string }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    routes: { authorization: '/authorize', pushed_authorization_request: '/par', end_session: LOGOUT },
    // Ansattporten's own: 120 minutes in all.
    ttl: { Session: 7200, Interaction: 600, Grant: 7200, AuthorizationCode: 60, IdToken: 120, AccessToken: 120 },
    renderError: (ctx: Context, out: { error: string; error_description?: string }) => {
      ctx.type = 'html';
      ctx.body = failurePage(`${out.error}: ${out.error_description ?? ''}`, 'nb');
    },
    // The provider's own way refuses addresses of this machine, which is all that back-channel logout meets here.
    fetch: (url: string | URL, { dispatcher: _, ...options }: RequestInit & { dispatcher?: unknown }) =>
      fetch(url, options),
  });

  async function interaction(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { params } = await provider.interactionDetails(request, response);
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'text/html; charset=utf-8').setHeader('cache-control', 'no-store');
      response.end(pickerPage(request.url ?? '', people, pageLanguage(params.ui_locales)));
      return;
    }
    const form = new URLSearchParams(await bodyOf(request));
    const person = byId.get(form.get('person') ?? '');
    const wanted = access(params.authorization_details);
    if (person) asked.set(person.id, wanted);
    const acr = byWorkAccount(wanted) ? 'entraid' : 'high';
    const result = person
      ? { login: { accountId: person.id, acr, amr: ['TestID'] } }
      : { error: 'access_denied', error_description: 'No person was picked.' };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }

  const rest = provider.callback();

  /**
   * Logging out by POST, as Ansattporten recommends. The package takes it only with cookies that browsers refuse without
   * https, so that here it is read as the GET that means the same.
   */
  async function logout(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = await bodyOf(request);
    request.method = 'GET';
    request.url = `${LOGOUT}?${form}`;
    delete request.headers['content-type'];
    delete request.headers['content-length'];
    rest(request, response);
  }

  return (request, response) => {
    const byPost = request.method === 'POST' && request.url === LOGOUT;
    if (!byPost && !request.url?.startsWith('/interaction/')) return rest(request, response);
    (byPost ? logout : interaction)(request, response).catch((error: unknown) => {
      response.statusCode = 400;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(failurePage(error instanceof Error ? error.message : 'unknown', 'nb'));
    });
  };
}

/** The id token's claims. `name` and `email` are more than Ansattporten gives: it names nobody but users of Entra. */
function claims(person: DemoPerson, asked: readonly AskedAccess[]): Record<string, unknown> {
  return {
    sub: person.id,
    // A work account is known by its address, and tells no identity number.
    ...(!byWorkAccount(asked) && { pid: person.pid }),
    locale: person.language,
    name: person.name,
    email: person.email,
    authorization_details: asked.flatMap((one) => authorization(person, one)),
  };
}

const byWorkAccount = (asked: readonly AskedAccess[]) => asked.some(({ type }) => type === WORK_ACCOUNT);

/** What the person may act for, in the shape of the way that was asked for; nothing for a way we do not know. */
function authorization(person: DemoPerson, { type, resource = '' }: AskedAccess): object[] {
  const orgno = { authority: 'iso6523-actorid-upis', ID: `0192:${person.orgnr}` };
  const name = person.agencyName.toUpperCase();
  if (type === WORK_ACCOUNT) return [{ type, authorized_parties: [{ orgno, name, rights: person.actions }] }];
  if (type !== ALTINN) return [];
  const party = { orgno, resource: resource.replace(/^urn:altinn:resource:/, ''), actions: person.actions, name };
  return [{ type, resource, resource_name: 'Samblikk', authorized_parties: [{ ...party, unit_type: 'ORGL' }] }];
}

/** What the request asks for. Throws when it is not a JSON list. */
function access(value: unknown): readonly AskedAccess[] {
  if (value === undefined) return [];
  const list: unknown = JSON.parse(String(value));
  if (!Array.isArray(list)) throw new Error('authorization_details must be a list');
  return list as AskedAccess[];
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) {
    body += String(part);
    if (body.length > 10_000) throw new Error('too large');
  }
  return body;
}
