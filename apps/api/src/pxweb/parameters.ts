import type { Endpoint, QueryOf } from '@samblikk/contract';
import { ApiError } from '../platform/problem/index.ts';
import { listed, sameName } from './selection.ts';

/** What a parameter that may stand several times lists. */
export const listIn = (value: string | readonly string[] | undefined): string[] =>
  (typeof value === 'string' ? [value] : (value ?? [])).flatMap(listed);

/** The query with the names of its parameters as the contract has them: programs write `pagesize` as well. @throws ApiError invalidRequest */
export function canonical<E extends Endpoint>(endpoint: E, query: QueryOf<E>): QueryOf<E> {
  const { shape } = endpoint.query as unknown as { shape: object };
  const known = (name: string) => Object.keys(shape).find((one) => sameName(one, name));
  const others = Object.entries(query as object).filter(([name]) => !(name in shape) && known(name) !== undefined);
  if (others.length === 0) return query;
  const renamed = Object.fromEntries(others.map(([name, value]) => [known(name) ?? name, value]));
  const parsed = endpoint.query?.safeParse({ ...(query as object), ...renamed });
  if (!parsed?.success) {
    const faults = (parsed?.error.issues ?? []).map(({ path, code, ...params }) => ({
      path: path.join('.'),
      check: code as string,
      params: params as Record<string, unknown>,
    }));
    throw new ApiError('invalidRequest', { detail: 'invalidQuery', faults });
  }
  return parsed.data as QueryOf<E>;
}
