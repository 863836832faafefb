import { lookup as lookUp } from 'node:dns';
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** Why an address gave no file. */
export type FetchFaultCode =
  | 'notAnAddress'
  | 'notHttps'
  | 'hasCredentials'
  | 'notPublic'
  | 'notAnswering'
  | 'tooSlow'
  | 'tooLarge'
  | 'manyRedirects'
  | 'status';

export class FetchFault extends Error {
  readonly code: FetchFaultCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: FetchFaultCode, params: Readonly<Record<string, string | number>> = {}) {
    super(`No file: ${code}`);
    this.code = code;
    this.params = params;
  }
}

export interface FetchedFile {
  readonly bytes: Buffer;
  /** The last part of its address, or what the server calls it. */
  readonly name: string;
  /** What the server says of the version, to ask only for a newer one. */
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface Wanted {
  readonly etag?: string | null | undefined;
  readonly lastModified?: string | null | undefined;
  /** The most it may have. */
  readonly bytes: number;
  /** The most it may take, with all redirects, in milliseconds; 25 seconds unless told. */
  readonly patience?: number;
  /** An origin that is asked though it is not of the open net: for development and tests. */
  readonly alsoFrom?: string | undefined;
}

const mostRedirects = 5;

/** The address as a URL. @throws FetchFault unless it is https, without a password in it, and not a closed IP address */
export function requireAddress(address: string, alsoFrom?: string): URL {
  const url = URL.parse(address);
  if (!url) throw new FetchFault('notAnAddress');
  if (url.username !== '' || url.password !== '') throw new FetchFault('hasCredentials');
  if (url.origin === alsoFrom) return url;
  if (url.protocol !== 'https:') throw new FetchFault('notHttps');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const named =
    host.includes('.') && !/(^|\.)(localhost|local|internal|lan|home\.arpa)$/i.test(host.replace(/\.$/, ''));
  if (isIP(host) ? !isPublicAddress(host) : !named) throw new FetchFault('notPublic');
  return url;
}

/**
 * Fetches a file that somebody else has put on the open net. Only https; every name is looked up once, and exactly the address
 * that was looked at is asked, so that no answer leads inside; each redirect is looked at anew.
 * @returns 'unchanged' when the server says so @throws FetchFault
 */
export async function fetchFile(address: string, wanted: Wanted): Promise<FetchedFile | 'unchanged'> {
  const signal = AbortSignal.timeout(wanted.patience ?? 25_000);
  let url = requireAddress(address, wanted.alsoFrom);
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const reply = await ask(url, wanted, signal);
      const { statusCode: status = 0, headers } = reply;
      if (status === 304) {
        reply.destroy();
        return 'unchanged';
      }
      if (status >= 300 && status < 400 && headers.location) {
        reply.destroy();
        const next = URL.parse(headers.location, url.href);
        url = requireAddress(next?.href ?? '', wanted.alsoFrom);
        continue;
      }
      if (status !== 200) give(reply, new FetchFault('status', { status }));
      const bytes = await read(reply, wanted.bytes);
      const [etag, lastModified] = [headers.etag ?? null, headers['last-modified'] ?? null];
      return { bytes, name: nameOf(url, headers['content-disposition']), etag, lastModified };
    }
    throw new FetchFault('manyRedirects');
  } catch (error) {
    if (error instanceof FetchFault) throw error;
    throw new FetchFault(signal.aborted ? 'tooSlow' : 'notAnswering');
  }
}

/** Closes the connection of a reply whose content is of no use. @throws FetchFault */
function give(reply: IncomingMessage, fault: FetchFault): never {
  reply.destroy();
  throw fault;
}

function ask(url: URL, { etag, lastModified, alsoFrom }: Wanted, signal: AbortSignal): Promise<IncomingMessage> {
  const known = url.origin === alsoFrom;
  const headers = {
    accept: 'text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, */*;q=0.5',
    'accept-encoding': 'identity',
    'user-agent': 'Samblikk',
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  };
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((answered, fail) => {
    // No connection is kept: the next time the name is looked up anew.
    const asked = request(url, { headers, signal, agent: false, ...(!known && { lookup: lookUpPublic }) }, answered);
    asked.on('error', fail);
    asked.end();
  });
}

/** As the resolver says, when all it says is of the open net. */
export const lookUpPublic: LookupFunction = (host, options, answer) => {
  lookUp(host, { ...options, all: true }, (error, found) => {
    const closed = !error && (found.length === 0 || found.some(({ address }) => !isPublicAddress(address)));
    const fault = error ?? (closed ? new FetchFault('notPublic') : null);
    const [first] = found ?? [];
    if (fault || !first) answer(fault ?? new FetchFault('notPublic'), '', 0);
    else if (options.all) answer(null, found);
    else answer(null, first.address, first.family);
  });
};

async function read(reply: IncomingMessage, most: number): Promise<Buffer> {
  if (Number(reply.headers['content-length'] ?? 0) > most) give(reply, new FetchFault('tooLarge', { most }));
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of reply as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) give(reply, new FetchFault('tooLarge', { most }));
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** A short name without folders, whatever the server says. */
function nameOf(url: URL, disposition: string | undefined): string {
  const said = /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? url.pathname;
  const last = said.split(/[\\/]/).at(-1) ?? '';
  let name = last;
  try {
    name = decodeURIComponent(last);
  } catch {
    // Not written as an address writes it: as it stands.
  }
  return (
    name
      .replace(/\p{Cc}/gu, '')
      .slice(0, 200)
      .toWellFormed() || url.hostname
  );
}
