export { doublesAmong } from './among.ts';
export { likelyDoubles } from './doubles.ts';
export { doublesToJudge, judgePair } from './judging.ts';
