// A crowd on a thread of its own: so many connections, each asking for the addresses in turn, again and again.
import { Agent, get } from 'node:http';
import { parentPort, Worker, workerData } from 'node:worker_threads';

interface Asked {
  readonly origin: string;
  readonly paths: readonly string[];
  readonly connections: number;
  readonly milliseconds: number;
}

export interface Load {
  /** Replies a second. */
  readonly rate: number;
  /** The 95th percentile of the time to the last byte, milliseconds. */
  readonly p95: number;
}

/** Lets a crowd ask for a while. Fails at the first reply that is not 200. */
export function load(asked: Asked): Promise<Load> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: asked });
    worker.once('message', done);
    worker.once('error', fail);
  });
}

async function work({ origin, paths, connections, milliseconds }: Asked): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const ask = (path: string) =>
    new Promise<void>((done, fail) => {
      get(`${origin}${path}`, { agent }, (reply) => {
        if (reply.statusCode !== 200) fail(new Error(`${path}: ${reply.statusCode}`));
        reply.resume().once('end', done);
      }).once('error', fail);
    });
  const times: number[] = [];
  const start = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async (_, first) => {
      for (let turn = first; performance.now() - start < milliseconds; turn++) {
        const began = performance.now();
        await ask(paths[turn % paths.length] as string);
        times.push(performance.now() - began);
      }
    }),
  );
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    rate: (times.length / (performance.now() - start)) * 1000,
    p95: times[Math.floor(times.length * 0.95)] as number,
  };
}

if (parentPort && workerData) parentPort.postMessage(await work(workerData as Asked));
