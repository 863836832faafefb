import type { EditedKind, MessagesSent } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at } from '../platform/db/index.ts';
import { roundRef } from '../rounds/schema.ts';

// What staff write to agencies in a round. The letters themselves are in `platform/mail`.

/** What staff have made a letter of a round say, where that is other than what the program says. */
export const messageText = pgTable(
  'message_text',
  {
    roundId: roundRef(),
    kind: text('kind').$type<EditedKind>().notNull(),
    language: text('language').$type<Language>().notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    /** The year of the round whose text this is as it was when this round was made; null when it was written in this one. */
    carriedFrom: integer('carried_from'),
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

/** What staff have asked or proposed that the agency has been written to about, last when. No more than ids: what they are of is theirs to know. */
export const askedTold = pgTable('asked_told', {
  id: uuid('id').primaryKey(),
  toldAt: at('told_at').notNull(),
});
