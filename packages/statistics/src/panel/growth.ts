import { quantile } from '../quantile.ts';
import { amountByNumber, type Wave } from './wave.ts';

/** One measure’s first and latest statement of an amount. */
export interface Statement {
  readonly number: string;
  readonly first: { readonly year: number; readonly kroner: number };
  readonly latest: { readonly year: number; readonly kroner: number };
  /** From first to latest in per cent of the first; null where the first was nought. */
  readonly percent: number | null;
}

export interface Growth {
  /** Measures that state the amount in two rounds or more, the fastest growing first. */
  readonly statements: readonly Statement[];
  readonly first: number;
  readonly latest: number;
  /** Of the sums, in per cent; null where there are none, or the first is nought. */
  readonly percent: number | null;
  /** Quartiles of the measures’ own growth in per cent. */
  readonly quartiles: { readonly lower: number | null; readonly median: number | null; readonly upper: number | null };
  readonly rose: number;
  readonly same: number;
  readonly fell: number;
}

const growthIn = (first: number, latest: number): number | null =>
  first === 0 ? null : (100 * (latest - first)) / first;

/**
 * How an amount grew from the first statement of it to the latest, by identity: of the sums, and of each measure. Nominal kroner of
 * the year they were stated in: not adjusted for inflation.
 * @param waves two or more, oldest first
 * @throws StatisticsError `noAmount`, `unknownVariable`
 */
export function growthOf(waves: readonly Wave[], amount: string): Growth {
  const told = new Map<string, { year: number; kroner: number }[]>();
  for (const wave of waves)
    for (const [number, kroner] of amountByNumber(wave, amount))
      told.set(number, [...(told.get(number) ?? []), { year: wave.year, kroner }]);
  const statements = [...told].flatMap(([number, all]): Statement[] => {
    const [first, latest] = [all[0], all.at(-1)];
    if (!first || !latest || first === latest) return [];
    return [{ number, first, latest, percent: growthIn(first.kroner, latest.kroner) }];
  });
  statements.sort((a, b) => (b.percent ?? 0) - (a.percent ?? 0) || (a.number < b.number ? -1 : 1));
  const own = statements.flatMap(({ percent }) => percent ?? []);
  const change = ({ first, latest }: Statement) => Math.sign(latest.kroner - first.kroner);
  const first = statements.reduce((sum, one) => sum + one.first.kroner, 0);
  const latest = statements.reduce((sum, one) => sum + one.latest.kroner, 0);
  return {
    statements,
    ...{ first, latest, percent: growthIn(first, latest) },
    quartiles: { lower: quantile(own, 0.25), median: quantile(own, 0.5), upper: quantile(own, 0.75) },
    rose: statements.filter((one) => change(one) > 0).length,
    same: statements.filter((one) => change(one) === 0).length,
    fell: statements.filter((one) => change(one) < 0).length,
  };
}
