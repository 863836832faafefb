export { verdictsToArchive } from './archive.ts';
export { judgeNamesBefore } from './erasures.ts';
export { believed, judge, pairName, type Verdict, verdictsNow } from './store.ts';
