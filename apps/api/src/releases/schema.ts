import type { ReleaseReason } from '@samblikk/contract';
import type { Answers, Text, Visibility } from '@samblikk/questionnaire';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { agencyRef } from '../directory/schema.ts';
import { measureRef } from '../measures/schema.ts';
import { at } from '../platform/db/index.ts';
import { revision } from '../responses/schema.ts';
import { roundRef } from '../rounds/schema.ts';

// Releases: what statistics and the register read.

/** Names by organisation number and by ministry code. */
export interface ReleaseNames {
  readonly agencies: Readonly<Record<string, Text>>;
  readonly ministries: Readonly<Record<string, Text>>;
}

/** A frozen list of revisions. Never changed; a late or corrected answer makes a new release. */
export const release = pgTable(
  'release',
  {
    id: uuid('id').primaryKey(),
    roundId: roundRef(),
    /** 1, 2, 3 … within the round. */
    number: integer('number').notNull(),
    edition: text('edition').notNull(),
    /** Fingerprint of the edition as it was at the freeze. */
    definition: text('definition').notNull(),
    frozenAt: at('frozen_at').notNull(),
    /** The moment the answers are as of: readers date the numbers by it. */
    dataAsOf: at('data_as_of').notNull(),
    measures: integer('measures').notNull(),
    /** Those that anyone may read, in whole or in part. */
    publicMeasures: integer('public_measures').notNull(),
    /** Agencies asked and answered at the freeze. */
    invited: integer('invited').notNull(),
    answered: integer('answered').notNull(),
    /** SHA-256 over all that is frozen, in canonical JSON. */
    contentHash: text('content_hash').notNull(),
    /** Names of agencies and ministries as they were, by number and code, so that an old release reads as it did. */
    names: jsonb('names').$type<ReleaseNames>().notNull(),
    /** The round’s notice as it was. */
    notice: jsonb('notice').$type<Text | null>(),
    /** Why it was made, in the words of whoever did; everyone reads it once the release is public. */
    reason: jsonb('reason').$type<ReleaseReason | null>(),
  },
  (t) => [unique('release_number').on(t.roundId, t.number)],
);

/**
 * One frozen measure: everything statistics need, and beside it what the publication filter lets out.
 * Only `entry` reads `answers`; public code reads the `public…` columns, which are written once, at the freeze, by that filter.
 */
export const releaseMeasure = pgTable(
  'release_measure',
  {
    releaseId: uuid('release_id')
      .notNull()
      .references(() => release.id),
    measureId: measureRef(),
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => revision.id),
    /** Position in the release: order of public number, so that files come out the same each time. */
    position: integer('position').notNull(),
    number: text('number').notNull(),
    agencyId: agencyRef(),
    answers: jsonb('answers').$type<Answers>().notNull(),
    /** Agency number, ministry code and population variables as they were that year. */
    known: jsonb('known').$type<Answers>().notNull(),
    late: boolean('late').notNull(),
    visibility: text('visibility').$type<Visibility>().notNull(),
    publicAnswers: jsonb('public_answers').$type<Answers>().notNull(),
    publicTitle: text('public_title'),
    /** The variables that the public may not count this measure by, because the answer behind is kept back. */
    hidden: text('hidden').array().notNull(),
    /** The questions whose answers here are not the agency's own, which are in the revision; and those of them that the public reads. */
    corrected: text('corrected').array().notNull().default([]),
    publicCorrected: text('public_corrected').array().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.releaseId, t.measureId] }),
    index('release_measure_number').on(t.number),
    unique('release_measure_position').on(t.releaseId, t.position),
  ],
);

/**
 * What staff have decided of a release since the freeze, each at most once: to hold it back, to publish it, to withdraw it.
 * Without any, the round’s day of publication decides. Only added to.
 */
export const releaseDecision = pgTable(
  'release_decision',
  {
    releaseId: uuid('release_id')
      .notNull()
      .references(() => release.id),
    decision: text('decision').$type<'held' | 'published' | 'withdrawn'>().notNull(),
    /** Why it was withdrawn, for everyone to read. */
    reason: jsonb('reason').$type<Text | null>(),
    decidedAt: at('decided_at').notNull(),
    decidedByName: text('decided_by_name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.decision] })],
);

/** When a release is to be published by itself, as staff chose; null: not. Only added to: the newest row holds. */
export const releaseSchedule = pgTable(
  'release_schedule',
  {
    id: uuid('id').primaryKey(),
    releaseId: uuid('release_id')
      .notNull()
      .references(() => release.id),
    publishAt: at('publish_at'),
    decidedAt: at('decided_at').notNull(),
    decidedByName: text('decided_by_name').notNull(),
  },
  (t) => [index('release_schedule_release').on(t.releaseId, t.id)],
);

/** That one measure of a round was withdrawn from the public, or may be public again. Only added to: the newest row holds. */
export const measureTombstone = pgTable(
  'measure_tombstone',
  {
    id: uuid('id').primaryKey(),
    measureId: measureRef(),
    roundId: roundRef(),
    step: text('step').$type<'withdrawn' | 'restored'>().notNull(),
    /** Why it was withdrawn, for everyone to read. */
    reason: jsonb('reason').$type<Text | null>(),
    /** The release that was made by it: the same data without the measure, or with it again. */
    releaseId: uuid('release_id').references(() => release.id),
    at: at('at').notNull(),
    byName: text('by_name').notNull(),
  },
  (t) => [index('measure_tombstone_measure').on(t.measureId, t.roundId, t.id)],
);
