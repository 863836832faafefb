import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from './is-running.ts';

/** Names of the folders that this process uses now. */
const inUse = new Set<string>();

/** A folder that nobody else on the machine reads, and how to be rid of it. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * Makes a folder for files that are there for a moment. Those that a program left when it died are removed: they may hold what few
 * may read.
 * @param purpose a word of its name
 */
export async function temporaryFolder(purpose: string): Promise<TemporaryFolder> {
  const start = `samblikk-${purpose}-`;
  for (const left of await readdir(tmpdir())) {
    const [, pid] = (left.startsWith(start) && /^(\d+)-\w+$/.exec(left.slice(start.length))) || [];
    // One of another user's is not ours to remove.
    if (pid !== undefined && !inUse.has(left) && !isRunning(Number(pid)))
      await rm(join(tmpdir(), left), { recursive: true, force: true }).catch(() => undefined);
  }
  // Known as ours before it is there, so that no one else of us takes it for one that was left.
  const name = `${start}${process.pid}-${randomBytes(8).toString('hex')}`;
  inUse.add(name);
  const path = join(tmpdir(), name);
  await mkdir(path, { mode: 0o700 });
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true });
      inUse.delete(name);
    },
  };
}
