import type { SourceRef } from '../plan/plan.ts';
import { floorOf } from '../sharing/quotient.ts';
import type { Assessment } from './assess.ts';

/** What the models are to do: the goals of Digdir's "Modell for fellesløsninger" (2020), "Ønsket situasjon", in their order. */
export const goals = ['acrossSectors', 'predictable', 'innovation', 'robust', 'sufficient', 'simple'] as const;
export type Goal = (typeof goals)[number];

export const goalSource: SourceRef = { document: 'Digdir: Modell for fellesløsninger (2020)', at: 'Ønsket situasjon' };

/** Points from 0 to 100 for each goal, from what was counted. @param most the complexity of the most complex of those compared */
export function scoresOf(assessment: Assessment, most: number): Readonly<Record<Goal, number>> {
  const { coverage, paidByOwners, steady, newcomer, complexity } = assessment;
  const percent = (part: number) => Math.min(floorOf(part, 1, 10), 100);
  return {
    // Use that must be paid for holds use back (Skate): the part that service owners do not pay.
    acrossSectors: 100 - percent(paidByOwners),
    // Bills that are much as the year before.
    predictable: steady === null ? 100 : percent(steady),
    // What it costs to begin, beside what others pay.
    innovation: newcomer.mean === 0 ? 100 : 100 - Math.min(floorOf(newcomer.pays, 100, newcomer.mean), 100),
    // What is paid when use is another than planned, at worst.
    robust: percent(Math.min(coverage.growth, coverage.leaves)),
    // What is paid of what is planned.
    sufficient: percent(coverage.planned),
    simple: most <= 1 ? 100 : 100 - floorOf(complexity.product - 1, 100, most - 1),
  };
}

/** How much each goal counts: whole, 0 or more. */
export type Weights = Readonly<Record<Goal, number>>;

/** In thousandths of a point, rounded down; 0 where no goal counts. */
export function totalOf(scores: Readonly<Record<Goal, number>>, weights: Weights): number {
  const sum = goals.reduce((total, goal) => total + weights[goal], 0);
  return sum === 0
    ? 0
    : floorOf(
        goals.reduce((total, goal) => total + weights[goal] * scores[goal], 0),
        1000,
        sum,
      );
}

export interface Ranking {
  /** In the order of the models: points in thousandths, and place; those alike share a place. */
  readonly places: readonly { readonly total: number; readonly place: number }[];
  /** In the order of the models: in how many of all weightings from 0 to 3 of each goal each is first, alone or with others. */
  readonly first: readonly number[];
  readonly weightings: number;
  /** Which are first when one goal counts nothing, and when it counts twice; places of the models. */
  readonly sensitivity: readonly {
    readonly goal: Goal;
    readonly without: readonly number[];
    readonly twice: readonly number[];
  }[];
}

/** Ranks models by weighted points, and tells how much the weights decide. */
export function rank(scores: readonly Readonly<Record<Goal, number>>[], weights: Weights): Ranking {
  const totals = scores.map((one) => totalOf(one, weights));
  const firstBy = (by: Weights) => {
    const all = scores.map((one) => goals.reduce((total, goal) => total + by[goal] * one[goal], 0));
    const most = Math.max(...all);
    return all.flatMap((one, at) => (one === most ? [at] : []));
  };
  const { first, weightings } = firstInAll(scores.map((one) => goals.map((goal) => one[goal])));
  return {
    places: totals.map((total) => ({ total, place: 1 + totals.filter((other) => other > total).length })),
    ...{ first, weightings },
    sensitivity: goals.map((goal) => ({
      goal,
      without: firstBy({ ...weights, [goal]: 0 }),
      twice: firstBy({ ...weights, [goal]: 2 * weights[goal] }),
    })),
  };
}

/** In how many weightings from 0 to 3 each is first. The weights are the digits of a number in base 4; that of no weights is left out. */
function firstInAll(points: readonly (readonly number[])[]): Pick<Ranking, 'first' | 'weightings'> {
  const first = points.map(() => 0);
  const weightings = 4 ** goals.length - 1;
  for (let number = 1; number <= weightings; number += 1) {
    const totals = points.map((one) => one.reduce((total, point, at) => total + ((number >> (2 * at)) & 3) * point, 0));
    const most = Math.max(...totals);
    for (const [at, total] of totals.entries()) if (total === most) first[at] = (first[at] as number) + 1;
  }
  return { first, weightings };
}
