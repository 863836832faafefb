import { common } from './lexicon.ts';

/** A word of a text: its stem, and where it stands. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly stem: string;
  readonly at: number;
}

const endings = /(?:ingens|enes|anes|ingen|inga|ene|ane|ers|ens|ets|ing|ene|er|ar|en|et|te|de|ed|es|e|a|s|t|ies|y)$/u;

/** A word in small letters without its ending; short words as they are. Light on purpose: both sides of a comparison are treated alike. */
export function stemOf(word: string): string {
  if (word.length <= 4) return word;
  const cut = word.replace(endings, '');
  return cut.length >= 4 ? cut : word;
}

/** The words of a text, each with its stem. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\d]+/gu)].map(({ 0: text, index }) => {
    const lower = text.toLocaleLowerCase('nb');
    return { text, lower, stem: stemOf(lower), at: index };
  });
}

/** The stems of a label that say something. */
export function stemsOf(label: string): readonly string[] {
  return wordsOf(label)
    .filter(({ lower }) => !common.has(lower))
    .map(({ stem }) => stem);
}

/** Whether a word of a text is the word of a label: the same, or a compound or an inflection that begins with it. */
export function isWord({ stem, lower }: Word, wanted: string): boolean {
  if (stem === wanted) return true;
  if (wanted.length < 3 || !lower.startsWith(wanted)) return false;
  // Short words begin many others: only what is made of them, such as `idéfase`.
  return wanted.length >= 5 || /^s?(?:fase|phase|stadi)/u.test(lower.slice(wanted.length));
}
