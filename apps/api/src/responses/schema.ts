import type { Origin } from '@samblikk/contract';
import type { Answers } from '@samblikk/questionnaire';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { personRef } from '../access/schema.ts';
import { agencyRef } from '../directory/schema.ts';
import { measureRef } from '../measures/schema.ts';
import { at } from '../platform/db/index.ts';
import { roundRef } from '../rounds/schema.ts';

// Answers and what was sent in of them.

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
