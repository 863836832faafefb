import { createHash, randomBytes } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Config } from '../../platform/config/index.ts';

/** What a cookie is called and how it is sent. */
export interface CookieKind {
  readonly name: string;
  readonly options: CookieSerializeOptions;
}

/** The cookie of someone signed in. Gone with the browser; the server says when it no longer counts. */
export function sessionCookie(config: Config): CookieKind {
  return cookie(config, 'samblikk');
}

/** The cookie of a login under way: `Lax`, since the answer comes as a link from the login provider. */
export function loginCookie(config: Config): CookieKind {
  return cookie(config, 'samblikk-login');
}

/** A random value of 256 bits for the browser, and its hash for the database. */
export function newSecret(): { value: string; hash: string } {
  const value = randomBytes(32).toString('base64url');
  return { value, hash: hashOfSecret(value) };
}

/** What the database keeps of a cookie: a copy of the table opens no session. */
export function hashOfSecret(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}

// `__Host-` makes the browser refuse the cookie from another host, path or an unencrypted page.
function cookie(config: Config, name: string): CookieKind {
  const secure = config.publicUrl.startsWith('https:');
  return { name: secure ? `__Host-${name}` : name, options: { path: '/', httpOnly: true, sameSite: 'lax', secure } };
}
