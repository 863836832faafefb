import type { RoundState } from '@samblikk/contract';
import { boolean, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { personRef } from '../access/schema.ts';
import { agencyRef } from '../directory/schema.ts';
import { at, names } from '../platform/db/index.ts';

// The yearly round.

export const round = pgTable('round', {
  id: uuid('id').primaryKey(),
  year: integer('year').notNull().unique(),
  edition: text('edition').notNull(),
  state: text('state').$type<RoundState>().notNull(),
  opensAt: at('opens_at'),
  deadline: at('deadline'),
  lateUntil: at('late_until'),
  freezeAt: at('freeze_at'),
  publishAt: at('publish_at'),
  /** When those who have not submitted are reminded: moments in UTC, in order. */
  reminders: jsonb('reminders').$type<string[]>().notNull().default([]),
  /** Whether it takes updates once it is closed and frozen, until the next round opens. */
  takesUpdates: boolean('takes_updates').notNull().default(false),
  /** When what was sent in since is frozen in a release of its own: moments in UTC, in order; and whether it then waits for staff to publish it. */
  snapshots: jsonb('snapshots').$type<string[]>().notNull().default([]),
  holdSnapshots: boolean('hold_snapshots').notNull().default(false),
  /** Said wherever the data of the round are shown, e.g. that they are invented. */
  notice: jsonb('notice').$type<{ nb: string; nn: string; en: string } | null>(),
  createdAt: at('created_at').notNull().defaultNow(),
});

/** The round that a row belongs to. */
export const roundRef = () =>
  uuid('round_id')
    .notNull()
    .references(() => round.id);

/** Which agencies a round asks, with what was true of them that year. */
export const population = pgTable(
  'population',
  {
    roundId: roundRef(),
    agencyId: agencyRef(),
    orgnr: text('orgnr').notNull(),
    ...names(),
    /** The ministry's code that year, e.g. `KMD`. */
    ministry: text('ministry').notNull(),
    /** The edition's population variables by id: `{ skate: 'yes' }`. */
    facts: jsonb('facts').$type<Record<string, string>>().notNull(),
    /** Whether the agency answered; for rounds imported from a file this is what the file says. */
    answered: boolean('answered').notNull().default(false),
    contactEmail: text('contact_email'),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.agencyId] }), unique('population_orgnr').on(t.roundId, t.orgnr)],
);

/** That an agency will not answer a round, as staff wrote it down. Taken back, the row stays. */
export const declination = pgTable(
  'declination',
  {
    roundId: roundRef(),
    agencyId: agencyRef(),
    reason: text('reason').notNull(),
    declinedAt: at('declined_at').notNull(),
    declinedBy: personRef('declined_by'),
    declinedByName: text('declined_by_name').notNull(),
    undoneAt: at('undone_at'),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.agencyId] })],
);

/** That an agency has said, once in a round, that people and mailbox are still right. */
export const contactConfirmation = pgTable(
  'contact_confirmation',
  {
    roundId: roundRef(),
    agencyId: agencyRef(),
    confirmedAt: at('confirmed_at').notNull(),
    confirmedBy: personRef('confirmed_by'),
    confirmedByName: text('confirmed_by_name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.agencyId] })],
);

/** A round that is open for one agency after it closed for the others, or is asked to be. What was before is in the audit. */
export const reopening = pgTable(
  'reopening',
  {
    roundId: roundRef(),
    agencyId: agencyRef(),
    /** Why, in the agency's words; null when nobody asked. */
    reason: text('reason'),
    askedAt: at('asked_at'),
    askedBy: personRef('asked_by'),
    askedByName: text('asked_by_name'),
    /** The agency's own last moment; null until it is granted. */
    until: at('until'),
    grantedAt: at('granted_at'),
    grantedBy: personRef('granted_by'),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.agencyId] })],
);

/** That more time was not given to an agency that asked for it, and why: a row each time, which no later one changes. */
export const reopeningRefusal = pgTable(
  'reopening_refusal',
  {
    roundId: roundRef(),
    agencyId: agencyRef(),
    reason: text('reason').notNull(),
    refusedAt: at('refused_at').notNull(),
    refusedBy: personRef('refused_by'),
    refusedByName: text('refused_by_name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.agencyId, t.refusedAt] })],
);
