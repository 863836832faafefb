import { boolean, date, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { names } from '../platform/db/index.ts';

// Directory: who reports. Names, numbers and ministry are valid from–to; the id is ours and for life.

/** How long a row of the directory holds, whether it has been checked, and where it is from. */
const stated = () => ({
  validFrom: date('valid_from'),
  validTo: date('valid_to'),
  verified: boolean('verified').notNull().default(false),
  source: text('source').notNull(),
});

export const ministry = pgTable('ministry', {
  /** Ours; equals the first code the ministry had, e.g. `KMD`. */
  id: text('id').primaryKey(),
  successorId: text('successor_id'),
  /** Staff have added it: loading the seed leaves it alone. */
  keptByHand: boolean('kept_by_hand').notNull().default(false),
});

export const ministryVersion = pgTable(
  'ministry_version',
  {
    id: uuid('id').primaryKey(),
    ministryId: text('ministry_id')
      .notNull()
      .references(() => ministry.id),
    code: text('code').notNull(),
    orgnr: text('orgnr'),
    ...names(),
    ...stated(),
  },
  (t) => [index('ministry_version_ministry').on(t.ministryId)],
);

export const agency = pgTable('agency', {
  id: text('id').primaryKey(),
  /** Staff have changed it: loading the seed leaves it alone. */
  keptByHand: boolean('kept_by_hand').notNull().default(false),
});

/** The agency that a row belongs to. */
export const agencyRef = () =>
  text('agency_id')
    .notNull()
    .references(() => agency.id);

export const agencyVersion = pgTable(
  'agency_version',
  {
    id: uuid('id').primaryKey(),
    agencyId: agencyRef(),
    /** Nine digits, modulus 11; unknown for some agencies in the sources. */
    orgnr: text('orgnr'),
    ...names(),
    ministryId: text('ministry_id').references(() => ministry.id),
    ...stated(),
    note: text('note'),
  },
  (t) => [index('agency_version_agency').on(t.agencyId), index('agency_version_orgnr').on(t.orgnr)],
);

/** An agency that merged or was split still owns its past; this says who carries it on. */
export const agencySuccession = pgTable(
  'agency_succession',
  {
    predecessorId: text('predecessor_id')
      .notNull()
      .references(() => agency.id),
    successorId: text('successor_id')
      .notNull()
      .references(() => agency.id),
    from: date('from'),
    source: text('source').notNull(),
  },
  (t) => [primaryKey({ columns: [t.predecessorId, t.successorId] })],
);
