import type { ErrorReport } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { personRef } from '../access/schema.ts';
import { agencyRef } from '../directory/schema.ts';
import { measureRef } from '../measures/schema.ts';
import { at } from '../platform/db/index.ts';
import { roundRef } from '../rounds/schema.ts';

/** What a reader of the register says is wrong in a measure, and what its agency answered. */
export const errorReport = pgTable(
  'error_report',
  {
    id: uuid('id').primaryKey(),
    measureId: measureRef(),
    /** The round of the edition that was read. */
    roundId: roundRef(),
    /** Whose the measure is in the newest edition it is in. */
    agencyId: agencyRef(),
    /** Null: the whole measure. */
    question: text('question'),
    text: text('text').notNull(),
    language: text('language').$type<Language>().notNull(),
    /** The reader’s address, encrypted; null when none was given, and once the answer is sent. */
    sealed: text('sealed'),
    reportedAt: at('reported_at').notNull(),
    dueAt: at('due_at').notNull(),
    /** When the agency was last written to about it. */
    toldAt: at('told_at'),
    outcome: text('outcome').$type<NonNullable<ErrorReport['answer']>['outcome']>(),
    answer: text('answer'),
    answeredAt: at('answered_at'),
    answeredBy: personRef('answered_by'),
    answeredByName: text('answered_by_name'),
  },
  (t) => [index('error_report_agency').on(t.agencyId), index('error_report_measure').on(t.measureId)],
);
