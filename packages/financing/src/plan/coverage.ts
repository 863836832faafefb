import { type Kroner, sumOf } from '../sharing/kroner.ts';
import type { FinancingPlan, FundingSource, PlanPhase, Years } from './plan.ts';

/** What costs and money are looked at by. A line of several actors, phases or years counts in none of them, but under `null`. */
export type CoverageSide = 'actor' | 'phase' | 'year';

/** Costs, money and what is missing, in whole kroner. Lines without an amount are counted apart. */
export interface Coverage<Key> {
  readonly key: Key;
  readonly cost: Kroner;
  readonly funding: Kroner;
  /** Costs that no money covers; below 0 where there is more money than costs. */
  readonly gap: number;
  /** Lines whose amount is not known: the numbers are at least these. */
  readonly unknown: number;
}

interface Line {
  readonly actors: readonly string[];
  readonly phases: readonly PlanPhase[];
  readonly years?: Years;
  readonly amount?: Kroner;
}

/** The one actor, phase or year that a line is of; null when it is of several, or none is told. */
function keyOf({ actors, phases, years }: Line, side: CoverageSide): string | number | null {
  if (side === 'year') return years && years.from === years.to ? years.from : null;
  const [only, ...more] = side === 'actor' ? actors : phases;
  return more.length === 0 ? (only ?? null) : null;
}

/**
 * Who bears what, and what is missing: costs against money by actor, phase or year.
 * @returns in the order they first occur; all together under `total`
 * @example
 * coverageOf(plan, 'phase').total.gap // → 12_000_000
 */
export function coverageOf(
  { costs, funding }: Pick<FinancingPlan, 'costs' | 'funding'>,
  side: CoverageSide,
): { readonly rows: readonly Coverage<string | number | null>[]; readonly total: Coverage<null> } {
  const keys = [...new Set([...costs, ...funding].map((line) => keyOf(line, side)))];
  const of = <Key>(key: Key, belongs: (line: Line) => boolean): Coverage<Key> => {
    const [paid, given] = [costs.filter(belongs), funding.filter(belongs)];
    const amounts = (lines: readonly Line[]) => sumOf(lines.map(({ amount = 0 }) => amount));
    const [cost, money] = [amounts(paid), amounts(given)];
    const unknown = [...paid, ...given].filter(({ amount }) => amount === undefined).length;
    return { key, cost, funding: money, gap: cost - money, unknown };
  };
  return {
    rows: keys.map((key) => of(key, (line) => keyOf(line, side) === key)),
    total: of(null, () => true),
  };
}

/**
 * Each row of `coverageOf` parted by another side: who lacks what in which phase.
 * @returns rows in the order they first occur, each with its parts by the keys of the other side, in the order of `columns`
 */
export function crossCoverage(
  plan: Pick<FinancingPlan, 'costs' | 'funding'>,
  side: CoverageSide,
  by: CoverageSide,
  columns: readonly (string | number | null)[],
): readonly (Coverage<string | number | null> & { readonly parts: readonly Coverage<string | number | null>[] })[] {
  return coverageOf(plan, side).rows.map((row) => {
    const own = (line: Line) => keyOf(line, side) === row.key;
    const { rows } = coverageOf({ costs: plan.costs.filter(own), funding: plan.funding.filter(own) }, by);
    const none = { cost: 0, funding: 0, gap: 0, unknown: 0 };
    return { ...row, parts: columns.map((key) => rows.find((part) => part.key === key) ?? { key, ...none }) };
  });
}

/** Money by source, the sources in the order they first occur. */
export function fundingBySource(
  funding: FinancingPlan['funding'],
): readonly { readonly source: FundingSource; readonly kroner: Kroner; readonly unknown: number }[] {
  return [...Map.groupBy(funding, ({ from }) => from)].map(([source, lines]) => ({
    source,
    kroner: sumOf(lines.map(({ amount = 0 }) => amount)),
    unknown: lines.filter(({ amount }) => amount === undefined).length,
  }));
}
