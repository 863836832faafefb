import { asc, getTableColumns, inArray, or } from 'drizzle-orm';
import { measuresIn } from '../measures/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { doubleVerdict } from './schema.ts';

/** Every verdict of a pair with a measure of the round, also those that were replaced. Who said it is an id: names are kept apart. */
export function verdictsToArchive(db: Database | Transaction, roundId: string) {
  const { judgedByName: _, ...columns } = getTableColumns(doubleVerdict);
  const inRound = measuresIn({ roundId });
  const measures = db.select({ id: inRound.measureId }).from(inRound);
  return db
    .select(columns)
    .from(doubleVerdict)
    .where(or(inArray(doubleVerdict.oneId, measures), inArray(doubleVerdict.otherId, measures)))
    .orderBy(asc(doubleVerdict.judgedAt), asc(doubleVerdict.id));
}
