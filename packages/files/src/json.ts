import canonicalize from 'canonicalize';

/**
 * JSON with sorted keys and no spaces, the same bytes for the same content (RFC 8785): what is hashed and signed.
 * @throws Error for numbers and texts that JSON cannot hold, and for what is no JSON at all
 */
export function canonical(value: unknown): string {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError('Not a value that JSON can hold.');
  return json;
}
