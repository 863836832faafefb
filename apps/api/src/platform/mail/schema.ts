import type { Language } from '@samblikk/questionnaire';
import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at } from '../db/index.ts';

/** Why a letter did not arrive: its receiver was refused, all tries failed, it was taken back, or it went and came back later. */
export type GivenUp = 'refused' | 'failed' | 'stopped' | 'returned';

/** An e-mail on its way out, written together with what causes it, and kept when it has gone. */
export const mail = pgTable(
  'mail',
  {
    id: uuid('id').primaryKey(),
    /** What it is about, as the audit names it: `invitation:…`. */
    subject: text('subject').notNull(),
    /** What sort of letter it is. */
    kind: text('kind').notNull().default('other'),
    /** The year of the round, and our ids of the agencies it is about; null and none for what is about no round. */
    year: integer('year'),
    agencies: text('agencies').array().notNull().default(sql`'{}'`),
    /** The address; after its time a pseudonym, or nothing where it could not be told apart. */
    receiver: text('receiver'),
    /** Subject line and text as they can be read afterwards: without a link that lets in. Null after its time. */
    title: text('title'),
    body: text('body'),
    /** The language it is written in. */
    language: text('language').$type<Language>().notNull().default('nb'),
    /** Receiver and text, encrypted: the text may hold a link that lets in. Erased when sent or given up. */
    sealed: text('sealed'),
    createdAt: at('created_at').notNull(),
    /** Tried from then on; whoever tries puts it off first, so that two copies do not send the same. */
    nextTryAt: at('next_try_at').notNull(),
    tries: integer('tries').notNull().default(0),
    sentAt: at('sent_at'),
    givenUpAt: at('given_up_at'),
    gaveUp: text('gave_up').$type<GivenUp>(),
    /** What the mail server answered at the last try that failed: a number or a code, never its words. */
    fault: text('fault'),
    /** Why it came back, in the words of staff. Null after its time. */
    returnReason: text('return_reason'),
    /** When staff were done with one that did not arrive: it is sent again, or nothing is to be done. */
    resolvedAt: at('resolved_at'),
  },
  (t) => [
    index('mail_waiting').on(t.nextTryAt).where(sql`sent_at is null and given_up_at is null`),
    index('mail_year').on(t.year, t.createdAt),
  ],
);
