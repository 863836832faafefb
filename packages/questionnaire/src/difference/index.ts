// What is other in one edition than in another, for those who plan a round: a browser that only answers loads none of it.

export * from './answering-time.ts';
export * from './cost.ts';
export * from './difference.ts';
export * from './marks.ts';
export { type PartName, partNames } from './readable.ts';
