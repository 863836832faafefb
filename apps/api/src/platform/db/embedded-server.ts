import { randomBytes } from 'node:crypto';
import {
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { reason, StartError } from '../config/index.ts';
import { findBinaries, runAs } from './embedded-binaries.ts';

// One PostgreSQL on one folder: made, looked for, started. Who uses it and for how long is embedded.ts.

/** A number no process has, for a postmaster.pid whose number now belongs to somebody else. */
const NOBODY = 2_147_483_647;

export interface Place {
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  readonly password: string;
}

/** Makes `postgres/` with a fresh cluster and its password, all at once: made aside and renamed, so a half-made one is never used. */
export async function prepare(dataDir: string): Promise<Place> {
  const unusable = (error: unknown): never => {
    throw new StartError(`DATA_DIR ${dataDir} cannot be used: ${reason(error)}`, { cause: error });
  };
  await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch(unusable);
  const folder = join(dataDir, 'postgres');
  const { initdb, major } = await findBinaries();
  if (!(await exists(folder))) {
    const fresh = await mkdtemp(join(dataDir, 'postgres.new-')).catch(unusable);
    try {
      const postgres = await runAs(fresh);
      const pwfile = join(fresh, 'password');
      await writeFile(pwfile, randomBytes(24).toString('base64url'), { mode: 0o600 });
      const { uid, gid } = await stat(fresh);
      await chown(pwfile, uid, gid);
      const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C';
      const made = await postgres(initdb, [
        ...[
          '-D',
          join(fresh, 'data'),
          '-U',
          'samblikk',
          `--pwfile=${pwfile}`,
          '--auth=scram-sha-256',
          '--no-instructions',
        ],
        ...['--encoding=UTF8', `--locale=${locale}`, '--locale-provider=icu', '--icu-locale=nb-NO'],
      ]);
      if (made.status !== 0) throw new StartError(`Cannot make a database in ${dataDir}: ${lastLine(made.output)}`);
      await rename(fresh, folder).catch((error: NodeJS.ErrnoException) => {
        // Another process was first; its database is as good.
        if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST' && error.code !== 'EPERM') throw error;
      });
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
  }
  const data = join(folder, 'data');
  const version = (await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (version !== major) {
    throw new StartError(
      `${data} was made by PostgreSQL ${version || '(unknown)'}, and this program has ${major}: move the folder away, or set DATABASE_URL.`,
    );
  }
  return {
    folder,
    data,
    log: join(folder, 'log'),
    password: (await readFile(join(folder, 'password'), 'utf8')).trim(),
  };
}

/**
 * What postmaster.pid tells: the port of a server that is ready, `busy` while one starts or stops, `none` when nothing runs.
 * Its lines are process id, data folder, start time, port, socket folder, listen address, shared memory, state.
 */
export async function runningPort(place: Place): Promise<number | 'busy' | 'none'> {
  const path = join(place.data, 'postmaster.pid');
  const lines = (await readFile(path, 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return 'none';
  if (!(await isPostmaster(pid, place.data))) {
    // PostgreSQL would take any living process of this number for itself and refuse to start. The rest of the file stays:
    // from it the new server sees whether children of the old one still hold the shared memory.
    if (isAlive(pid)) await writeFile(path, [NOBODY, ...lines.slice(1)].join('\n'));
    return 'none';
  }
  return lines[7]?.trim() === 'ready' ? Number(lines[3]) : 'busy';
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether the process is the server of this data folder: on Linux its working directory tells, elsewhere being alive must do. */
async function isPostmaster(pid: number, data: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  const cwd = await readlink(`/proc/${pid}/cwd`).catch((error: NodeJS.ErrnoException) => error.code);
  return cwd === 'EACCES' || cwd === (await realpath(data));
}

/**
 * Ends what a killed server has left behind. Its processes go by themselves, but not before the query they are at is done,
 * and until then no new server gets the memory they hold. SIGQUIT is what a server would have sent them itself.
 * Elsewhere than on Linux they are waited for.
 */
async function endOrphans(data: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const folder = await realpath(data);
  const isHere = async (pid: string) => (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === folder;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    if (!(await isHere(pid))) continue;
    const told = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const parent = /^.*\) \S (\d+)/s.exec(told)?.[1];
    const title = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    // A server that someone else has just started is no orphan, and neither are its children.
    if (parent === undefined || !title.startsWith('postgres: ') || (await isHere(parent))) continue;
    try {
      process.kill(Number(pid), 'SIGQUIT');
    } catch {
      // It has gone by itself.
    }
  }
}

/** The port of a server that was killed, as long as nobody else has it; else any free one. */
export async function usualPort(place: Place): Promise<number> {
  const before = Number((await readFile(join(place.data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[3]);
  const wanted = before > 0 && before < 65_536 ? before : 0;
  return freePort(wanted).catch(() => freePort(0));
}

/** Starts the server. Answers why it did not start, or an empty string. */
export async function start(place: Place, port: number, unsafeFast: boolean): Promise<string> {
  const { pgCtl } = await findBinaries();
  const postgres = await runAs(place.folder);
  if (((await stat(place.log).catch(() => undefined))?.size ?? 0) > 5_000_000) await rm(place.log, { force: true });
  const settings = [
    "listen_addresses='127.0.0.1'",
    "unix_socket_directories=''",
    'max_connections=100',
    // What a server that was killed must read again before it answers.
    ...['max_wal_size=512MB', 'checkpoint_timeout=2min'],
    // Before that it makes sure that all its files are on the disk: in one call instead of one for each of them.
    ...(process.platform === 'linux' ? ['recovery_init_sync_method=syncfs'] : []),
    ...(unsafeFast ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'] : []),
  ];
  const line = ['-p', port, ...settings.flatMap((setting) => ['-c', setting])].join(' ');
  await endOrphans(place.data);
  const mark = (await readFile(place.log, 'utf8').catch(() => '')).length;
  const started = await postgres(pgCtl, [
    'start',
    '-s',
    '-w',
    '-t',
    '60',
    '-D',
    place.data,
    '-l',
    place.log,
    '-o',
    line,
  ]);
  if (started.status === 0) return '';
  const told = (await readFile(place.log, 'utf8').catch(() => '')).slice(mark);
  return /FATAL:\s+(.*)/.exec(told)?.[1] ?? lastLine(started.output);
}

export function urlOf(place: Place, port: number, database: string): string {
  return `postgres://samblikk:${place.password}@127.0.0.1:${port}/${database}`;
}

/** The port, 0 for any, when nobody listens on it. */
function freePort(wanted: number): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}
