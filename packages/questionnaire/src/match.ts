/** Understanding lists that agencies keep themselves: what the columns hold, and what the words in them stand for. */
export * from './match-candidates.ts';
export * from './match-columns.ts';
export * from './match-text.ts';
export * from './match-values.ts';
export * from './match-words.ts';
