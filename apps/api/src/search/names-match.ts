import type { CategoryName } from './categories.ts';
import type { AskedWord } from './expand.ts';
import { fold, wordsOf } from './fold.ts';
import { isFunctionWord } from './function-words.ts';
import { keyOf } from './norwegian.ts';
import type { Phrase } from './thesaurus.ts';

/** What it counts to be known by a name: all of it, or some of its words. A ministry has many agencies, and tells least. */
const worth = {
  agency: { whole: 0.95, part: 0.5 },
  field: { whole: 0.6, part: 0 },
  answer: { whole: 0.72, part: 0.42 },
  ministry: { whole: 0.3, part: 0.1 },
  // Only its whole name: what its field is called says nothing of those who have come under it since.
  presentMinistry: { whole: 0.3, part: 0 },
} as const;

/** How a query names a category. */
export interface NamedCategory {
  readonly variable: string;
  readonly category: number;
  /** Per asked word what it counts, 0 when it does not name the category. */
  readonly scores: readonly number[];
  /** Whether the query has the whole of one of its names. */
  readonly whole: boolean;
}

/** The categories that the words of a query name, each once. */
export function namedCategories(names: readonly CategoryName[], asked: readonly AskedWord[]): NamedCategory[] {
  const found = new Map<string, NamedCategory>();
  for (const name of names) {
    const named = namedBy(name, asked);
    if (!named) continue;
    const id = `${name.variable} ${name.category}`;
    const known = found.get(id);
    found.set(id, known ? bestOf(known, named) : named);
  }
  return [...found.values()];
}

/** `Statens lånekasse` is part of one name, and `lånekasse` the whole of another: each word by the name it fits best. */
const bestOf = (one: NamedCategory, other: NamedCategory): NamedCategory => ({
  ...one,
  scores: one.scores.map((score, at) => Math.max(score, other.scores[at] as number)),
  whole: one.whole || other.whole,
});

function namedBy(
  { variable, category, words, telling, kind }: CategoryName,
  asked: readonly AskedWord[],
): NamedCategory | undefined {
  /** Per word of the name, whether some asked word is it. */
  const had = words.map(() => false);
  const nearness = asked.map((one) => {
    let most = 0;
    for (const [at, word] of words.entries()) {
      const how = likeness(one, word);
      if (how >= 0.75 && !isFunctionWord(word)) had[at] = true;
      most = Math.max(most, how);
    }
    for (const synonym of one.synonyms) {
      const at = synonym.phrase.length > 1 ? placeOf(synonym.phrase, words) : -1;
      if (at < 0) continue;
      for (let i = 0; i < synonym.phrase.length; i++) had[at + i] = true;
      most = Math.max(most, synonym.nearness);
    }
    return most;
  });
  if (nearness.every((one) => one === 0)) return undefined;
  const whole = had.filter(Boolean).length >= telling;
  const each = worth[kind][whole ? 'whole' : 'part'];
  if (each === 0) return undefined;
  return { variable, category, whole: whole && kind !== 'field', scores: nearness.map((one) => one * each) };
}

/** How near a word of a name is to an asked one, 0–1. */
function likeness({ word, key, last, synonyms }: AskedWord, other: string): number {
  if (other === word) return 1;
  const otherKey = keyOf(other);
  if (otherKey === key) return 0.95;
  for (const synonym of synonyms)
    if (synonym.phrase.length === 1 && synonym.phrase[0] === otherKey) return synonym.nearness;
  if (last && word.length >= 3 && other.startsWith(word)) return 0.5;
  return key.length >= 5 && (otherKey.startsWith(key) || other.endsWith(word)) ? 0.5 : 0;
}

/** Where the words of a phrase stand one after the other in a name; −1 when nowhere. */
function placeOf(phrase: Phrase, words: readonly string[]): number {
  const keys = words.map(keyOf);
  return keys.findIndex((_, at) => phrase.every((key, i) => keys[at + i] === key));
}

/** Whether a name has these very words one after the other. */
export const hasPhrase = ({ words }: CategoryName, phrase: readonly string[]): boolean =>
  words.some((_, at) => phrase.every((word, i) => words[at + i] === word));

/**
 * Whether a name is these words, or begins with them, in any form.
 *
 * @example
 * nameIs('Deling av data', ['deling', 'data']) // → true
 */
export function nameIs(name: string, words: readonly string[]): boolean {
  // Nearly all are not: told by a look at the letters.
  if (!fold(name).includes((words[0] ?? '').slice(0, 3))) return false;
  const own = wordsOf(name).filter((word) => !isFunctionWord(word));
  return (
    words.length > 0 &&
    words.length <= own.length &&
    words.every((word, at) => {
      const other = own[at] as string;
      return keyOf(word) === keyOf(other) || (word.length >= 3 && other.startsWith(word));
    })
  );
}
