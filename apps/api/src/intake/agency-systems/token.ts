import type { Detail } from '@samblikk/contract';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Config } from '../../platform/config/index.ts';
import { ApiError } from '../../platform/problem/index.ts';

/** The system behind a token, and the agency it acts for. */
export interface System {
  readonly clientId: string;
  /** The organisation number of `consumer`; undefined when the token names none. */
  readonly orgnr: string | undefined;
  /** Whether the token gives the right to write measures. */
  readonly mayWrite: boolean;
}

/** Reads the token of an `Authorization: Bearer …` header. */
export type ReadToken = (token: string) => Promise<System>;

/** The codes of jose for a key set that cannot be had: the caller's token may be fine. */
const notOurDay = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);

/**
 * How tokens are read: signature by Maskinporten's keys, issuer and time. One that was made for an audience must be for us,
 * at `ownAddress`; most are for none. Without settings every token is refused. Throws ApiError notSignedIn for a token that does not hold, unavailable when the keys cannot be had.
 */
export function tokenReader(settings: Config['maskinporten'], ownAddress: string): ReadToken {
  if (!settings) return async () => refuse('noTokens');
  const keys = createRemoteJWKSet(new URL(settings.jwks), { timeoutDuration: 5_000 });
  return async (token) => {
    const { payload } = await jwtVerify(token, keys, {
      issuer: settings.issuer,
      algorithms: ['RS256', 'RS384', 'RS512', 'ES256'],
      requiredClaims: ['exp', 'iat', 'client_id'],
      clockTolerance: 10,
    }).catch((error: unknown) => {
      if (error instanceof errors.JOSEError && !notOurDay.has(error.code))
        return refuse(['tokenInvalid', { reason: error.code }]);
      throw new ApiError('unavailable', { detail: 'noTokenKeys' });
    });
    const audience = [payload.aud ?? ownAddress].flat();
    if (!audience.includes(ownAddress)) return refuse('tokenAudience');
    return systemOf(payload, settings.scope);
  };
}

function refuse(detail: Detail): never {
  throw new ApiError('notSignedIn', { detail });
}

/** `consumer` is who the token is for: `{ authority: 'iso6523-actorid-upis', ID: '0192:991825827' }`. */
function systemOf({ client_id, scope, consumer }: JWTPayload, needed: string): System {
  const { authority, ID } = (typeof consumer === 'object' && consumer !== null ? consumer : {}) as Record<
    string,
    unknown
  >;
  const orgnr =
    authority === 'iso6523-actorid-upis' && typeof ID === 'string' ? ID.match(/^0192:(\d{9})$/)?.[1] : undefined;
  return {
    clientId: String(client_id).slice(0, 100),
    orgnr,
    mayWrite: typeof scope === 'string' && scope.split(' ').includes(needed),
  };
}
