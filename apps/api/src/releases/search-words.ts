import { type Answers, type Edition, kindOf, questionsOf } from '@samblikk/questionnaire';
import { inBokmal, wordsIn } from './norwegian-words.ts';

/** Weights of PostgreSQL's text search, heaviest first. */
export const weights = ['A', 'B', 'C', 'D'] as const;
export type Weight = (typeof weights)[number];
/** The weight of the owner's names. */
const ownerWeight = 'C';

/** The words of a measure by weight: `stems` for whole words the bokmål way, `forms` as written for unfinished ones. */
export interface SearchWords {
  readonly stems: Readonly<Record<Weight, readonly string[]>>;
  readonly forms: Readonly<Record<Weight, readonly string[]>>;
  /** All words, as written and the bokmål way, each once. */
  readonly words: ReadonlySet<string>;
}

/** The words under which a measure is found: public answers that the edition lets search, and names of its owner. */
export function searchWords(edition: Edition, publicAnswers: Answers, ownerWords: readonly string[]): SearchWords {
  const texts: Record<Weight, string[]> = { A: [], B: [], C: [], D: [] };
  for (const question of questionsOf(edition)) {
    const answer = publicAnswers[question.id];
    if (question.search && answer !== undefined)
      texts[question.search].push(...kindOf(question).cells(question, answer));
  }
  const stems: Record<Weight, string[]> = { A: [], B: [], C: [], D: [] };
  const forms: Record<Weight, string[]> = { A: [], B: [], C: [], D: [] };
  const all = new Set<string>();
  for (const weight of weights) {
    const own = wordsIn(texts[weight].join(' '));
    const words = weight === ownerWeight ? [...ownerWords, ...own] : own;
    stems[weight] = words.map(inBokmal);
    forms[weight] = [...new Set([...words, ...stems[weight]])];
    for (const form of forms[weight]) all.add(form);
  }
  return { stems, forms, words: all };
}
