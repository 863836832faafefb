import { asc, eq, getTableColumns } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { measure, measureRound, rollOver } from './schema.ts';

// What the archive of a round holds of this room.

type Reader = Database | Transaction;

/** The measures of a round with their numbers and whose they are, withdrawn ones too. */
export const measuresToArchive = (db: Reader, roundId: string) =>
  db
    .select({ number: measure.number, ...getTableColumns(measureRound) })
    .from(measureRound)
    .innerJoin(measure, eq(measure.id, measureRound.measureId))
    .where(eq(measureRound.roundId, roundId))
    .orderBy(asc(measure.number));

/** What became of measures of earlier rounds that are not reported in this one. */
export const outcomesToArchive = (db: Reader, roundId: string) =>
  db
    .select({ number: measure.number, ...getTableColumns(rollOver) })
    .from(rollOver)
    .innerJoin(measure, eq(measure.id, rollOver.measureId))
    .where(eq(rollOver.roundId, roundId))
    .orderBy(asc(measure.number));
