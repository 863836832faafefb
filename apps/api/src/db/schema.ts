// All tables. `npm run migration -- --name …` compares them with migrations/.
export * from './schema/audit.ts';
export * from './schema/directory.ts';
export * from './schema/measures.ts';
export * from './schema/people.ts';
export * from './schema/releases.ts';
export * from './schema/rounds.ts';
export * from './schema/uploads.ts';
