import { Readable } from 'node:stream';
import { type FormatName, formats, license } from '@samblikk/contract';
import type { FastifyReply } from 'fastify';
import { tagOf } from './cacheable.ts';

export interface FileToSend {
  readonly format: FormatName;
  /** What it is called, without ending. */
  readonly name: string;
  /** All of it, or pieces that are asked for as they are sent. */
  readonly content: string | Uint8Array | AsyncIterable<string | Uint8Array>;
  /** Where it is described for programs, and the media type of that. */
  readonly describedBy?: { readonly address: string; readonly type: string } | undefined;
  /** The SHA-256 of its bytes, in hexadecimal, where it is known beforehand. */
  readonly sha256?: string;
  /** What content that is streamed is made of, and of nothing else: the same of it is the same file. */
  readonly madeOf?: readonly string[];
}

/** Says of a reply which file of ours it is, and under which licence. How long it may be kept, `cacheable` says. */
export function describeFile(
  reply: FastifyReply,
  { format, name, describedBy }: Pick<FileToSend, 'format' | 'name' | 'describedBy'>,
): FastifyReply {
  const { ending, type, ...more } = formats[format];
  const description = describedBy
    ? [`<${inLink(describedBy.address)}>; rel="describedby"; type="${describedBy.type}"`]
    : [];
  const place = 'shown' in more ? 'inline' : 'attachment';
  return reply
    .header('content-type', type + ('parameters' in more ? more.parameters : ''))
    .header('content-disposition', `${place}; filename="${name}.${ending}"`)
    .header('link', [`<${license.url}>; rel="license"`, ...description].join(', '));
}

/** An address as a header may hold it. */
const inLink = (text: string) => text.toWellFormed().replace(/[^!#$%&'()*+,\-./\w:;=?@~]/gu, encodeURIComponent);

/** Sends open data as a file: the one way out for all of them. */
export function sendFile(reply: FastifyReply, file: FileToSend): FastifyReply {
  const { content, madeOf, sha256 } = file;
  describeFile(reply, file);
  // Weak, as all of ours are: the same tag stands for the plain and the compressed bytes.
  if (sha256) reply.header('etag', `W/"${sha256}"`);
  else if (madeOf) reply.header('etag', tagOf(madeOf.join('\n')));
  if (typeof content === 'string') return reply.send(content);
  if (content instanceof Uint8Array) return reply.send(Buffer.from(content));
  // As bytes, not as objects: what waits to be sent is then counted by its size.
  return reply.send(Readable.from(content, { objectMode: false }));
}
