import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { zipStream } from '@samblikk/files';

/** What a file of a zip archive was when it had been written. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  readonly lines: number;
  readonly sha256: string;
}

/** A file to be written. Its pieces are asked for when all files before it are through, and told what those were. */
export interface ZipPart {
  readonly name: string;
  pieces(written: readonly WrittenFile[]): AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
}

/** Writes a zip archive, a file after the other, readable by its owner alone; memory does not grow with it. */
export async function writeZip(path: string, parts: readonly ZipPart[]): Promise<readonly WrittenFile[]> {
  const written: WrittenFile[] = [];
  const stream = zipStream(parts.map((part) => ({ name: part.name, pieces: () => noted(part, written) })));
  await pipeline(stream, createWriteStream(path, { mode: 0o600 }));
  return written;
}

/** Passes the pieces on, and notes when they are through what the file was. */
async function* noted({ name, pieces }: ZipPart, written: WrittenFile[]): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let [bytes, lines] = [0, 0];
  for await (const piece of pieces(written)) {
    const part = Buffer.from(piece as Uint8Array);
    hash.update(part);
    bytes += part.length;
    for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) lines += 1;
    yield part;
  }
  written.push({ name, bytes, lines, sha256: hash.digest('hex') });
}
