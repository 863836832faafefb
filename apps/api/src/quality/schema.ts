import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { personRef } from '../access/schema.ts';
import { measureRef } from '../measures/schema.ts';
import { at } from '../platform/db/index.ts';
import { revision } from '../responses/schema.ts';
import { roundRef } from '../rounds/schema.ts';

/** That somebody at Digdir has looked at the answers of a measure. Another revision has to be looked at anew. */
export const qualityLook = pgTable(
  'quality_look',
  {
    id: uuid('id').primaryKey(),
    measureId: measureRef(),
    roundId: roundRef(),
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => revision.id),
    note: text('note').notNull(),
    lookedAt: at('looked_at').notNull(),
    lookedBy: personRef('looked_by'),
    lookedByName: text('looked_by_name').notNull(),
    /** When it was put back into the queue; null while it counts. */
    endedAt: at('ended_at'),
  },
  (t) => [index('quality_look_measure').on(t.roundId, t.measureId)],
);
