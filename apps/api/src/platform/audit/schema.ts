import { sql } from 'drizzle-orm';
import { bigserial, boolean, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { at } from '../db/index.ts';

// What happened, and numbers given out.

/** What happened, chained: each event's hash covers the one before it. Append-only by trigger. */
export const auditEvent = pgTable(
  'audit_event',
  {
    sequence: bigserial('sequence', { mode: 'number' }).primaryKey(),
    at: at('at').notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    details: jsonb('details').$type<Record<string, unknown>>().notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  // Who signed in during a round that is long over.
  (t) => [index('audit_event_signed_in').on(t.actor, t.at).where(sql`action = 'session.signedIn'`)],
);

/** The end of the audit chain, one row: writers of the chain wait for each other here, as the last act of their transaction. */
export const auditHead = pgTable('audit_head', {
  one: boolean('one').primaryKey(),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
});
