import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { invitation, person, personRef } from '../access/schema.ts';
import { agencyRef } from '../directory/schema.ts';
import { measureRef } from '../measures/schema.ts';
import { at } from '../platform/db/index.ts';
import { roundRef } from '../rounds/schema.ts';

// What people do together about a measure.

/** A measure, or one section of it, that a colleague answers: all they see of the agency. Ended ones stay as history. */
export const delegation = pgTable(
  'delegation',
  {
    id: uuid('id').primaryKey(),
    measureId: measureRef(),
    roundId: roundRef(),
    agencyId: agencyRef(),
    /** Null: the whole measure. */
    section: text('section'),
    /** Null until the invitation is accepted. */
    personId: personRef('person_id'),
    invitationId: uuid('invitation_id').references(() => invitation.id),
    dueOn: date('due_on').notNull(),
    createdAt: at('created_at').notNull(),
    createdBy: personRef('created_by').notNull(),
    /** When the colleague said that they had finished; they can still answer. */
    finishedAt: at('finished_at'),
    endedAt: at('ended_at'),
  },
  (t) => [
    index('delegation_measure').on(t.measureId, t.roundId),
    index('delegation_person').on(t.personId).where(sql`ended_at is null`),
  ],
);

/** Who is in a measure now, so that two people see each other. Rows live for a minute. */
export const presence = pgTable(
  'presence',
  {
    measureId: measureRef(),
    roundId: roundRef(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    section: text('section'),
    seenAt: at('seen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.measureId, t.roundId, t.personId] }), index('presence_seen').on(t.seenAt)],
);

/** Someone who may not send in themselves has asked those who may. The next submission does it; earlier ones are in the audit. */
export const submissionRequest = pgTable(
  'submission_request',
  {
    roundId: roundRef(),
    agencyId: agencyRef(),
    askedAt: at('asked_at').notNull(),
    askedBy: personRef('asked_by').notNull(),
    askedByName: text('asked_by_name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.agencyId] })],
);

/**
 * A question from staff about one answer of a measure that was sent in, or about the whole measure. That the answer was
 * changed since is seen from the revisions (collaboration/queries/store.ts), so that an answer changed back is asked about again.
 */
export const query = pgTable(
  'query',
  {
    id: uuid('id').primaryKey(),
    measureId: measureRef(),
    roundId: roundRef(),
    /** Null: the whole measure. */
    question: text('question'),
    /** The version that staff looked at; 0 when there was none. */
    version: integer('version').notNull(),
    text: text('text').notNull(),
    askedAt: at('asked_at').notNull(),
    askedBy: personRef('asked_by').notNull(),
    askedByName: text('asked_by_name').notNull(),
    /** The agency's reply in words; null when the changed answer says it all. */
    reply: text('reply'),
    repliedAt: at('replied_at'),
    repliedBy: personRef('replied_by'),
    repliedByName: text('replied_by_name'),
    closedAt: at('closed_at'),
    closedBy: personRef('closed_by'),
  },
  (t) => [index('query_measure').on(t.roundId, t.measureId)],
);
