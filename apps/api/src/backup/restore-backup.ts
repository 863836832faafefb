import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { reason, StartError } from '../platform/config/index.ts';
import { copyStream, type Database, type Transaction } from '../platform/db/index.ts';
import { ZipReader } from '../platform/zip/index.ts';
import { restoreFrozen } from '../releases/index.ts';
import { type Manifest, manifestName, manifestSchema, secretName } from './manifest.ts';
import { appliedMigrations, applyMigrations, emptyDatabase, migrationsOf } from './rebuild.ts';
import { filledTables } from './tables.ts';

export interface Restored {
  readonly manifest: Manifest;
  readonly rows: number;
  /** The secret of the program, where the backup has it. */
  readonly secret: string | undefined;
}

/**
 * Puts a backup into a database, all or nothing; a database that has something in it is refused, unless it is to be replaced.
 * A backup of an older version is put in as it was and then brought up to the program. Killed in the middle, the database is
 * as before, and the same restore goes again.
 * @throws StartError in one line for what whoever restores can mend
 */
export async function restoreBackup(
  db: Database,
  { path, replace }: { path: string; replace: boolean },
): Promise<Restored> {
  const backup = await opened(path);
  try {
    const manifest = await manifestOf(backup, path);
    const rows = await db.transaction(async (tx) => {
      await tx.execute(sql`set local statement_timeout = 0`);
      await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
      await requireAlone(tx);
      await prepare(tx, manifest, replace);
      const written = await fill(tx, backup, manifest);
      await applyMigrations(tx, migrationsOf(manifest).later);
      return written;
    });
    const secret = manifest.secret.included ? await backup.text(secretName) : undefined;
    return { manifest, rows, secret };
  } finally {
    backup.close();
  }
}

/** Holds every file of a backup against its manifest, without a database. @returns the names of those that do not hold */
export async function verifyBackup(path: string): Promise<{ manifest: Manifest; faults: readonly string[] }> {
  const backup = await opened(path);
  try {
    const manifest = await manifestOf(backup, path);
    const faults: string[] = [];
    for (const { file, sha256 } of manifest.tables) {
      const found = await backup.measure(file).catch(() => undefined);
      if (found?.sha256 !== sha256) faults.push(file);
    }
    return { manifest, faults };
  } finally {
    backup.close();
  }
}

const opened = (path: string): Promise<ZipReader> =>
  ZipReader.open(path).catch((error: unknown) => {
    throw new StartError(`${path} is no whole backup: ${reason(error)}`);
  });

async function manifestOf(backup: ZipReader, path: string): Promise<Manifest> {
  try {
    return manifestSchema.parse(JSON.parse(await backup.text(manifestName)));
  } catch {
    throw new StartError(`${path} is no backup of Samblikk: it has no ${manifestName} that can be read.`);
  }
}

/** @throws StartError while the program runs on the database: it would go on with what is no longer there */
async function requireAlone(tx: Transaction): Promise<void> {
  const { rows } = await tx.execute(sql`select 1 from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and application_name like 'samblikk%'`);
  if (rows.length > 0) throw new StartError('Samblikk runs on this database: stop it first.');
}

/** Makes the tables as they were in the version of the backup, empty. */
async function prepare(tx: Transaction, manifest: Manifest, replace: boolean): Promise<void> {
  const { earlier } = migrationsOf(manifest);
  const filled = (await filledTables(tx)).filter((table) => table !== 'audit_head');
  if (filled.length > 0 && !replace)
    throw new StartError(
      `The database is not empty (${filled.slice(0, 3).join(', ')} …): --replace deletes what is in it.`,
    );
  const applied = await appliedMigrations(tx);
  if (filled.length > 0 || applied.join() !== manifest.migrations.join()) {
    await emptyDatabase(tx);
    await applyMigrations(tx, earlier);
  }
  // What migrations put in themselves comes from the backup.
  for (const table of await filledTables(tx)) await tx.execute(sql`delete from ${sql.identifier(table)}`);
}

async function fill(tx: Transaction, backup: ZipReader, manifest: Manifest): Promise<number> {
  let all = 0;
  for (const { table, release, columns, file, rows, sha256 } of manifest.tables) {
    const hash = createHash('sha256');
    const source = await backup.stream(file);
    const checked = Readable.from(
      (async function* () {
        for await (const piece of source) {
          hash.update(piece as Buffer);
          yield piece;
        }
      })(),
    );
    const written = release
      ? await restoreFrozen(tx, release, columns, checked)
      : await copyStream(tx, table, columns, checked);
    if (written !== rows || hash.digest('hex') !== sha256)
      throw new StartError(`${file} is not what was backed up; nothing was restored.`);
    all += written;
  }
  for (const { name, value, called } of manifest.sequences)
    await tx.execute(sql`select setval(quote_ident(${name}::text)::regclass, ${value}::bigint, ${called}::boolean)`);
  return all;
}
