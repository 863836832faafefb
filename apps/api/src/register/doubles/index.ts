export { likelyDoubles } from './doubles.ts';
