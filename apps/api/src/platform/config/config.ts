import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { StartError } from './start-error.ts';

/** The checkout (or, in the image, the folder the program was copied to). */
export const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));

/** A setting that is there but empty counts as not set: compose files and CI write it so. */
const set = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema);
const minutes = (fallback: number) =>
  set(
    z.coerce
      .number()
      .int()
      .min(1)
      .max(24 * 60)
      .default(fallback),
  );
const postgres = set(
  z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be an address such as postgres://user:password@host:5432/name' })
    .optional(),
);
const address = set(
  z.url({ protocol: /^https?$/, error: 'must be an address such as https://samblikk.example' }).optional(),
);
const port = z.coerce.number({ error: 'must be a number' }).int().min(1).max(65_535);

const privateKey = z.string().transform((text, context): Record<string, unknown> => {
  try {
    const key: unknown = JSON.parse(text);
    if (typeof key === 'object' && key !== null && 'kty' in key && 'd' in key) return key as Record<string, unknown>;
  } catch {
    // Falls through to the same answer: the text itself is a secret and is not repeated.
  }
  context.addIssue({ code: 'custom', message: 'must be a private key as JSON (a JWK)' });
  return z.NEVER;
});

/** Every setting, its shape and what it is when not set. README's table of configuration follows this list. */
const environment = z.object({
  NODE_ENV: set(z.string().default('development')),
  HOST: set(z.string().default('127.0.0.1')),
  PORT: set(port.default(3000)),
  DATA_DIR: set(z.string().default(resolve(ROOT, '.samblikk'))),
  DATABASE_URL: postgres,
  DATABASE_READ_URL: postgres,
  SAMBLIKK_DEMO: set(z.enum(['on', 'off'], { error: 'must be on or off' }).optional()),
  PUBLIC_URL: address,
  CONTACT_EMAIL: set(z.email('must be an e-mail address').optional()),
  ACCESSIBILITY_URL: address,
  PUBLISHER_ORGNR: set(
    z
      .string()
      .regex(/^\d{9}$/, 'must be an organisation number of nine digits')
      .default('991825827'),
  ),
  ORGANIZATION_CATALOG_URL: set(
    z
      .url({
        protocol: /^https?$/,
        error: 'must be an address such as https://organization-catalog.example/organizations',
      })
      .default('https://organization-catalog.fellesdatakatalog.digdir.no/organizations'),
  ),
  OIDC_ISSUER: address,
  OIDC_CLIENT_ID: set(z.string().optional()),
  OIDC_CLIENT_SECRET: set(z.string().optional()),
  OIDC_CLIENT_JWK: set(privateKey.optional()),
  OIDC_RESOURCE: set(
    z
      .string()
      .regex(/^urn:altinn:resource:[a-z0-9_-]+$/, 'must be like urn:altinn:resource:samblikk')
      .default('urn:altinn:resource:samblikk'),
  ),
  DEV_IDP_PORT: set(port.optional()),
  SESSION_SECRET: set(z.string().min(32, 'must have 32 characters or more').optional()),
  SESSION_IDLE_MINUTES: minutes(30),
  SESSION_TOTAL_MINUTES: minutes(120),
  TRUST_PROXY: set(z.enum(['on', 'off'], { error: 'must be on or off' }).default('off')),
  OIDC_ROUTES: set(
    z
      .string()
      .regex(/^(altinn|orgno)(,(altinn|orgno))?$/, 'must be altinn, orgno, or both with a comma between')
      .default('altinn'),
  ),
  SMTP_URL: set(
    z.url({ protocol: /^smtps?$/, error: 'must be an address such as smtps://user:password@host:465' }).optional(),
  ),
  MAIL_FROM: set(z.email('must be an e-mail address').optional()),
  MASKINPORTEN_ISSUER: set(z.url('must be an address such as https://maskinporten.no/').optional()),
  MASKINPORTEN_JWKS: set(z.url('must be an address such as https://maskinporten.no/jwk').optional()),
  MASKINPORTEN_SCOPE: set(z.string().regex(/^\S+$/, 'must be one scope').default('digdir:digitaliseringstiltak.write')),
  ENHETSREGISTERET_URL: address,
  WATCHED_FILES_FROM: address,
  LOG_LEVEL: set(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional()),
});

export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  /** Not set: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** A replica for register, statistics and exports. */
  readonly databaseReadUrl: string | undefined;
  /** Load the demonstration data into an empty database. */
  readonly demo: boolean;
  /** Where people reach the program, without a slash at the end. */
  readonly publicUrl: string;
  /** Whom the public may write to, shown on the pages. */
  readonly contactEmail?: string | undefined;
  /** Where the accessibility statement of the one who runs the program lies. */
  readonly accessibilityUrl?: string | undefined;
  /** Who publishes the data, Digdir unless told, and where data.norge.no has the addresses of organisations: the number comes last. */
  readonly publisher: { readonly orgnr: string; readonly organisations: string };
  /** Not set: the local test login, which never runs in production. */
  readonly oidc: OidcConfig | undefined;
  /** The Altinn resource that agencies give their people rights to. */
  readonly loginResource: string;
  /** The ways in that are offered: rights in Altinn, or a work account with rights in Virksomhetsbroen. */
  readonly loginRoutes: readonly LoginRoute[];
  readonly devIdpPort: number;
  /** Not set: letters stay in the outbox. */
  readonly mail?: { readonly smtpUrl: string; readonly from: string } | undefined;
  /** Whose tokens agencies' own systems come with, and the scope they need; not set: tokens are refused. */
  readonly maskinporten?: { readonly issuer: string; readonly jwks: string; readonly scope: string } | undefined;
  /** Where organisations are looked up, without a slash at the end; not set: they are not. */
  readonly registerUrl?: string | undefined;
  /** An origin that watched files may be at though it is not of the open net: for development and tests, never in production. */
  readonly watchedFilesFrom?: string | undefined;
  /** Key for pseudonyms of national identity numbers; not set: made once and kept in `dataDir`. */
  readonly sessionSecret: string | undefined;
  readonly session: { readonly idleMinutes: number; readonly totalMinutes: number };
  /** Believe X-Forwarded-* headers: only behind a proxy that sets them. */
  readonly trustProxy: boolean;
  readonly logLevel: string;
}

/** Ansattporten's two: `ansattporten:altinn:resource` and `ansattporten:orgno`. */
export type LoginRoute = 'altinn' | 'orgno';

export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly clientJwk?: Record<string, unknown>;
}

/**
 * Reads the settings; nothing else in the API reads the environment.
 * @throws StartError listing everything that is missing or wrong, a line each. Values are not repeated: some are secrets.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw wrong(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const s = parsed.data;
  const production = s.NODE_ENV === 'production';
  const problems: string[] = [];
  if (production && !s.OIDC_ISSUER) problems.push('OIDC_ISSUER: must be set when NODE_ENV is production');
  if (production && !s.PUBLIC_URL) problems.push('PUBLIC_URL: must be set when NODE_ENV is production');
  if (s.OIDC_ISSUER && !s.OIDC_CLIENT_ID) problems.push('OIDC_CLIENT_ID: must be set together with OIDC_ISSUER');
  if (s.OIDC_ISSUER && !s.OIDC_CLIENT_SECRET === !s.OIDC_CLIENT_JWK) {
    problems.push('OIDC_CLIENT_SECRET or OIDC_CLIENT_JWK: exactly one must be set together with OIDC_ISSUER');
  }
  if (!s.SMTP_URL !== !s.MAIL_FROM) problems.push('SMTP_URL and MAIL_FROM: both or neither must be set');
  if (!s.MASKINPORTEN_ISSUER !== !s.MASKINPORTEN_JWKS) {
    problems.push('MASKINPORTEN_ISSUER and MASKINPORTEN_JWKS: both or neither must be set');
  }
  if (s.DATABASE_READ_URL && !s.DATABASE_URL) problems.push('DATABASE_READ_URL: needs DATABASE_URL');
  if (production && s.WATCHED_FILES_FROM)
    problems.push('WATCHED_FILES_FROM: must not be set when NODE_ENV is production');
  if (s.SESSION_TOTAL_MINUTES < s.SESSION_IDLE_MINUTES) {
    problems.push('SESSION_TOTAL_MINUTES: must not be less than SESSION_IDLE_MINUTES');
  }
  if (problems.length > 0) throw wrong(problems);
  return {
    production,
    host: s.HOST,
    port: s.PORT,
    dataDir: resolve(s.DATA_DIR),
    databaseUrl: s.DATABASE_URL,
    databaseReadUrl: s.DATABASE_READ_URL,
    demo: s.SAMBLIKK_DEMO ? s.SAMBLIKK_DEMO === 'on' : !s.DATABASE_URL && !production,
    publicUrl: (s.PUBLIC_URL ?? `http://${reachable(s.HOST)}:${s.PORT}`).replace(/\/+$/, ''),
    contactEmail: s.CONTACT_EMAIL,
    accessibilityUrl: s.ACCESSIBILITY_URL,
    publisher: {
      orgnr: s.PUBLISHER_ORGNR,
      organisations: s.ORGANIZATION_CATALOG_URL.replace(/\/+$/, ''),
    },
    oidc:
      s.OIDC_ISSUER && s.OIDC_CLIENT_ID
        ? {
            issuer: s.OIDC_ISSUER,
            clientId: s.OIDC_CLIENT_ID,
            ...(s.OIDC_CLIENT_SECRET ? { clientSecret: s.OIDC_CLIENT_SECRET } : {}),
            ...(s.OIDC_CLIENT_JWK ? { clientJwk: s.OIDC_CLIENT_JWK } : {}),
          }
        : undefined,
    loginResource: s.OIDC_RESOURCE,
    loginRoutes: [...new Set(s.OIDC_ROUTES.split(',') as LoginRoute[])],
    mail: s.SMTP_URL && s.MAIL_FROM ? { smtpUrl: s.SMTP_URL, from: s.MAIL_FROM } : undefined,
    maskinporten:
      s.MASKINPORTEN_ISSUER && s.MASKINPORTEN_JWKS
        ? { issuer: s.MASKINPORTEN_ISSUER, jwks: s.MASKINPORTEN_JWKS, scope: s.MASKINPORTEN_SCOPE }
        : undefined,
    registerUrl: s.ENHETSREGISTERET_URL?.replace(/\/+$/, ''),
    watchedFilesFrom: s.WATCHED_FILES_FROM && new URL(s.WATCHED_FILES_FROM).origin,
    devIdpPort: s.DEV_IDP_PORT ?? (s.PORT < 65_535 ? s.PORT + 1 : s.PORT - 1),
    sessionSecret: s.SESSION_SECRET,
    session: { idleMinutes: s.SESSION_IDLE_MINUTES, totalMinutes: s.SESSION_TOTAL_MINUTES },
    trustProxy: s.TRUST_PROXY === 'on',
    logLevel: s.LOG_LEVEL ?? (production ? 'info' : 'warn'),
  };
}

function wrong(problems: readonly string[]): StartError {
  return new StartError(`The configuration does not hold:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}

/** What to type in a browser on this machine for a server that listens on `host`. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
