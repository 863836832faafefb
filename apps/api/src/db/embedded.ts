import { randomBytes } from 'node:crypto';
import {
  appendFile,
  chown,
  mkdir,
  mkdtemp,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { reason, StartError } from '../start-error.ts';
import { findBinaries, runAs } from './embedded-binaries.ts';

/** Advisory locks in the database `postgres`. Each process using the server holds the first, shared; the one program that serves holds the second. */
const IN_USE = 7_266_201;
const SERVING = 7_266_202;

/** A number no process has, for a postmaster.pid whose number now belongs to somebody else. */
const NOBODY = 2_147_483_647;

export interface EmbeddedOptions {
  /** The data folder of the program; PostgreSQL gets `postgres/` inside it. */
  readonly dataDir: string;
  /** The database to make when missing. */
  readonly database?: string;
  /** True for the one program that serves; a second one on the same folder is refused. Tools beside it say false. */
  readonly serve?: boolean;
  /** Tests: lose data in a power cut, for speed. */
  readonly unsafeFast?: boolean;
}

export interface Embedded {
  readonly url: string;
  /** Lets go of the server, and stops it when no other process uses it. */
  stop(): Promise<void>;
}

interface Place {
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  readonly password: string;
}

/**
 * Starts the PostgreSQL that comes with the program, or joins the one that already runs on the folder (left by a killed
 * program, or in use by a program beside this one).
 * @throws StartError with one line telling what is wrong.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, database = 'samblikk', serve = false, unsafeFast = false } = options;
  const place = await prepare(resolve(dataDir));
  const deadline = Date.now() + 60_000;
  for (let failure = ''; ; await pause(100)) {
    if (Date.now() > deadline)
      throw new StartError(`The embedded PostgreSQL in ${place.folder} does not start: ${failure}`);
    const port = await runningPort(place);
    if (port === 'busy') {
      failure = 'it is still starting or stopping';
      continue;
    }
    if (port === 'none') {
      failure = await start(place, unsafeFast);
      continue;
    }
    const holder = await hold(urlOf(place, port, 'postgres'));
    if (typeof holder === 'string') {
      failure = holder;
      continue;
    }
    try {
      if (serve) await claim(holder, dataDir);
      await makeDatabase(holder, database);
    } catch (error) {
      await letGo(holder, place);
      throw error;
    }
    return { url: urlOf(place, port, database), stop: () => letGo(holder, place) };
  }
}

/** Makes `postgres/` with a fresh cluster and its password, all at once: made aside and renamed, so a half-made one is never used. */
async function prepare(dataDir: string): Promise<Place> {
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
async function runningPort(place: Place): Promise<number | 'busy' | 'none'> {
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

/** Starts the server on a free port. Answers why it did not start, or an empty string. */
async function start(place: Place, unsafeFast: boolean): Promise<string> {
  const { pgCtl } = await findBinaries();
  const postgres = await runAs(place.folder);
  if (((await stat(place.log).catch(() => undefined))?.size ?? 0) > 5_000_000) await rm(place.log, { force: true });
  const settings = [
    "listen_addresses='127.0.0.1'",
    "unix_socket_directories=''",
    'max_connections=100',
    ...(unsafeFast ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'] : []),
  ];
  const line = ['-p', await freePort(), ...settings.flatMap((setting) => ['-c', setting])].join(' ');
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

/** Connects and takes the shared lock that keeps the server running; a string tells why not. */
async function hold(url: string): Promise<pg.Client | string> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    application_name: 'samblikk-holder',
  });
  // When the server goes away under us the pool tells so, query by query; this connection has nothing to add.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT pg_advisory_lock_shared($1)', [IN_USE]);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    return reason(error);
  }
}

/** Makes this process the one that serves the folder. One that is just stopping, or was killed, gets a few seconds to let go. */
async function claim(holder: pg.Client, dataDir: string): Promise<void> {
  for (let tries = 40; tries > 0; tries -= 1, await pause(100)) {
    const { rows } = await holder.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [SERVING]);
    if (rows[0]?.mine) return;
  }
  throw new StartError(`Samblikk already runs on ${resolve(dataDir)}: stop it first, or set another DATA_DIR.`);
}

async function makeDatabase(holder: pg.Client, name: string): Promise<void> {
  const { rowCount } = await holder.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount) return;
  await holder.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`).catch((error: { code?: string }) => {
    // 42P04 or 23505: another process made it at the same moment.
    if (error.code !== '42P04' && error.code !== '23505') throw error;
  });
}

/** Gives up the locks; the last process out stops the server. */
async function letGo(holder: pg.Client, place: Place): Promise<void> {
  try {
    await holder.query('SELECT pg_advisory_unlock_all()');
    const { rows } = await holder.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [IN_USE]);
    if (!rows[0]?.last) return;
    const { pgCtl } = await findBinaries();
    const postgres = await runAs(place.folder);
    const stop = (mode: string) => postgres(pgCtl, ['stop', '-s', '-w', '-t', '10', '-D', place.data, '-m', mode]);
    if ((await stop('fast')).status !== 0) await stop('immediate');
  } catch (error) {
    await appendFile(place.log, `samblikk: cannot stop the server: ${reason(error)}\n`).catch(() => undefined);
  } finally {
    await holder.end().catch(() => undefined);
  }
}

function urlOf(place: Place, port: number, database: string): string {
  return `postgres://samblikk:${place.password}@127.0.0.1:${port}/${database}`;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
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
