import { doublesSet, type PairLabel } from './doubles-set.ts';

/** How many of a measure’s likely doubles are looked at. */
const first = 5;

/** How good likely doubles are, judged by the labelled set. */
export interface Precision {
  /** Measures of the set for which something was found. */
  readonly measures: number;
  /** Of the first five of each measure, the share labelled double, and double or related; the mean of the measures. What nobody has labelled is wrong. */
  readonly double: number;
  readonly related: number;
  /** Of the pairs labelled double, the share that was found. */
  readonly recall: number;
  /** Pairs that were found and are labelled not, or not at all. */
  readonly wrong: readonly string[];
  readonly unknown: readonly string[];
}

const nameOf = (one: string, other: string): string => [one, other].sort().join(' ');

/** @param doublesOf the numbers of the likely doubles of a measure, the most alike first */
export async function precision(doublesOf: (number: string) => Promise<readonly string[]>): Promise<Precision> {
  const labels = new Map<string, PairLabel>(doublesSet.map(([label, one, other]) => [nameOf(one, other), label]));
  const found = new Map<string, PairLabel | undefined>();
  const shares: { double: number; related: number }[] = [];
  for (const number of new Set(doublesSet.flatMap(([, one, other]) => [one, other]))) {
    const pairs = (await doublesOf(number)).slice(0, first).map((other) => nameOf(number, other));
    for (const pair of pairs) found.set(pair, labels.get(pair));
    const share = (...of: PairLabel[]) =>
      pairs.filter((pair) => of.includes(labels.get(pair) as PairLabel)).length / pairs.length;
    if (pairs.length > 0) shares.push({ double: share('double'), related: share('double', 'related') });
  }
  const mean = (of: 'double' | 'related') => shares.reduce((sum, each) => sum + each[of], 0) / shares.length;
  const named = (label: PairLabel | undefined) => [...found].flatMap(([pair, own]) => (own === label ? [pair] : []));
  return {
    measures: shares.length,
    double: mean('double'),
    related: mean('related'),
    recall: named('double').length / doublesSet.filter(([label]) => label === 'double').length,
    wrong: named('not'),
    unknown: named(undefined),
  };
}
