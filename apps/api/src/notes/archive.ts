import { asc, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { agencyNote } from './schema.ts';

/** What staff noted about agencies in the round of a year, every version: what the archive of the round holds of this room. */
export const notesToArchive = (db: Database | Transaction, year: number) =>
  db.select().from(agencyNote).where(eq(agencyNote.year, year)).orderBy(asc(agencyNote.id), asc(agencyNote.version));
