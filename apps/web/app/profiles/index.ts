export { isNoneYet, roundAt } from './kind.ts';
export { Rounds } from './rounds.tsx';
