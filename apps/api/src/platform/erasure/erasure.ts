import { and, isNotNull, ne, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Database, Transaction } from '../db/index.ts';
import { importAuthor } from '../signed/index.ts';
import { type Pseudonyms, personPattern } from './pseudonyms.ts';

/** Something personal whose time is over, in tables of one room: how much there is, and how it is taken away. */
export interface Erasure {
  /** Rows that still have it. */
  count(db: Database | Transaction): Promise<number>;
  /** @returns rows it was taken out of: 0 when it was gone already */
  erase(tx: Transaction, pseudonyms: Pseudonyms): Promise<number>;
}

/** Several as one. */
export const erasures = (parts: readonly Erasure[]): Erasure => ({
  async count(db) {
    let rows = 0;
    for (const part of parts) rows += await part.count(db);
    return rows;
  },
  async erase(tx, pseudonyms) {
    let rows = 0;
    for (const part of parts) rows += await part.erase(tx, pseudonyms);
    return rows;
  },
});

/** Names in a column, in some of its rows: they become pseudonyms. What the program calls itself stays. */
export function namesIn(column: PgColumn, where: SQL | undefined): Erasure {
  const table = column.table as PgTable;
  const due = and(
    where,
    isNotNull(column),
    ne(column, ''),
    ne(column, importAuthor.name),
    sql`${column} !~ ${personPattern}`,
  );
  return {
    count: (db) => db.$count(table, due),
    async erase(tx, { person }) {
      const rows = await tx
        .selectDistinct({ name: sql<string>`${column}` })
        .from(table)
        .where(due);
      const names = rows.map(({ name }) => name);
      if (names.length === 0) return 0;
      const pairs = sql`unnest(${sql.param(names)}::text[], ${sql.param(names.map(person))}::text[]) as pair (name, pseudonym)`;
      const { rowCount } = await tx.execute(sql`update ${table} set ${sql.identifier(column.name)} = pair.pseudonym
        from ${pairs} where ${column} = pair.name and ${due}`);
      return rowCount ?? 0;
    },
  };
}

/**
 * Takes personal data out of what is only added to: the database lets answers that say how to reach a person go, and names
 * become pseudonyms, and refuses every other change (0008).
 */
export const inHistory = (erasure: Erasure): Erasure => ({
  count: erasure.count,
  async erase(tx, pseudonyms) {
    await tx.execute(sql`set local samblikk.erasing = 'personal'`);
    const rows = await erasure.erase(tx, pseudonyms);
    await tx.execute(sql`set local samblikk.erasing = ''`);
    return rows;
  },
});
