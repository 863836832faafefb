// Files of the whole register with BENCH_MEASURES measures (100,000 unless told), over HTTP: time to the first byte, time in all, and
// how much more memory the program takes meanwhile. Fails when the first byte takes 0.2 s, or 64 MB more are taken.
import { get } from 'node:http';
import { formats, formatsOf } from '@samblikk/contract';
import { testConfig } from '../src/access/auth/testing.ts';
import { buildApp } from '../src/app.ts';
import { import2019 } from '../src/demo/testing.ts';
import { freezeRound } from '../src/releases/freeze.ts';
import { withDatabase } from './measure.ts';
import { multiply } from './multiply.ts';

const measures = Number(process.env.BENCH_MEASURES ?? 100_000);
const most = { first: 200, memory: 64 };
const mb = 1024 * 1024;

await withDatabase(async ({ db, pool }) => {
  await import2019(db);
  await multiply(pool, measures);
  await freezeRound(db, { year: 2019, actor: 'system:bench', now: new Date() });
  await pool.query('vacuum analyze');
  const app = await buildApp({ config: testConfig(), db, limits: false });
  const site = await app.listen({ port: 0, host: '127.0.0.1' });
  // The release is read the first time it is asked for, whatever is asked.
  await (await fetch(`${site}/api/v1/register?size=1`)).json();
  await (await fetch(`${site}/api/v1/register.csv?q=tilsyn&phase=idea`)).arrayBuffer();
  for (const { format, query } of formatsOf('register')) {
    const address = `${site}/api/v1/register.${formats[format].ending}?${new URLSearchParams(query)}`;
    const { first, all, bytes, memory } = await read(address);
    const said = `first byte ${first.toFixed(0)} ms, all ${(all / 1000).toFixed(1)} s, ${(bytes / mb).toFixed(1)} MB, ${(memory / mb).toFixed(0)} MB more memory`;
    console.log(`${format}: ${said}`);
    if (first > most.first || memory > most.memory * mb) {
      console.error(`  more than ${most.first} ms or ${most.memory} MB`);
      process.exitCode = 1;
    }
  }
  await app.close();
});

/** Reads a file and throws it away; memory is that of the whole process, this reading included. */
function read(address: string): Promise<{ first: number; all: number; bytes: number; memory: number }> {
  global.gc?.();
  const before = process.memoryUsage().rss;
  let top = before;
  const watch = setInterval(() => {
    top = Math.max(top, process.memoryUsage().rss);
  }, 10);
  const start = performance.now();
  return new Promise((done, fail) => {
    get(address, (reply) => {
      let [first, bytes] = [0, 0];
      reply.on('data', (piece: Buffer) => {
        first ||= performance.now() - start;
        bytes += piece.length;
      });
      reply.on('end', () => {
        clearInterval(watch);
        done({ first, all: performance.now() - start, bytes, memory: top - before });
      });
    }).on('error', fail);
  });
}
