export type { Alike } from './alike.ts';
export type { Matches } from './find.ts';
export { fold } from './fold.ts';
export { marksIn } from './marks.ts';
export { nameIs } from './names-match.ts';
export { alikeMeasures, doublesIn, searchText, type TextResult } from './search-text.ts';
export type { AnswersAt } from './terms.ts';
