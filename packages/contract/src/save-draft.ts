import { editions } from '@samblikk/questionnaire';
import { saveDraftOf } from './drafts.ts';

/** The address for saving of each edition there is. By itself, so that a browser that saves one need not load all editions. */
export const saveDraftEndpoints: ReadonlyMap<string, ReturnType<typeof saveDraftOf>> = new Map(
  Object.keys(editions).map((edition) => [edition, saveDraftOf(edition)]),
);
