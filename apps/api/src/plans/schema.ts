import type { SavedPlan } from '@samblikk/contract';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { personRef } from '../access/schema.ts';
import { agencyRef } from '../directory/schema.ts';
import { measureRef } from '../measures/schema.ts';
import { at } from '../platform/db/index.ts';

// The financing plan of a measure, outside the questionnaire and of no round. All three tables are append-only (triggers refuse
// update and delete): the newest row of a measure, or of an actor in it, holds. People are named by id alone.

/** Every version of a measure's plan, each whole. */
export const financingPlan = pgTable(
  'financing_plan',
  {
    measureId: measureRef(),
    version: integer('version').notNull(),
    plan: jsonb('plan').$type<SavedPlan>().notNull(),
    /** Our id of each actor that is an agency of the directory, as its number was read when the plan was saved. */
    agencies: jsonb('agencies').$type<Readonly<Record<string, string>>>().notNull(),
    /** The version in which the key, the pools or the actors last changed. */
    termsVersion: integer('terms_version').notNull(),
    savedAt: at('saved_at').notNull(),
    savedBy: personRef('saved_by'),
  },
  (t) => [primaryKey({ columns: [t.measureId, t.version] })],
);

/** What actors answered to how costs are shared. It holds while the terms it was of do. */
export const planAnswer = pgTable(
  'plan_answer',
  {
    id: uuid('id').primaryKey(),
    measureId: measureRef(),
    actor: text('actor').notNull(),
    agencyId: agencyRef(),
    termsVersion: integer('terms_version').notNull(),
    agreed: boolean('agreed').notNull(),
    reason: text('reason').notNull(),
    answeredAt: at('answered_at').notNull(),
    answeredBy: personRef('answered_by'),
  },
  (t) => [index('plan_answer_measure').on(t.measureId, t.id)],
);

/** What leads opened to the public: some actors, as the plan was in a version; no actors: nothing. */
export const planOpening = pgTable(
  'plan_opening',
  {
    id: uuid('id').primaryKey(),
    measureId: measureRef(),
    version: integer('version').notNull(),
    actors: text('actors').array().notNull(),
    openedAt: at('opened_at').notNull(),
    openedBy: personRef('opened_by'),
  },
  (t) => [index('plan_opening_measure').on(t.measureId, t.id)],
);
