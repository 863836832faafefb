import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type CommandCall, text } from './command.ts';

/** Writes a command's file: to `--out`, which is whole or not there, else to standard output. */
export async function writeOut(call: CommandCall, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const path = text(call, 'out');
  if (path === undefined) {
    for await (const piece of pieces) await call.out(piece);
    return;
  }
  const unfinished = `${path}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(unfinished, { flags: 'wx', mode: 0o600 }));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
