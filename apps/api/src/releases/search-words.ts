import { type Answers, type Edition, kindOf, questionsOf } from '@samblikk/questionnaire';
import { inBokmal, wordsIn } from './norwegian-words.ts';

/** Weights of PostgreSQL's text search, heaviest first. */
export const weights = ['A', 'B', 'C', 'D'] as const;
type Weight = (typeof weights)[number];

/** The words of a measure by weight: `stems` for whole words the bokmål way, `forms` as written for unfinished ones. */
export interface SearchWords {
  readonly stems: Readonly<Record<Weight, string>>;
  readonly forms: Readonly<Record<Weight, string>>;
  /** All words, as written and the bokmål way, each once. */
  readonly words: ReadonlySet<string>;
}

/** The words under which a measure is found: public answers that the edition lets search, and names of its owner. */
export function searchWords(edition: Edition, publicAnswers: Answers, ownerNames: readonly string[]): SearchWords {
  const texts: Record<Weight, string[]> = { A: [], B: [], C: [...ownerNames], D: [] };
  for (const question of questionsOf(edition)) {
    const answer = publicAnswers[question.id];
    if (question.search && answer !== undefined)
      texts[question.search].push(...kindOf(question).cells(question, answer));
  }
  const words: Record<Weight, string[]> = { A: [], B: [], C: [], D: [] };
  for (const weight of weights) words[weight] = wordsIn(texts[weight].join(' '));
  const each = (change: (words: string[]) => readonly string[]) => ({
    A: change(words.A).join(' '),
    B: change(words.B).join(' '),
    C: change(words.C).join(' '),
    D: change(words.D).join(' '),
  });
  return {
    stems: each((list) => list.map(inBokmal)),
    forms: each((list) => [...new Set([...list, ...list.map(inBokmal)])]),
    words: new Set(weights.flatMap((weight) => words[weight].flatMap((word) => [word, inBokmal(word)]))),
  };
}
