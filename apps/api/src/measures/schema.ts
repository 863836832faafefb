import type { Answers } from '@samblikk/questionnaire';
import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { invitation, person, personRef } from '../access/schema.ts';
import { agencyRef } from '../directory/schema.ts';
import { at } from '../platform/db/columns.ts';
import { roundRef } from '../rounds/schema.ts';

// Measures, revisions and submissions.

/** How an answer came to be: typed now, confirmed from last year, read from a file, or corrected by staff. */
export type Origin = 'entered' | 'confirmed' | 'imported' | 'corrected';

/** Not reported because the phase is as it was; ended, stopped, merged, split, or another agency's now. */
export type RollOverOutcome = 'unchanged' | 'ended' | 'stopped' | 'merged' | 'split' | 'transferred';

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
    uniqueIndex('measure_round_external').on(t.roundId, t.agencyId, t.externalId).where(sql`external_id is not null`),
  ],
);

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

/** Append-only (a trigger refuses update and delete). The newest version is the draft. */
export const revision = pgTable(
  'revision',
  {
    id: uuid('id').primaryKey(),
    measureId: measureRef(),
    roundId: roundRef(),
    version: integer('version').notNull(),
    edition: text('edition').notNull(),
    answers: jsonb('answers').$type<Answers>().notNull(),
    origins: jsonb('origins').$type<Record<string, Origin>>().notNull(),
    /** Who and when for each answer, so that a conflict can name them: question id → [author name, ISO time]. */
    authors: jsonb('authors').$type<Record<string, [string, string]>>().notNull(),
    /** Why a warning does not matter here: `reasonKey` → the person's words. They follow the answer from version to version. */
    reasons: jsonb('reasons').$type<Record<string, string>>().notNull().default({}),
    authorId: personRef('author_id'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [unique('revision_version').on(t.measureId, t.roundId, t.version), index('revision_round').on(t.roundId)],
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

/** An agency's signed-off answer in a round. Pins revisions; never changed. A later one supersedes it. */
export const submission = pgTable(
  'submission',
  {
    id: uuid('id').primaryKey(),
    roundId: roundRef(),
    agencyId: agencyRef(),
    number: integer('number').notNull(),
    /** Reference in an alphabet without look-alikes. */
    receipt: text('receipt').notNull().unique(),
    idempotencyKey: text('idempotency_key').notNull(),
    /** SHA-256 over the pinned answers, in canonical JSON. */
    contentHash: text('content_hash').notNull(),
    nothingToReport: boolean('nothing_to_report').notNull().default(false),
    late: boolean('late').notNull(),
    submittedAt: at('submitted_at').notNull(),
    submittedBy: personRef('submitted_by'),
    submittedByName: text('submitted_by_name').notNull(),
    /** The agency's measures from its latest earlier round that nothing was said about when it sent in. */
    undecided: jsonb('undecided').$type<{ number: string; title: string | null }[]>().notNull().default([]),
  },
  (t) => [
    unique('submission_number').on(t.roundId, t.agencyId, t.number),
    unique('submission_key').on(t.roundId, t.agencyId, t.idempotencyKey),
  ],
);

export const submissionRevision = pgTable(
  'submission_revision',
  {
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submission.id),
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => revision.id),
    /** When this measure was sent in: for imported rounds the file's own time, else the submission's. */
    submittedAt: at('submitted_at').notNull(),
    late: boolean('late').notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.revisionId] })],
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
