import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { personRef } from '../../access/schema.ts';
import { ministry } from '../../directory/schema.ts';
import { at } from '../../platform/db/index.ts';

/** A selection of the register, or a chosen list, that a ministry or Digdir keeps under a name. Its measures are never kept: whoever opens it sees what is public then. */
export const portfolio = pgTable('portfolio', {
  id: uuid('id').primaryKey(),
  /** Its part of the address, for good. */
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  /** The selection, as in the address of a portfolio. */
  query: text('query').notNull(),
  /** The ministry that keeps it; null: Digdir. */
  ministryId: text('ministry_id').references(() => ministry.id),
  keptAt: at('kept_at').notNull(),
  keptBy: personRef('kept_by'),
});
