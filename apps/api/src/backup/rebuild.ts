import { sql } from 'drizzle-orm';
import { StartError } from '../platform/config/index.ts';
import { type Migration, migrations, type Transaction } from '../platform/db/index.ts';
import type { Manifest } from './manifest.ts';

/** The migrations a database has had, by their hashes. */
export async function appliedMigrations(tx: Transaction): Promise<string[]> {
  const { rows } = await tx.execute<{ hash: string }>(
    sql`select hash from drizzle.__drizzle_migrations order by created_at`,
  );
  return rows.map(({ hash }) => hash);
}

/**
 * The migrations of the program that the database of a backup had had, and those that came later.
 * @throws StartError when it had others: it is of a newer version, or of another program
 */
export function migrationsOf({ migrations: had }: Pick<Manifest, 'migrations'>): {
  earlier: Migration[];
  later: Migration[];
} {
  const known = migrations();
  const [earlier, later] = [known.slice(0, had.length), known.slice(had.length)];
  if (earlier.map(({ hash }) => hash).join() !== had.join())
    throw new StartError('The backup is of another version of Samblikk, not an older one: restore it with that.');
  return { earlier, later };
}

/** Deletes all that the program has in the database; the queue of jobs is made anew by itself. */
export async function emptyDatabase(tx: Transaction): Promise<void> {
  for (const schema of ['pgboss', 'drizzle', 'public'])
    await tx.execute(sql`drop schema if exists ${sql.identifier(schema)} cascade`);
  await tx.execute(sql`create schema public`);
}

/** Applies migrations in the caller’s transaction, and notes them where drizzle looks for them. */
export async function applyMigrations(tx: Transaction, wanted: readonly Migration[]): Promise<void> {
  await tx.execute(sql`create schema if not exists drizzle`);
  await tx.execute(sql`create table if not exists drizzle.__drizzle_migrations
    (id serial primary key, hash text not null, created_at bigint)`);
  for (const migration of wanted) {
    for (const statement of migration.sql) await tx.execute(sql.raw(statement));
    await tx.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at)
      values (${migration.hash}, ${migration.folderMillis})`);
  }
}
