import type { Answers } from '@samblikk/questionnaire';
import { relevanceSet } from './relevance-set.ts';

/** A public measure as the set is judged by. */
export interface JudgedMeasure {
  readonly number: string;
  readonly agency: string;
  readonly answers: Answers;
}

export interface Relevance {
  readonly sort: string;
  readonly queries: number;
  /** Of those expected (ten at most), the share among the first ten; the mean of the queries. */
  readonly recall: number;
  /** One through the place of the first that is expected; the mean of the queries. */
  readonly reciprocalRank: number;
  /** The queries with a recall below 1. */
  readonly short: readonly string[];
}

/** Whether a measure is one of those expected, told by its raw answers. */
function isExpected({ number, agency, answers }: JudgedMeasure, expected: string): boolean {
  const texts = Object.values(answers)
    .filter((answer) => typeof answer === 'string')
    .join('\n')
    .toLowerCase();
  // A text goes on until the next sign that says what follows.
  let kind = '';
  return expected.split('|').some((part) => {
    const [, sign = kind, value = ''] = /^(?:([atcn]):)?(.*)$/.exec(part) ?? [];
    kind = sign;
    if (kind === 'a') return agency === value;
    if (kind === 'n') return number === value;
    if (kind === 't') return texts.includes(value);
    const [question = '', code = ''] = value.split('=');
    return [answers[question]].flat().includes(code);
  });
}

/**
 * Judges a search by the relevance set.
 * @param first the numbers of the first ten that a query finds, in order
 */
export async function judge(
  measures: readonly JudgedMeasure[],
  first: (q: string) => Promise<readonly string[]>,
): Promise<Relevance[]> {
  const sorts: Relevance[] = [];
  for (const [sort, queries] of Object.entries(relevanceSet)) {
    let [recall, reciprocalRank] = [0, 0];
    const short: string[] = [];
    for (const [q, expected] of queries) {
      const wanted = new Set(measures.filter((one) => isExpected(one, expected)).map(({ number }) => number));
      if (wanted.size === 0) throw new Error(`Nothing is expected of «${q}»: ${expected}`);
      const found = (await first(q)).slice(0, 10);
      const hits = found.filter((number) => wanted.has(number)).length / Math.min(10, wanted.size);
      const place = found.findIndex((number) => wanted.has(number));
      recall += hits;
      reciprocalRank += place < 0 ? 0 : 1 / (place + 1);
      if (hits < 1) short.push(`${q} (${hits.toFixed(2)})`);
    }
    sorts.push({
      sort,
      queries: queries.length,
      recall: recall / queries.length,
      reciprocalRank: reciprocalRank / queries.length,
      short,
    });
  }
  return sorts;
}
