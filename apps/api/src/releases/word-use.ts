import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '../platform/db/index.ts';
import { releaseWord } from './schema.ts';

/** In how many public measures of a release each of these words is, as written; those in none are left out. */
export async function wordUse(db: Database, releaseId: string, words: readonly string[]): Promise<Map<string, number>> {
  const { word, measures } = releaseWord;
  const rows = await db
    .select({ word, measures })
    .from(releaseWord)
    .where(and(eq(releaseWord.releaseId, releaseId), inArray(word, [...words])));
  return new Map(rows.map((row) => [row.word, row.measures]));
}
