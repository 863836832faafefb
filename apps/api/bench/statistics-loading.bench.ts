// Reading a million measures into columns, beside COPY of the same rows into PostgreSQL; and the memory that the columns take. Fails
// when it takes three times as long as COPY, or 64 bytes an answer.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Edition, editionOf, type MeasureRow, variablesOf } from '@samblikk/questionnaire';
import { type Dataset, DatasetBuilder } from '@samblikk/statistics';
import { randomRows } from '@samblikk/statistics/testing';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { withDatabase } from './measure.ts';

const edition = editionOf('2019') as Edition;
const measures = Number(process.env.BENCH_MEASURES ?? 1_000_000);

/** The rows as COPY reads them: answers and what is known, as JSON, as a release has them. Nothing in them needs escaping. */
function* lines() {
  for (const { answers, known } of randomRows(edition, measures, 7)) {
    yield `${JSON.stringify(answers)}\t${JSON.stringify(known)}\n`;
  }
}

async function copied(pool: pg.Pool, file: string): Promise<number> {
  await pool.query('drop table if exists m; create table m (answers jsonb not null, known jsonb not null)');
  const client = await pool.connect();
  const start = performance.now();
  await pipeline(createReadStream(file), client.query(from('copy m from stdin')));
  const took = performance.now() - start;
  client.release();
  return took;
}

/** The same file, read and put into columns. */
async function read(file: string): Promise<{ took: number; dataset: Dataset }> {
  const start = performance.now();
  const builder = new DatasetBuilder(edition, variablesOf(edition));
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const [answers, known] = line.split('\t') as [string, string];
    builder.add({ answers: JSON.parse(answers), known: JSON.parse(known) } as MeasureRow);
  }
  const dataset = builder.build();
  return { took: performance.now() - start, dataset };
}

/** The same from PostgreSQL, some thousands at a time, as a release is read. */
async function readBack(pool: pg.Pool): Promise<number> {
  const start = performance.now();
  const builder = new DatasetBuilder(edition, variablesOf(edition));
  const client = await pool.connect();
  await client.query('begin; declare c cursor for select answers, known from m');
  for (;;) {
    const { rows } = await client.query<MeasureRow>('fetch 2000 from c');
    for (const row of rows) builder.add(row);
    if (rows.length === 0) break;
  }
  await client.query('rollback');
  client.release();
  builder.build();
  return performance.now() - start;
}

const used = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const folder = await mkdtemp(join(tmpdir(), 'samblikk-bench-'));
const file = join(folder, 'rows');
try {
  await pipeline(Readable.from(lines()), createWriteStream(file));
  const before = used();
  const { dataset } = await read(file);
  const bytes = (used() - before) / (dataset.size * dataset.columns.size);
  console.log(`${dataset.columns.size} variables in columns: ${bytes.toFixed(1)} bytes an answer`);
  if (bytes > 64) process.exitCode = 1;
  await withDatabase(async ({ pool }) => {
    for (let round = 0; round < 3; round++) {
      const copy = await copied(pool, file);
      const took = await read(file).then((it) => it.took);
      const back = await readBack(pool);
      console.log(
        `${measures.toLocaleString('en')} measures: COPY ${seconds(copy)}; into columns ${seconds(took)}, ${(took / copy).toFixed(2)} times as long; ` +
          `from PostgreSQL into columns ${seconds(back)}, ${(back / copy).toFixed(2)}`,
      );
      if (took > 3 * copy) process.exitCode = 1;
    }
  });
} finally {
  await rm(folder, { recursive: true, force: true });
}
