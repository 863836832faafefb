import { text, timestamp } from 'drizzle-orm/pg-core';

// Columns that every table writes the same way. Those that point to a table stand beside it: `measureRef`, `personRef` …

export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What an agency or a ministry is called. */
export const names = () => ({
  nameNb: text('name_nb').notNull(),
  nameNn: text('name_nn').notNull(),
  nameEn: text('name_en').notNull(),
});
