export * from './language.ts';
export * from './message.ts';
export * from './numbers.ts';
export * from './one-language.ts';
export * from './oslo-time.ts';
