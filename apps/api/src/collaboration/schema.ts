import type { AnswerValue } from '@samblikk/questionnaire';
import { sql } from 'drizzle-orm';
import { customType, date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
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
    /** Null for the command line. */
    askedBy: personRef('asked_by'),
    askedByName: text('asked_by_name').notNull(),
    /** When a reply is due; null where none was set. */
    dueAt: at('due_at'),
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

/** One answer as JSON. Not `jsonb`, which would read a text of digits as a number. */
const answerValue = customType<{ data: AnswerValue }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
});

/**
 * Another answer to one question that staff propose. It never enters the agency's own answers: statistics apply it beside
 * them, as long as the agency's answer is the one it was made about (decisions/0018-corrections.md).
 */
export const correction = pgTable(
  'correction',
  {
    id: uuid('id').primaryKey(),
    measureId: measureRef(),
    roundId: roundRef(),
    question: text('question').notNull(),
    /** The version that was sent in, and its answer; null: blank. */
    version: integer('version').notNull(),
    given: answerValue('given'),
    /** Null: blank. */
    corrected: answerValue('corrected'),
    reason: text('reason').notNull(),
    dueAt: at('due_at').notNull(),
    proposedAt: at('proposed_at').notNull(),
    /** Null for the command line. */
    proposedBy: personRef('proposed_by'),
    proposedByName: text('proposed_by_name').notNull(),
    answer: text('answer').$type<'accepted' | 'refused'>(),
    answerText: text('answer_text'),
    answeredAt: at('answered_at'),
    answeredBy: personRef('answered_by'),
    answeredByName: text('answered_by_name'),
    decision: text('decision').$type<'decided' | 'dropped'>(),
    decisionText: text('decision_text'),
    decisionAt: at('decision_at'),
    decisionBy: personRef('decision_by'),
    decisionByName: text('decision_by_name'),
  },
  (t) => [
    index('correction_measure').on(t.roundId, t.measureId),
    uniqueIndex('correction_open')
      .on(t.roundId, t.measureId, t.question)
      .where(sql`answer is distinct from 'accepted' and decision is null`),
  ],
);
