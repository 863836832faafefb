import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import type { Transaction } from './connect.ts';

/** Rows as COPY reads them: values as PostgreSQL reads them in, null for none. */
export function copyText(rows: readonly (readonly (string | null)[])[]): string {
  return rows.map((row) => `${row.map(cell).join('\t')}\n`).join('');
}

/** Writes many rows (`copyText`) by COPY, PostgreSQL's fastest way in, as part of the transaction. */
export async function copyInto(
  tx: Transaction,
  table: string,
  columns: readonly string[],
  rows: string,
): Promise<void> {
  await copyStream(tx, table, columns, Readable.from([rows]));
}

/** As `copyInto`, of rows that come in pieces. @returns how many there were */
export async function copyStream(
  tx: Transaction,
  table: string,
  columns: readonly string[],
  rows: Readable,
): Promise<number> {
  const into = clientOf(tx).query(from(`copy ${pg.escapeIdentifier(table)} (${listOf(columns)}) from stdin`));
  await pipeline(rows, into);
  return into.rowCount ?? 0;
}

/** The rows of a table as COPY gives them, in pieces. */
export function copyOut(tx: Transaction, table: string, columns: readonly string[]): Readable {
  return clientOf(tx).query(to(`copy ${pg.escapeIdentifier(table)} (${listOf(columns)}) to stdout`));
}

const listOf = (columns: readonly string[]) => columns.map(pg.escapeIdentifier).join(', ');

/** The connection of a transaction; drizzle has it and no name for it. */
function clientOf(tx: Transaction): pg.PoolClient {
  return (tx._.session as unknown as { client: pg.PoolClient }).client;
}

function cell(value: string | null): string {
  if (value === null) return '\\N';
  return /[\\\n\r\t]/.test(value) ? value.replace(/[\\\n\r\t]/g, (character) => escapes[character] as string) : value;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
