import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file to be put into a zip archive. Its pieces are asked for when all files before it are through. */
export interface StreamedFile {
  readonly name: string;
  pieces(): AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
}

/** No piece is asked for before the one before it is on its way: a stream would ask for sixteen. */
const oneAtATime = { highWaterMark: 1 };

/** Nothing is of the clock: every file is dated the first day a zip file can name, so that the same content gives the same bytes. */
const entry = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100600 };

/** A zip archive, packed, a file after the other; memory does not grow with it. What one file cannot give ends the whole. */
export function zipStream(files: readonly StreamedFile[]): Readable {
  const zip = new ZipFile();
  for (const { name, pieces } of files)
    zip.addReadStreamLazy(name, entry, (give) => give(null, Readable.from(bytesOf(pieces()), oneAtATime)));
  zip.end();
  const stream = zip.outputStream as Readable;
  zip.on('error', (error: Error) => stream.destroy(error));
  return stream;
}

async function* bytesOf(pieces: ReturnType<StreamedFile['pieces']>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.from(piece as Uint8Array);
}
