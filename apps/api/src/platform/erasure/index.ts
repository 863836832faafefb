export { type Erasure, erasures, inHistory, namesIn } from './erasure.ts';
export { type Pseudonyms, personPattern, pseudonymsFrom } from './pseudonyms.ts';
