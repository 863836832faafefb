import { createWriteStream } from 'node:fs';
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
