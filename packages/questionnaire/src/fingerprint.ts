import { canonical } from '@samblikk/files/json';
import type { Edition } from './definition.ts';

/** The SHA-256 of an edition in hexadecimal: the same for the same data, whatever the order of its keys. */
export async function fingerprint(edition: Edition): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(edition)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
