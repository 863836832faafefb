import type { MessageKind, MessagesSent } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { query } from '../collaboration/schema.ts';
import { at } from '../platform/db/index.ts';
import { roundRef } from '../rounds/schema.ts';

// What staff write to agencies in a round. The letters themselves are in `platform/mail`.

/** What staff have made a letter of a round say, where that is other than what the program says. */
export const messageText = pgTable(
  'message_text',
  {
    roundId: roundRef(),
    kind: text('kind').$type<MessageKind>().notNull(),
    language: text('language').$type<Language>().notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.kind, t.language] })],
);

/** What was sent with a key, so that the same press twice sends once. */
export const messageSending = pgTable(
  'message_sending',
  {
    roundId: roundRef(),
    key: text('key').notNull(),
    /** What was asked for, in one line. */
    asked: text('asked').notNull(),
    result: jsonb('result').$type<MessagesSent>().notNull(),
    sentAt: at('sent_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.key] })],
);

/** The questions from staff that the agency has been written to about. */
export const queryTold = pgTable('query_told', {
  queryId: uuid('query_id')
    .primaryKey()
    .references(() => query.id, { onDelete: 'cascade' }),
  toldAt: at('told_at').notNull(),
});
