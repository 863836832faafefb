import { sql } from 'drizzle-orm';
import { type Erasure, namesIn } from '../platform/erasure/index.ts';
import { doubleVerdict } from './schema.ts';

/** Names of those who judged pairs before a moment. What they said stays: it still counts. */
export const judgeNamesBefore = (moment: Date): Erasure =>
  namesIn(doubleVerdict.judgedByName, sql`${doubleVerdict.judgedAt} < ${moment.toISOString()}`);
