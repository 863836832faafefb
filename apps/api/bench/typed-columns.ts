// Measures as a database would keep them to be counted: a small integer per answer, a list of them where several may be chosen.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  LIST,
  listValue,
  USMALLINT,
  UTINYINT,
} from '@duckdb/node-api';
import { BLANK, type Column, columnOf, type Dataset, NOT_ASKED } from '@samblikk/statistics';
import type pg from 'pg';
import { from } from 'pg-copy-streams';

/** The integers of what is not a category. */
export const notAsked = 250;
export const blank = 251;

type Value = number | boolean | readonly number[] | null;

interface TypedColumn {
  readonly name: string;
  readonly kind: 'code' | 'codes' | 'amount' | 'late';
  readonly wide: boolean;
  at(row: number): Value;
}

/** The integer of a category: its place in the dataset's own list, past those that say there is none. */
const integerOf = (place: number): number => (place < notAsked ? place : place + 10);

/** Finds the integer of a category by its code. */
export const integersOf =
  (dataset: Dataset) =>
  (variable: string, code: string): number =>
    integerOf(columnOf(dataset, variable).categories.findIndex((category) => category.code === code));

function typed(name: string, { keys, members, numbers, categories, variable }: Column): TypedColumn {
  const wide = categories.length >= notAsked;
  if (numbers) {
    const at = (row: number) => (Number.isNaN(numbers[row]) ? null : (numbers[row] as number));
    return { name, kind: 'amount', wide, at };
  }
  const codes = members.map((places, key) =>
    key === NOT_ASKED ? [notAsked] : key === BLANK ? [blank] : places.map(integerOf),
  );
  const of = (row: number) => codes[keys[row] as number] as readonly number[];
  if (variable.several) return { name, kind: 'codes', wide, at: of };
  return { name, kind: 'code', wide, at: (row) => of(row)[0] as number };
}

function columnsOf(dataset: Dataset): readonly TypedColumn[] {
  const { late } = dataset;
  const columns = [...dataset.columns].map(([name, column]) => typed(name, column));
  return [...columns, { name: 'late', kind: 'late', wide: false, at: (row) => late?.[row] === 1 }];
}

const vector = 2048;

/** The measures in a DuckDB of this process, in memory. */
export async function inDuckDb(dataset: Dataset): Promise<DuckDBConnection> {
  const db = await (await DuckDBInstance.create(':memory:')).connect();
  const columns = columnsOf(dataset);
  const types = columns.map(({ kind, wide }) => {
    const code = wide ? USMALLINT : UTINYINT;
    return { code, codes: LIST(code), amount: DOUBLE, late: BOOLEAN }[kind];
  });
  await db.run(`create table m (${columns.map(({ name }, i) => `${name} ${types[i]}`).join(', ')})`);
  const appender = await db.createAppender('m');
  for (let start = 0; start < dataset.size; start += vector) {
    const rows = Array.from({ length: Math.min(vector, dataset.size - start) }, (_, i) => start + i);
    const chunk = DuckDBDataChunk.create(types, rows.length);
    columns.forEach(({ at }, place) => {
      const values = rows.map(at).map((value) => (Array.isArray(value) ? listValue(value) : value));
      chunk.setColumnValues(place, values as (number | boolean | null)[]);
    });
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  return db;
}

const postgresTypes = { code: 'smallint', codes: 'smallint[]', amount: 'double precision', late: 'boolean' } as const;

/** The measures in a table of PostgreSQL, vacuumed and analysed. */
export async function inPostgres(pool: pg.Pool, dataset: Dataset): Promise<void> {
  const columns = columnsOf(dataset);
  await pool.query(`drop table if exists m;
    create unlogged table m (${columns.map(({ name, kind }) => `${name} ${postgresTypes[kind]}`).join(', ')})`);
  const text = (value: Value) => (value === null ? '\\N' : Array.isArray(value) ? `{${value}}` : String(value));
  function* lines() {
    for (let row = 0; row < dataset.size; row++) yield `${columns.map(({ at }) => text(at(row))).join('\t')}\n`;
  }
  const client = await pool.connect();
  await pipeline(Readable.from(lines()), client.query(from('copy m from stdin')));
  client.release();
  await pool.query('create index on m (ministry); create index on m (phase)');
  await pool.query('vacuum analyze m');
}
