import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { TestDatabase } from './test-server.ts';

/** Where a program is killed: before one of its acts, or after it, while the answer is under way. The first is 1. */
export type KillPoint = { readonly before: number } | { readonly after: number };

type Reached = Pick<TestDatabase, 'url' | 'pool'>;

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  /** All that it wrote. */
  readonly said: string;
  /** What it did to the world outside, a word each: `select`, `commit`, `rename`. Empty when it was killed. */
  readonly acts: readonly string[];
}

interface Run {
  readonly kill?: KillPoint | undefined;
  readonly env?: Readonly<Record<string, string>>;
  /** Where the program is; the command line when left out. */
  readonly program?: URL;
  /** Told when it runs how to kill it from without, which is done when it is gone. */
  readonly onStart?: (kill: () => Promise<unknown>) => void;
}

const commandLine = new URL('../../cli.ts', import.meta.url);
const server = new URL('../../server.ts', import.meta.url);
/** What Node has made of the program's files: a process starts in two thirds of the time. */
const compiled = fileURLToPath(new URL('../../../../../node_modules/.cache/compiled', import.meta.url));

/** For test files: runs programs on test databases as processes of their own, to be killed at a point when one is told. */
export async function programs() {
  const folder = await mkdtemp(join(tmpdir(), 'samblikk-programs-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  let runs = 0;

  /** Starts a program. What it needs to run on a database is in its surroundings, and nothing else. */
  const start = ({ url }: Reached, env: Run['env'], ...args: readonly string[]) =>
    spawn(process.execPath, args, {
      env: {
        ...{ PATH: '/usr/bin:/bin', NODE_COMPILE_CACHE: compiled },
        ...{ DATABASE_URL: url, DATA_DIR: folder, ...env },
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  async function run(database: Reached, args: readonly string[], { kill, ...more }: Run = {}): Promise<Ended> {
    runs += 1;
    const acts = join(folder, `acts-${runs}`);
    const preload = new URL('testing-kill.ts', import.meta.url);
    preload.search = String(new URLSearchParams({ ...stringified(kill), acts }));
    const child = start(
      database,
      more.env,
      '--import',
      preload.href,
      fileURLToPath(more.program ?? commandLine),
      ...args,
    );
    const over = once(child, 'close');
    more.onStart?.(() => {
      child.kill('SIGKILL');
      return over;
    });
    const said = heard(child);
    const [status, signal] = await over;
    await settled(database);
    const done = await readFile(acts, 'utf8').catch(() => '');
    return { status, signal, said: said(), acts: done === '' ? [] : done.split(' ') };
  }

  /** Starts the program that serves, with its jobs. It is ready when this is done, and stopped when the test file is. */
  async function serve(database: Reached, env: Run['env']) {
    const child = start(database, { SAMBLIKK_DEMO: 'off', LOG_LEVEL: 'info', ...env }, fileURLToPath(server));
    const over = once(child, 'close');
    const stop = (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
      child.kill(signal);
      return over;
    };
    afterAll(() => stop());
    const said = heard(child);
    while (!said().includes('is ready')) {
      if (child.exitCode !== null) throw new Error(`It never became ready: ${said()}`);
      await pause(25);
    }
    return { said, stop };
  }

  return {
    /** Files of a test; also the programs’ DATA_DIR. */
    folder,
    run,
    serve,
    /** Runs a command line. */
    samblikk: (database: Reached, command: string, kill?: KillPoint) => run(database, command.split(' '), { kill }),
  };
}

/** All that a process writes, as far as it has come. */
function heard({ stdout, stderr }: ChildProcess): () => string {
  let said = '';
  for (const stream of [stdout, stderr]) stream?.on('data', (text) => (said += text));
  return () => said;
}

const stringified = (of: object = {}) => Object.fromEntries(Object.entries(of).map(([name, n]) => [name, String(n)]));

/** PostgreSQL sees that a process has gone within a moment, and takes back what it had not committed. */
async function settled({ pool }: Reached): Promise<void> {
  const busy = `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`;
  for (let waits = 0; waits < 200 && ((await pool.query(busy)).rowCount ?? 0) > 0; waits += 1) await pause(25);
}

/**
 * So many points of a run, evenly from its first act to the one by which all is done; and one where that is under way.
 * @param done the name of that act: the last so called
 */
export function pointsOf(acts: readonly string[], points: number, done = 'commit'): KillPoint[] {
  const last = acts.lastIndexOf(done) + 1;
  const even = Array.from({ length: points }, (_, at) => 1 + Math.round((at * (last - 1)) / (points - 1)));
  return [...[...new Set(even)].map((before) => ({ before })), { after: last }];
}

/** The rows of a query. */
export const rowsOf = async ({ pool }: Reached, query: string) => (await pool.query(query)).rows;

/** How often something was done, as the audit has it. */
export const eventsOf = (of: Reached, action: string) =>
  rowsOf(of, `select count(*)::int as n from audit_event where action = '${action}'`);
