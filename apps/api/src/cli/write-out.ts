import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { wholeFile } from '../platform/files/index.ts';
import { type CommandCall, text } from './command.ts';

/** Writes a command's file: to `--out`, which is whole or not there, else to standard output. */
export async function writeOut(call: CommandCall, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const path = text(call, 'out');
  if (path === undefined) {
    for await (const piece of pieces) await call.out(piece);
    return;
  }
  await wholeFile(path, (unfinished) =>
    pipeline(Readable.from(pieces), createWriteStream(unfinished, { flags: 'wx', mode: 0o600 })),
  );
}

/** Writes a file of bytes that is whole or not there. */
export async function writeFileOut(path: string, bytes: Uint8Array): Promise<void> {
  await wholeFile(path, (unfinished) => writeFile(unfinished, bytes, { flag: 'wx', mode: 0o600 }));
}
