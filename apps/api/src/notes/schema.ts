import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { personRef } from '../access/schema.ts';
import { agencyRef } from '../directory/schema.ts';
import { at } from '../platform/db/index.ts';

/** What staff note about an agency, over all rounds. Append-only (a trigger refuses change): a correction is a version more. */
export const agencyNote = pgTable(
  'agency_note',
  {
    id: uuid('id').notNull(),
    version: integer('version').notNull(),
    agencyId: agencyRef(),
    /** The year of the round in which it was written. */
    year: integer('year').notNull(),
    text: text('text').notNull(),
    writtenAt: at('written_at').notNull(),
    writtenBy: personRef('written_by'),
    writtenByName: text('written_by_name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.version] }), index('agency_note_agency').on(t.agencyId)],
);
