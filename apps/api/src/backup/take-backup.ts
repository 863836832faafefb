import { sql } from 'drizzle-orm';
import { copyOut, type Database, type Transaction } from '../platform/db/index.ts';
import { wholeFile } from '../platform/files/index.ts';
import type { KeptSecret } from '../platform/secrets/index.ts';
import { type WrittenFile, writeZip } from '../platform/zip/index.ts';
import { type Manifest, manifestName, secretName } from './manifest.ts';
import { appliedMigrations } from './rebuild.ts';
import { type StoredTable, storedTables } from './tables.ts';

export interface BackupTaken {
  readonly tables: number;
  readonly rows: number;
  readonly secretIncluded: boolean;
}

/**
 * Writes all that the program has in its database to one file, as one moment has it, while others go on writing. Left out is
 * what is made anew by itself: the queue of jobs (pg-boss), indexes and functions (migrations make them). The secret is in it
 * where the program made it itself: without it nobody would be known again at the login.
 */
export async function takeBackup(
  db: Database,
  { path, secret, now }: { path: string; secret: KeptSecret; now: Date },
): Promise<BackupTaken> {
  return wholeFile(path, (unfinished) =>
    db.transaction(
      async (tx) => {
        await tx.execute(sql`set local statement_timeout = 0`);
        await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
        return write(tx, unfinished, secret, now);
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    ),
  );
}

const fileOf = ({ table }: StoredTable) => `tables/${table}.copy`;

async function write(tx: Transaction, path: string, secret: KeptSecret, now: Date): Promise<BackupTaken> {
  const tables = await storedTables(tx);
  const facts = await factsOf(tx);
  const included = secret.from === 'file';
  const manifestOf = (written: readonly WrittenFile[]): Manifest => ({
    format: 'samblikk-backup',
    version: 1,
    takenAt: now.toISOString(),
    ...facts,
    secret: { fingerprint: secret.fingerprint, included },
    tables: tables.map((table) => {
      const { lines, sha256 } = written.find(({ name }) => name === fileOf(table)) as WrittenFile;
      return { ...table, columns: [...table.columns], file: fileOf(table), rows: lines, sha256 };
    }),
  });
  const written = await writeZip(path, [
    ...tables.map((table) => ({ name: fileOf(table), pieces: () => copyOut(tx, table.table, table.columns) })),
    ...(included ? [{ name: secretName, pieces: () => [secret.secret] }] : []),
    { name: manifestName, pieces: (before) => [`${JSON.stringify(manifestOf(before), null, 2)}\n`] },
  ]);
  const rows = written.filter(({ name }) => name.startsWith('tables/')).reduce((all, { lines }) => all + lines, 0);
  return { tables: tables.length, rows, secretIncluded: included };
}

async function factsOf(tx: Transaction): Promise<Pick<Manifest, 'postgres' | 'migrations' | 'sequences'>> {
  const version = await tx.execute<{ version: string }>(sql`select current_setting('server_version') as version`);
  const known = await tx.execute<{ name: string }>(
    sql`select sequencename as name from pg_sequences where schemaname = 'public' order by sequencename`,
  );
  const sequences: Manifest['sequences'] = [];
  for (const { name } of known.rows) {
    const { rows } = await tx.execute<{ value: string; called: boolean }>(
      sql`select last_value::text as value, is_called as called from ${sql.identifier(name)}`,
    );
    for (const { value, called } of rows) sequences.push({ name, value: Number(value), called });
  }
  return { postgres: version.rows[0]?.version ?? '', migrations: await appliedMigrations(tx), sequences };
}
