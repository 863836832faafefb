import { join } from 'node:path';
import { loadDirectory } from '../directory/index.ts';
import { type ImportResult, importRound } from '../intake/index.ts';
import { ROOT } from '../platform/config/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';

/** Loads the directory and the reconstructed survey of 2019 from the repository's data files. */
export async function import2019(
  db: Database | Transaction,
  actor = 'system:demo',
  now = new Date(),
): Promise<ImportResult> {
  await db.transaction((tx) => loadDirectory(tx, actor));
  const result = await importRound(db, {
    year: 2019,
    population: join(ROOT, 'data/population-2019.csv'),
    answers: join(ROOT, 'data/survey-2019.csv'),
    actor,
    now,
  });
  if (!result.ok) throw new Error(`data/survey-2019.csv has ${result.counts.errors} errors.`);
  return result;
}
