import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';
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
  const into = `${pg.escapeIdentifier(table)} (${columns.map(pg.escapeIdentifier).join(', ')})`;
  await pipeline(Readable.from([rows]), clientOf(tx).query(from(`copy ${into} from stdin`)));
}

/** The connection of a transaction; drizzle has it and no name for it. */
function clientOf(tx: Transaction): pg.PoolClient {
  return (tx._.session as unknown as { client: pg.PoolClient }).client;
}

function cell(value: string | null): string {
  if (value === null) return '\\N';
  return /[\\\n\r\t]/.test(value) ? value.replace(/[\\\n\r\t]/g, (character) => escapes[character] as string) : value;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
