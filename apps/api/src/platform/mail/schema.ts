import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at } from '../db/index.ts';

/** An e-mail on its way out, written together with what causes it. */
export const mail = pgTable(
  'mail',
  {
    id: uuid('id').primaryKey(),
    /** What it is about, as the audit names it: `invitation:…`. */
    subject: text('subject').notNull(),
    /** Receiver and text, encrypted: the text may hold a link that lets in. Erased when sent or given up. */
    sealed: text('sealed'),
    createdAt: at('created_at').notNull(),
    /** Tried from then on; whoever tries puts it off first, so that two copies do not send the same. */
    nextTryAt: at('next_try_at').notNull(),
    tries: integer('tries').notNull().default(0),
    sentAt: at('sent_at'),
    givenUpAt: at('given_up_at'),
  },
  (t) => [index('mail_waiting').on(t.nextTryAt).where(sql`sent_at is null and given_up_at is null`)],
);
