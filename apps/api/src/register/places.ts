import { sql } from 'drizzle-orm';
import type { Database } from '../platform/db/index.ts';
import type { Corpus } from './corpus.ts';

/** An id of ours, and no number. */
export const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The entries of a measure, by public number or id, newest round first. Empty when it is public in none of the releases. */
export async function placesOf(db: Database, corpus: Corpus, id: string): Promise<number[]> {
  if (!isUuid.test(id)) return corpus.numbered(id);
  const ids = corpus.parts.map(({ release }) => release.id);
  if (ids.length === 0) return [];
  const { rows } = await db.execute<{ release: string; position: number }>(sql`
    select release_id as release, position from release_measure
    where release_id in ${ids} and visibility <> 'withheld' and measure_id = ${id}`);
  return rows
    .map(({ release, position }) => {
      const part = corpus.parts.findIndex((candidate) => candidate.release.id === release);
      return (corpus.offsets[part] as number) + (corpus.parts[part]?.placeOf[position] as number);
    })
    .sort((a, b) => a - b);
}

/** Those of these measures (ids) that a release keeps from the public whole. Never to be told: it says what else must not be. */
export async function keptBackAmong(
  db: Database,
  release: string,
  measures: readonly string[],
): Promise<ReadonlySet<string>> {
  if (measures.length === 0) return new Set();
  const { rows } = await db.execute<{ id: string }>(sql`
    select measure_id as id from release_measure
    where release_id = ${release} and visibility = 'withheld' and measure_id in ${[...measures]}`);
  return new Set(rows.map(({ id }) => id));
}
