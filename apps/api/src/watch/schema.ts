import type { Language } from '@samblikk/questionnaire';
import { pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at } from '../platform/db/index.ts';

/** That somebody wants a letter when something is new in a search. Deleted when they stop it. */
export const alert = pgTable(
  'alert',
  {
    id: uuid('id').primaryKey(),
    /** Whose it is: a pseudonym of the address, to find what is asked for twice; and the address itself, encrypted. */
    reader: text('reader').notNull(),
    sealed: text('sealed').notNull(),
    language: text('language').$type<Language>().notNull(),
    /** The search as it stands in the address of the register, with its `?`. */
    search: text('search').notNull(),
    /** The releases that need not be told of: what was public when they said yes, or when they last had a letter. */
    seen: uuid('seen').array().notNull(),
    createdAt: at('created_at').notNull(),
    /** When they said yes; nothing is sent before. */
    confirmedAt: at('confirmed_at'),
    /** When they last had a letter. */
    toldAt: at('told_at'),
  },
  (t) => [unique('alert_reader').on(t.reader, t.search)],
);
