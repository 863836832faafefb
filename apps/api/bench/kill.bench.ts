// How soon the program answers again after its database or itself was killed outright, while people read and write: the
// median and the longest of several. Against 3 s and 10 s.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { median } from './measure.ts';

const times = 7;
const program = fileURLToPath(new URL('../src/server.ts', import.meta.url));
const dataDir = await mkdtemp(join(tmpdir(), 'samblikk-kill-'));
const PORT = await freePort();
// As `npm start` runs it.
const env = { PATH: process.env.PATH, DATA_DIR: dataDir, PORT, DEV_IDP_PORT: await freePort(), TRUST_PROXY: 'on' };
const cache = { NODE_COMPILE_CACHE: join(dataDir, 'compiled') };

let child = await launched();
let stop = false;
const readers = Array.from({ length: 4 }, async (_, at) => {
  while (!stop) await status('/register?q=tjenester', `192.0.2.${at}`);
});
await measured('The database was killed', async () => {
  const pid = (await readFile(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8')).split('\n')[0];
  process.kill(Number(pid), 'SIGKILL');
  // It is away: the measurement begins where the first request fails.
  while ((await status('/api/v1/rounds')) === 200) await pause(5);
});
await measured('The program was killed', async () => {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  child = launch();
});
stop = true;
await Promise.all(readers);
const gone = once(child, 'exit');
child.kill('SIGTERM');
await gone;
await rm(dataDir, { recursive: true, force: true });

async function measured(title: string, kill: () => Promise<void>): Promise<void> {
  const seconds: number[] = [];
  for (let i = 0; i < times; i++) {
    await kill();
    const began = performance.now();
    await answering();
    seconds.push((performance.now() - began) / 1000);
    await pause(1000);
  }
  const longest = Math.max(...seconds);
  console.log(
    `${title}: answers after ${median(seconds).toFixed(1)} s, at most ${longest.toFixed(1)} s (${times} times)`,
  );
}

function launch(): ChildProcess {
  return spawn(process.execPath, [...process.execArgv, program], { env: { ...env, ...cache }, stdio: 'ignore' });
}

async function launched(): Promise<ChildProcess> {
  const started = launch();
  await answering();
  return started;
}

async function answering(): Promise<void> {
  while ((await status('/api/v1/rounds')) !== 200) await pause(50);
}

/** What the program answers; 0 when there is none. */
async function status(path: string, from = '198.51.100.1'): Promise<number> {
  try {
    const signal = AbortSignal.timeout(10_000);
    const reply = await fetch(`http://127.0.0.1:${PORT}${path}`, { headers: { 'x-forwarded-for': from }, signal });
    await reply.arrayBuffer();
    return reply.status;
  } catch {
    return 0;
  }
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return String(typeof address === 'object' ? address?.port : '');
}
