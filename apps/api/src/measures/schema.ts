import type { RollOverOutcome } from '@samblikk/contract';
import { sql } from 'drizzle-orm';
import { bigint, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { agencyRef } from '../directory/schema.ts';
import { at } from '../platform/db/index.ts';
import { roundRef } from '../rounds/schema.ts';

// Measures, revisions and submissions.

export const measure = pgTable('measure', {
  id: uuid('id').primaryKey(),
  /** Public and for life, e.g. `2019-0042`: year of first report and a running number. */
  number: text('number').notNull().unique(),
  createdAt: at('created_at').notNull().defaultNow(),
});

/** The measure that a row is about. */
export const measureRef = () =>
  uuid('measure_id')
    .notNull()
    .references(() => measure.id);

/** A measure's part in a round: who owns it that year, and the key it had in the agency's own file. */
export const measureRound = pgTable(
  'measure_round',
  {
    measureId: measureRef(),
    roundId: roundRef(),
    agencyId: agencyRef(),
    externalId: text('external_id'),
    /** Withdrawn measures keep their revisions and are left out of submissions and counts. */
    withdrawnAt: at('withdrawn_at'),
    /** Who took it out, for those who were writing in it; null where a program did. */
    withdrawnByName: text('withdrawn_by_name'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.measureId, t.roundId] }),
    index('measure_round_agency').on(t.roundId, t.agencyId),
    uniqueIndex('measure_round_external').on(t.roundId, t.externalId, t.agencyId).where(sql`external_id is not null`),
  ],
);

/** What became of a measure from an earlier round that is not reported in this one. */
export const rollOver = pgTable(
  'roll_over',
  {
    measureId: measureRef(),
    roundId: roundRef(),
    agencyId: agencyRef(),
    outcome: text('outcome').$type<RollOverOutcome>().notNull(),
    /** Numbers of the measures it went into, and the organisation number it was transferred to. */
    measures: text('measures').array().notNull(),
    toOrgnr: text('to_orgnr'),
    decidedAt: at('decided_at').notNull(),
    decidedByName: text('decided_by_name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.measureId, t.roundId] }), index('roll_over_agency').on(t.roundId, t.agencyId)],
);

/** Running numbers given out in a transaction, e.g. for `2019-0042`. */
export const counter = pgTable('counter', {
  name: text('name').primaryKey(),
  value: bigint('value', { mode: 'number' }).notNull(),
});
