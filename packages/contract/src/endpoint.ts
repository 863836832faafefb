import type { z } from 'zod';
import { type ApiPath, addressOf, type EndpointName, type Method } from './addresses.ts';
import type { ErrorCode } from './errors.ts';
import type { Action } from './permissions.ts';

/** One HTTP address: what goes in, what comes out, who may. Server, client and OpenAPI all follow from it. */
export interface Endpoint {
  readonly method: Method;
  /** Fastify style, e.g. `/api/v1/register/:id`. */
  readonly path: ApiPath;
  readonly summary: string;
  readonly description?: string;
  readonly tag: string;
  /** The line of the permission table that guards it. */
  readonly action: Action;
  /** Agencies’ own systems may ask too, with a token from Maskinporten. */
  readonly tokens?: true;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly headers?: z.ZodType;
  readonly body?: z.ZodType;
  /** The successful reply, or 'file' when the body is not JSON of ours (CSV, XLSX, PDF …). */
  readonly reply: z.ZodType | 'file';
  /** The media types of a file whose address does not end in one; of JSON of ours, those it can be had in besides. */
  readonly types?: readonly string[];
  /** The status of the successful reply; 200 unless told. */
  readonly status?: 200 | 201 | 204;
  /** Every error this address may answer with, besides those any address may (see problem.ts). */
  readonly errors: readonly ErrorCode[];
}

export const zipType = 'application/zip';

/**
 * Declares an endpoint at its address and keeps its schema types.
 * @param places what stands in the address for good, where one address is served several times over: `:edition` → `2026`
 */
export function endpoint<const E extends Omit<Endpoint, 'method' | 'path'>>(
  name: EndpointName,
  e: E,
  places: Readonly<Record<string, string>> = {},
): E & Pick<Endpoint, 'method' | 'path'> {
  const { method, path } = addressOf(name);
  return {
    ...e,
    method,
    path: path.replace(/:(\w+)/g, (all, place: string) => places[place] ?? all) as Endpoint['path'],
  };
}

type Infer<S> = S extends z.ZodType ? z.output<S> : undefined;
export type ParamsOf<E extends Endpoint> = Infer<E['params']>;
export type QueryOf<E extends Endpoint> = Infer<E['query']>;
export type BodyOf<E extends Endpoint> = Infer<E['body']>;
export type ReplyOf<E extends Endpoint> = E['reply'] extends z.ZodType ? z.output<E['reply']> : unknown;

type Named<T> = { [K in keyof T as string extends K ? never : K]: T[K] };
type Demanded<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];
type Flat<T> = { [K in keyof T]: T[K] };
/** What the schema has a default for may be left out; where variables are filters, any of them by its id. */
type Given<Out, In> = Flat<
  Pick<Named<Out>, Demanded<Named<In>> & keyof Named<Out>> & {
    [K in Exclude<keyof Named<Out>, Demanded<Named<In>>>]?: Named<Out>[K] | undefined;
  }
> &
  (string extends keyof Out
    ? { [variable: string]: string | number | boolean | readonly string[] | undefined }
    : unknown);

/** A query as a caller writes it; may be undefined where nothing of it must be said. */
export type QueryGivenOf<E extends Endpoint> = E['query'] extends z.ZodType
  ? object extends Given<z.output<E['query']>, z.input<E['query']>>
    ? Given<z.output<E['query']>, z.input<E['query']>> | undefined
    : Given<z.output<E['query']>, z.input<E['query']>>
  : undefined;
