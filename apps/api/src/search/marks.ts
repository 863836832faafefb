import { type Token, tokensOf } from './fold.ts';
import { keyOf } from './norwegian.ts';
import type { Phrase } from './thesaurus.ts';

/** Where a text has some of these words, or the words of a phrase one after the other, to be marked: from and to, in order. */
export function marksIn(text: string, words: ReadonlySet<string>, phrases: readonly Phrase[] = []): [number, number][] {
  const tokens = tokensOf(text);
  const inPhrases = new Set(phrases.flatMap((phrase) => tokens.flatMap((from) => wordsFrom(tokens, from, phrase))));
  const marks: [number, number][] = [];
  for (const token of tokens) {
    if (!(words.has(token.form) || inPhrases.has(token)) || marks.at(-1)?.[0] === token.start) continue;
    marks.push([token.start, token.end]);
  }
  return marks;
}

/** The words of a phrase that begins with this one, none when it does not. As in the search, a word may stand between. */
function wordsFrom(tokens: readonly Token[], from: Token, phrase: Phrase): Token[] {
  const found: Token[] = [];
  for (const key of phrase) {
    const last = found.at(-1);
    const next = last ? tokens.find(({ form, place }) => isAfter(place, last.place) && keyOf(form) === key) : from;
    if (!next || keyOf(next.form) !== key) return [];
    found.push(next);
  }
  return found;
}

const isAfter = (place: number, other: number): boolean => place === other + 1 || place === other + 2;
