import { customType, timestamp } from 'drizzle-orm/pg-core';

// Columns that every table writes the same way.

export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
