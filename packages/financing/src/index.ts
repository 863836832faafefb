export type { Municipality } from './data/municipality.ts';
export { municipalityOf, newestPopulation, type PopulationYear, populations } from './data/populations.ts';
export * from './sharing/compare.ts';
export { type Actor, type Basis, bases, type KeyPart, SharingError, type SharingKey } from './sharing/key.ts';
export { keyText, parseKey, sameKey } from './sharing/key-text.ts';
export type { Kroner } from './sharing/kroner.ts';
export { largestRemainder } from './sharing/largest-remainder.ts';
export * from './sharing/pools.ts';
export { type Share, shareCosts } from './sharing/share.ts';
