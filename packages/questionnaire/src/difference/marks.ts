import { diffWordsWithSpace } from 'diff';

/** A stretch of a text that both editions have, or that only the newer (`added`) or the older one (`removed`) has. */
export interface Mark {
  readonly text: string;
  readonly change: 'same' | 'added' | 'removed';
}

/** What became of a text, word by word: joined without what was added it is the older one, without what was removed the newer. */
export function marksOf(before: string, after: string): Mark[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : 'same',
  }));
}
