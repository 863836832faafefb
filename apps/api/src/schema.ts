// All tables, for drizzle-kit (`npm run migration -- --name …` compares them with migrations/) and for tests.
export * from './access/schema.ts';
export * from './calendar/schema.ts';
export * from './collaboration/schema.ts';
export * from './directory/schema.ts';
export * from './exemptions/schema.ts';
export * from './intake/spreadsheet/schema.ts';
export * from './measures/schema.ts';
export * from './messages/schema.ts';
export * from './notes/schema.ts';
export * from './platform/audit/schema.ts';
export * from './platform/mail/schema.ts';
export * from './publication/schema.ts';
export * from './quality/schema.ts';
export * from './releases/schema.ts';
export * from './responses/schema.ts';
export * from './rounds/schema.ts';
export * from './watch/schema.ts';
