import {
  type AnswerValue,
  askedAnswers,
  type Edition,
  kindOf,
  type MeasureRow,
  questionsOf,
} from '@samblikk/questionnaire';
import { type Dataset, datasetFrom } from './dataset.ts';

/** Mulberry32: the same numbers for the same seed, from 0 up to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const blankShare = 0.05;
const ministries = Array.from({ length: 15 }, (_, index) => `D${String(index + 1).padStart(2, '0')}`);
const agencies = Array.from({ length: 80 }, (_, index) => String(889_000_000 + index * 137));

/**
 * Invented measures for load tests, as many as asked for, the same for the same seed. Answers only what statistics
 * count: categories and amounts; a question that is not asked has no answer.
 */
export function* randomRows(edition: Edition, n: number, seed: number): Generator<MeasureRow> {
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const questions = questionsOf(edition).filter((question) => !question.known);
  const choices = questions.flatMap((question) => {
    const kind = kindOf(question);
    const codes = kind.categories(question)?.map(({ code }) => code);
    const atMost = 'atMost' in question && question.atMost ? question.atMost : 3;
    return codes || kind.unit ? [{ id: question.id, codes, several: kind.several, atMost }] : [];
  });
  for (let made = 0; made < n; made++) {
    const answers: Record<string, AnswerValue> = {};
    for (const { id, codes, several, atMost } of choices) {
      if (random() < blankShare) continue;
      // Amounts from ten thousand to a milliard, as many small as large on a logarithmic scale.
      if (!codes) answers[id] = Math.round(10 ** (4 + random() * 5));
      else if (!several) answers[id] = pick(codes);
      else answers[id] = [...new Set(Array.from({ length: 1 + Math.floor(random() * atMost) }, () => pick(codes)))];
    }
    const agency = Math.floor(random() * agencies.length);
    const known: Record<string, AnswerValue> = {
      [edition.roles.agency]: agencies[agency] as string,
      [edition.roles.ministry]: ministries[agency % ministries.length] as string,
    };
    for (const { id, options } of edition.population) known[id] = pick(options).code;
    yield { answers: askedAnswers(edition, answers), known };
  }
}

/** A dataset of invented measures: `randomRows`, loaded. */
export function randomDataset(edition: Edition, n: number, seed: number): Dataset {
  return datasetFrom(edition, randomRows(edition, n, seed));
}
