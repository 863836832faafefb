export type { Alike } from './alike.ts';
export type { Matches } from './find.ts';
export { fold, marksIn } from './fold.ts';
export { nameIs } from './names-match.ts';
export { alikeMeasures, searchText, type TextResult } from './search-text.ts';
