import { type AskedWord, plainForms, waysOf } from './expand.ts';
import { keyOf } from './norwegian.ts';
import type { Phrase } from './thesaurus.ts';
import type { WordIndex } from './word-index.ts';

/** What a word counts where it stands: in the name of a measure most (`weights`). */
const byWeight = [1, 0.9, 0.8, 0.7] as const;

/** Per document the best that was found of something, 0–1; 0 where it was not. */
export type Scores = Float32Array;

/** Keeps the best of what a document has had. */
export const raise = (scores: Scores, document: number, score: number): void => {
  if ((scores[document] as number) < score) scores[document] = score;
};

function raiseForms(index: WordIndex, forms: ReadonlyMap<number, number>, scores: Scores): void {
  for (const [form, nearness] of forms)
    index.eachUse(form, (document, weight) => {
      raise(scores, document, nearness * (byWeight[weight] as number));
    });
}

/**
 * Raises the scores of the documents that have a word in some way.
 * @returns the forms and phrases that were looked for, and whether some forms were left out
 */
export function raiseWord(
  index: WordIndex,
  asked: AskedWord,
  scores: Scores,
): { forms: Iterable<number>; phrases: readonly Phrase[]; cut: boolean } {
  const { forms, phrases, cut } = waysOf(index.lexicon, asked, (form) => index.usedBy(form));
  raiseForms(index, forms, scores);
  for (const { phrase, nearness } of phrases) raisePhrase(index, phrase, keyForms(index), scores, nearness);
  return { forms: forms.keys(), phrases: phrases.map(({ phrase }) => phrase), cut };
}

/** Raises the scores of the documents that have a part of a compound. @returns the forms that were looked for */
export function raisePart(index: WordIndex, part: AskedWord, scores: Scores): Iterable<number> {
  const forms = plainForms(index.lexicon, part);
  raiseForms(index, forms, scores);
  return forms.keys();
}

/** The forms that stand for a word of a phrase. */
type FormsOf = (word: string) => readonly number[];

/** For phrases of keys: any form of the word. */
export const keyForms =
  ({ lexicon }: WordIndex): FormsOf =>
  (key) =>
    lexicon.withKey(key);

/** For phrases in quotes: the word as it is written, in bokmål or nynorsk. */
export const exactForms =
  ({ lexicon }: WordIndex, same: (word: string) => string): FormsOf =>
  (word) => {
    const wanted = same(word);
    return lexicon.withKey(keyOf(word)).filter((form) => same(lexicon.forms[form] as string) === wanted);
  };

/** A document and a place in it as one number, so that the next place is the next number. */
const spot = (document: number, place: number): number => document * 0x10000 + place;

/** Raises the scores of the documents that have the words one after the other. A function word may stand between. */
export function raisePhrase(
  index: WordIndex,
  phrase: Phrase,
  formsOf: FormsOf,
  scores: Scores,
  nearness: number,
  strict = false,
): void {
  const forms = phrase.map(formsOf);
  if (forms.length === 0 || forms.some((each) => each.length === 0)) return;
  let ends = new Map<number, number>();
  for (const form of forms[0] as readonly number[])
    index.eachUse(form, (document, weight, place) => ends.set(spot(document, place), weight));
  for (const next of forms.slice(1)) {
    const reached = new Map<number, number>();
    for (const form of next)
      index.eachUse(form, (document, weight, place) => {
        const here = spot(document, place);
        if (ends.has(here - 1) || (!strict && ends.has(here - 2))) reached.set(here, weight);
      });
    ends = reached;
  }
  for (const [end, weight] of ends) raise(scores, Math.floor(end / 0x10000), nearness * (byWeight[weight] as number));
}
