export * from './endpoint.ts';
export * from './health.ts';
export * from './permissions.ts';
export * from './problem.ts';
export * from './responses.ts';
export * from './rounds.ts';
export * from './session.ts';
