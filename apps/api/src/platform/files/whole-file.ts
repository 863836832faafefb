import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRunning } from './is-running.ts';

/**
 * Writes a file that is whole or not there: it is written beside, and gets its name when it is done. What lies there before stays
 * until then. What a program that died left beside it is removed: it may hold what few may read.
 * @param write writes it where it is told to, anew
 */
export async function wholeFile<T>(path: string, write: (unfinished: string) => Promise<T>): Promise<T> {
  await removeLeftovers(path);
  const unfinished = `${path}.${process.pid}.part`;
  try {
    const done = await write(unfinished);
    await rename(unfinished, path);
    return done;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** A folder that is not there, or cannot be read, is for whoever writes to tell of. */
async function removeLeftovers(path: string): Promise<void> {
  const start = `${basename(path)}.`;
  for (const name of await readdir(dirname(path)).catch(() => [])) {
    const [, pid] = (name.startsWith(start) && /^(\d+)\.part$/.exec(name.slice(start.length))) || [];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(dirname(path), name), { force: true });
  }
}
