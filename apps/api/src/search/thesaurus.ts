import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { wordsOf } from './fold.ts';
import { keyOf } from './norwegian.ts';

/** Words in a row, each by its key. */
export type Phrase = readonly string[];

/** What means the same, or is asked for by the same people. */
export interface Synonym {
  readonly phrase: Phrase;
  /** A phrase of one word as it is written. */
  readonly word: string | undefined;
  /** `same`: another name of it. `near`: what the vocabulary Los files under the same term. */
  readonly kind: 'same' | 'near';
}

const ownGroups = z.array(z.array(z.string()));
const losTerms = z.array(
  z.object({ nb: z.string(), nn: z.string(), sok_nb: z.array(z.string()), sok_nn: z.array(z.string()) }),
);

const phraseOf = (text: string): Phrase => wordsOf(text).map(keyOf);
const nameOf = (phrase: Phrase): string => phrase.join(' ');

/**
 * Synonyms in the language of the state: our own groups (`data/search-synonyms.json`: abbreviations, English, words of the trade),
 * and Los, whose search words lead to the term and the reverse.
 */
class Thesaurus {
  readonly #byPhrase = new Map<string, Map<string, Synonym>>();
  /** Every word in it, for compounds and spelling. */
  readonly words = new Set<string>();
  /** The most words in a row that have a synonym. */
  longest = 1;

  constructor() {
    const read = (name: string) =>
      JSON.parse(readFileSync(new URL(`../../../../data/${name}`, import.meta.url), 'utf8')) as unknown;
    for (const group of ownGroups.parse(read('search-synonyms.json')))
      for (const one of group) for (const other of group) if (one !== other) this.#add(one, other, 'same');
    for (const { nb, nn, sok_nb, sok_nn } of losTerms.parse(read('los-vokabular.json')))
      for (const word of new Set([...sok_nb, ...sok_nn]))
        for (const term of new Set([nb, nn || nb])) {
          this.#add(word, term, 'near');
          this.#add(term, word, 'near');
        }
  }

  #add(from: string, to: string, kind: Synonym['kind']): void {
    const [phrase, other] = [phraseOf(from), phraseOf(to)];
    for (const word of [...wordsOf(from), ...wordsOf(to)]) this.words.add(word);
    if (phrase.length === 0 || other.length === 0 || nameOf(phrase) === nameOf(other)) return;
    this.longest = Math.max(this.longest, phrase.length);
    const known = this.#byPhrase.get(nameOf(phrase)) ?? new Map<string, Synonym>();
    if (!known.has(nameOf(other)))
      known.set(nameOf(other), { phrase: other, word: other.length === 1 ? wordsOf(to)[0] : undefined, kind });
    this.#byPhrase.set(nameOf(phrase), known);
  }

  /** What else a phrase is called. */
  synonymsOf(phrase: Phrase): readonly Synonym[] {
    return [...(this.#byPhrase.get(nameOf(phrase))?.values() ?? [])];
  }
}

let made: Thesaurus | undefined;

/** Read once: files of the program, which never change while it runs. */
export function thesaurus(): Thesaurus {
  made ??= new Thesaurus();
  return made;
}
