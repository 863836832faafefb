import { BLANK, type Column, columnOf, type Dataset, NOT_ASKED, StatisticsError } from '../dataset.ts';
import { blankCode } from '../filter.ts';

/**
 * One wave of a panel: the measures of a round that anyone may read, each with the number it has for life. Only public measures
 * are followed from year to year: whose answers changed would tell of those that are withheld.
 */
export interface Wave {
  readonly year: number;
  readonly edition: string;
  readonly dataset: Dataset;
  /** Per measure of the dataset, in order. */
  readonly numbers: readonly string[];
}

/** The code of a measure that the question was not put to. */
export const notAskedCode = 'notAsked';

/**
 * Per measure its one category of a variable, by number: a code of the variable, `blank`, or `notAsked`.
 * @throws StatisticsError `unknownVariable`; `noCategories` for amounts and for several answers, where a measure has no one category
 */
export function categoryByNumber(wave: Wave, variable: string): ReadonlyMap<string, string> {
  const column = columnOf(wave.dataset, variable);
  if (column.numbers || column.variable.several) throw new StatisticsError('noCategories', variable);
  return new Map(wave.numbers.map((number, place) => [number, codeAt(column, place)]));
}

function codeAt({ keys, members, categories }: Column, place: number): string {
  const key = keys[place] as number;
  if (key === NOT_ASKED) return notAskedCode;
  if (key === BLANK) return blankCode;
  return categories[members[key]?.[0] ?? -1]?.code ?? blankCode;
}

/** Per measure the amount it states, by number; those that state none, or keep it back, are not there. Kroner of that year. */
export function amountByNumber(wave: Wave, variable: string): ReadonlyMap<string, number> {
  const { numbers: amounts } = columnOf(wave.dataset, variable);
  if (!amounts) throw new StatisticsError('noAmount', variable);
  return new Map(
    wave.numbers.flatMap((number, place): [string, number][] => {
      const amount = amounts[place] as number;
      return Number.isNaN(amount) ? [] : [[number, amount]];
    }),
  );
}
