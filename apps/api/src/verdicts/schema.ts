import type { DoubleVerdict } from '@samblikk/contract';
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { personRef } from '../access/schema.ts';
import { measure } from '../measures/schema.ts';
import { at } from '../platform/db/index.ts';

const measureRef = (column: string) =>
  uuid(column)
    .notNull()
    .references(() => measure.id);

/** What coordinators say that two measures are to each other. Append-only (triggers refuse all but a pseudonym): the latest counts. */
export const doubleVerdict = pgTable(
  'double_verdict',
  {
    id: uuid('id').primaryKey(),
    /** The two; the one with the lesser id first. */
    oneId: measureRef('one_id'),
    otherId: measureRef('other_id'),
    /** Null: what was said before is taken back. */
    verdict: text('verdict').$type<DoubleVerdict>(),
    reason: text('reason').notNull(),
    judgedAt: at('judged_at').notNull(),
    judgedBy: personRef('judged_by'),
    judgedByName: text('judged_by_name').notNull(),
  },
  (t) => [index('double_verdict_pair').on(t.oneId, t.otherId), index('double_verdict_other').on(t.otherId)],
);
