import { spawn } from 'node:child_process';
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
  /** The program, below `apps/api/src`; the command line when left out. */
  readonly program?: string;
  /** Told when it runs how to kill it from without, which is done when it is gone. */
  readonly onStart?: (kill: () => Promise<unknown>) => void;
}

const source = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
/** What Node has made of the program's files: a process starts in two thirds of the time. */
const compiled = fileURLToPath(new URL('../../../../../node_modules/.cache/compiled', import.meta.url));

/** For test files: runs programs on test databases as processes of their own, to be killed at a point when one is told. */
export async function programs() {
  const folder = await mkdtemp(join(tmpdir(), 'samblikk-programs-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  let runs = 0;

  async function run(database: TestDatabase, args: readonly string[], { kill, ...more }: Run = {}): Promise<Ended> {
    runs += 1;
    const acts = join(folder, `acts-${runs}`);
    const preload = new URL('testing-kill.ts', import.meta.url);
    preload.search = String(new URLSearchParams({ ...stringified(kill), acts }));
    const child = spawn(process.execPath, ['--import', preload.href, source(more.program ?? 'cli.ts'), ...args], {
      env: {
        ...{ PATH: '/usr/bin:/bin', NODE_COMPILE_CACHE: compiled },
        ...{ DATABASE_URL: database.url, DATA_DIR: folder, ...more.env },
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const over = once(child, 'close');
    more.onStart?.(() => {
      child.kill('SIGKILL');
      return over;
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    const [status, signal] = await over;
    await settled(database);
    const done = await readFile(acts, 'utf8').catch(() => '');
    return { status, signal, said, acts: done === '' ? [] : done.split(' ') };
  }

  return {
    /** Files of a test; also the programs’ DATA_DIR. */
    folder,
    run,
    /** Runs a command line. */
    samblikk: (database: TestDatabase, command: string, kill?: KillPoint) =>
      run(database, command.split(' '), { kill }),
  };
}

const stringified = (of: object = {}) => Object.fromEntries(Object.entries(of).map(([name, n]) => [name, String(n)]));

/** PostgreSQL sees that a process has gone within a moment, and takes back what it had not committed. */
async function settled({ pool }: TestDatabase): Promise<void> {
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
export const rowsOf = async ({ pool }: TestDatabase, query: string) => (await pool.query(query)).rows;

/** How often something was done, as the audit has it. */
export const eventsOf = (of: TestDatabase, action: string) =>
  rowsOf(of, `select count(*)::int as n from audit_event where action = '${action}'`);
