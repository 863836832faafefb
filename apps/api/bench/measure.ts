import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, connect } from '../src/platform/db/connect.ts';
import { startEmbedded } from '../src/platform/db/embedded.ts';
import { migrate } from '../src/platform/db/migrate.ts';

export interface Contestant {
  readonly name: string;
  /** One run; what it answers is compared by the caller, not here. */
  run(): Promise<unknown> | unknown;
}

/** The middle of the values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/**
 * Runs two in turn, ours and the bare, and prints the median of each and of the ratio pair by pair, so that a machine
 * that speeds up or slows down meanwhile troubles both alike. Times are milliseconds.
 */
export async function compare(
  title: string,
  ours: Contestant,
  bare: Contestant,
  { runs = 30, warmUp = 5 } = {},
): Promise<void> {
  const times: { ours: number; bare: number }[] = [];
  for (let i = -warmUp; i < runs; i++) {
    const pair = { bare: await time(bare), ours: await time(ours) };
    if (i >= 0) times.push(pair);
  }
  const ratio = median(times.map((pair) => pair.ours / pair.bare));
  const show = (ms: number) => `${ms.toFixed(ms < 10 ? 2 : 1)} ms`;
  console.log(`${title}: ${ratio.toFixed(2)} times the bare`);
  console.log(`    ${ours.name}: ${show(median(times.map((t) => t.ours)))}`);
  console.log(`    ${bare.name}: ${show(median(times.map((t) => t.bare)))}   (medians of ${runs} runs in turn)`);
}

/** Lets all run in turn, and gives each one's milliseconds, run by run. */
export async function race<const All extends readonly Contestant[]>(
  contestants: All,
  { runs, warmUp }: { readonly runs: number; readonly warmUp: number },
): Promise<{ [Place in keyof All]: number[] }> {
  const times = contestants.map((): number[] => []);
  for (let run = -warmUp; run < runs; run++) {
    for (const [place, contestant] of contestants.entries()) {
      const took = await time(contestant);
      if (run >= 0) times[place]?.push(took);
    }
  }
  return times as { [Place in keyof All]: number[] };
}

/** One of two that are run by many at once: what each of the many does, again and again. */
export interface Crowd {
  readonly name: string;
  readonly runs: readonly (() => Promise<unknown>)[];
}

/** Lets each crowd work in turn for a while, and prints how much each gets done a second, and the ratio pair by pair. */
export async function compareThroughput(
  title: string,
  ours: Crowd,
  bare: Crowd,
  { rounds = 7, each = 2000 } = {},
): Promise<void> {
  const rates: { ours: number; bare: number }[] = [];
  for (let i = -2; i < rounds; i++) {
    const pair = { bare: await rateOf(bare, each), ours: await rateOf(ours, each) };
    if (i >= 0) rates.push(pair);
  }
  const ratio = median(rates.map((pair) => pair.ours / pair.bare));
  console.log(`${title}: ${ratio.toFixed(2)} of the throughput of the bare`);
  console.log(`    ${ours.name}: ${median(rates.map((r) => r.ours)).toFixed(0)} a second`);
  console.log(
    `    ${bare.name}: ${median(rates.map((r) => r.bare)).toFixed(0)} a second   (medians of ${rounds} rounds)`,
  );
}

/** How often a second, when all work at once for so many milliseconds. */
async function rateOf({ runs }: Crowd, milliseconds: number): Promise<number> {
  const start = performance.now();
  let done = 0;
  await Promise.all(
    runs.map(async (run) => {
      while (performance.now() - start < milliseconds) {
        await run();
        done += 1;
      }
    }),
  );
  return (done / (performance.now() - start)) * 1000;
}

async function time(contestant: Contestant): Promise<number> {
  const start = performance.now();
  await contestant.run();
  return performance.now() - start;
}

/** A migrated database on an embedded PostgreSQL of its own, as durable as in use; gone when the work is done. */
export async function withDatabase(work: (connection: Connection & { url: string }) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'samblikk-bench-'));
  const embedded = await startEmbedded({ dataDir });
  try {
    await migrate(embedded.url);
    const connection = connect(embedded.url, { statementTimeout: 0 });
    try {
      await work({ ...connection, url: embedded.url });
    } finally {
      await connection.close();
    }
  } finally {
    await embedded.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
