import { date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { personRef } from '../access/schema.ts';
import { measureRef } from '../measures/schema.ts';
import { at } from '../platform/db/index.ts';
import { roundRef } from '../rounds/schema.ts';

/** What is said of a claim, by Digdir or, when `answered`, by the agency. */
export type ExemptionStep = 'accepted' | 'refused' | 'asked' | 'answered';

/** All that was said of each claim of exemption. Append-only (a trigger refuses update and delete): the newest step holds. */
export const exemptionStep = pgTable(
  'exemption_step',
  {
    id: uuid('id').primaryKey(),
    measureId: measureRef(),
    roundId: roundRef(),
    /** The question whose answer is claimed exempt; null: the measure as a whole. */
    field: text('field'),
    /** What the claim rested on when it was said (`groundsKey`). */
    grounds: text('grounds').notNull(),
    step: text('step').$type<ExemptionStep>().notNull(),
    /** The reason, the question, or the agency’s answer; for the agency and Digdir alone. */
    words: text('words'),
    /** Accepted: the last day it holds, null without end. Refused: the last day the agency may answer. */
    until: date('until'),
    at: at('at').notNull(),
    byId: personRef('by_id'),
    byName: text('by_name').notNull(),
  },
  (t) => [index('exemption_step_measure').on(t.measureId, t.at)],
);
