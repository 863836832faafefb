import { accepted, fill, type Given } from './core.ts';
import { largestPage, paths } from './open.ts';
import type { open } from './shapes.ts';

export { ApiProblem, type ErrorCode, type Problem } from './core.ts';

type Open = typeof open;
/** The endpoints that anyone may read, as `/api/docs` of the service names and describes them. */
export type OpenName = keyof Open;
/** Those that answer with JSON of ours; the others are files. */
export type JsonName = { [N in OpenName]: unknown extends Open[N]['reply'] ? never : N }[OpenName];

export type Params<N extends OpenName> = Open[N]['params'];
export type Query<N extends OpenName> = Open[N]['query'];
export type Reply<N extends JsonName> = Open[N]['reply'];
/** One public measure in a list. */
export type Measure = Reply<'searchRegister'>['items'][number];

interface Abortable {
  signal?: AbortSignal | undefined;
}
/** What a call needs: the parts of the address, the query, and a signal that stops it. */
export type Input<N extends OpenName> = Given<'params', Params<N>> & Given<'query', Query<N>> & Abortable;
/** The same where JSON is wanted: other formats come by `fetch`. */
type JsonInput<N extends JsonName> = Input<N> & { query?: { format?: undefined } | undefined };
type Said<I> = object extends I ? [input?: I] : [input: I];

export interface Client {
  /** What an endpoint answers. Throws `ApiProblem` when it refuses. */
  read<N extends JsonName>(name: N, ...input: Said<JsonInput<N>>): Promise<Reply<N>>;
  /** The reply itself, for files, streams and headers. Throws `ApiProblem` when it is a refusal. */
  fetch<N extends OpenName>(name: N, ...input: Said<Input<N>>): Promise<Response>;
  /** The address of an endpoint, for a link. */
  address<N extends OpenName>(name: N, ...input: Said<Input<N>>): string;
  /** Every measure of a search, each once, page by page as they are asked for. */
  measures(query?: Query<'searchRegister'>, options?: Abortable): AsyncGenerator<Measure, void, undefined>;
}

export interface Options {
  /** Where the service is: `https://samblikk.example`. */
  baseUrl: string;
  /** The language of labels and refusals, where the query has no `lang`. Bokmål unless told. */
  language?: 'nb' | 'nn' | 'en' | undefined;
  /** Instead of the global `fetch`. */
  fetch?: ((address: string, init: RequestInit) => Promise<Response>) | undefined;
  /** How often it asks again when the service is busy (429, 503) and says how long to wait (`Retry-After`). 3 unless told. */
  retries?: number | undefined;
}

/** Reads the open API of a service. */
export function createClient({ baseUrl, language, fetch: send = globalThis.fetch, retries = 3 }: Options): Client {
  // The address of the API leads to the same service.
  const base = baseUrl.replace(/(\/api(\/v1)?)?\/*$/, '');
  const address = (name: OpenName, input: object = {}) => {
    if (!Object.hasOwn(paths, name))
      throw new TypeError(`“${name}” is no endpoint: /api/docs of the service names them`);
    return base + fill(paths[name], input);
  };
  const ask = async (name: OpenName, input: Abortable = {}, accept = '*/*') => {
    const headers = { accept, ...(language && { 'accept-language': language }) };
    const init = { headers, ...(input.signal && { signal: input.signal }) };
    return accepted(await patiently(() => send(address(name, input), init), retries, input.signal));
  };
  const read = async (name: JsonName, input?: Abortable) => {
    const reply = await ask(name, input, 'application/json');
    if (/\bjson\b/.test(reply.headers.get('content-type') ?? '')) return reply.json();
    throw new TypeError(`${address(name, input)} is no JSON: is baseUrl the address of a Samblikk service?`);
  };
  async function* measures(query: Query<'searchRegister'>, { signal }: Abortable = {}) {
    let cursor = query?.cursor;
    do {
      const input = { query: { size: largestPage, ...query, cursor }, signal };
      const page = (await read('searchRegister', input)) as Reply<'searchRegister'>;
      // All measures are no answer to a filter that was spelt wrong.
      if (page.ignored.length > 0) throw new TypeError(`The search has no filter “${page.ignored.join('”, “')}”`);
      yield* page.items;
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }
  return { read, fetch: ask, address, measures } as Client;
}

/** Seconds. The service counts requests by the minute; whoever says more is not waited for. */
const longestWait = 60;

/** Asks again while the service is busy and says how long. */
async function patiently(ask: () => Promise<Response>, retries: number, signal?: AbortSignal): Promise<Response> {
  for (let left = retries; ; left--) {
    const reply = await ask();
    const busy = reply.status === 429 || reply.status === 503;
    const wait = Number(reply.headers.get('retry-after') ?? Number.NaN);
    if (!busy || left <= 0 || !(wait <= longestWait)) return reply;
    await reply.body?.cancel();
    await pause(wait * 1000, signal);
  }
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
