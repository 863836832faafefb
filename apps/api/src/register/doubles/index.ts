export { doublesAmong } from './among.ts';
export { likelyDoubles } from './doubles.ts';
