import { blankCode, withheldCode } from '../filter.ts';
import { median } from '../median.ts';
import { categoryByNumber, notAskedCode, type Wave } from './wave.ts';

/** What tells no category: a measure without an answer one year has not left where it was. */
const untold: readonly string[] = [blankCode, notAskedCode, withheldCode];

/** How long measures have one category, `phase` say. */
export interface TimeInCategory {
  readonly code: string;
  /** Measures that are there in the newest round, and the median of the years since each was first reported there. */
  readonly there: readonly string[];
  readonly yearsSoFar: number | null;
  /** Measures that were there and then reported another one, and the median of the years from the first to that, of each stay. */
  readonly left: readonly string[];
  readonly yearsUntilLeft: number | null;
}

/**
 * How long measures stay in each category of a variable, in years between rounds, by identity. What is known is when it was
 * reported: a measure may have come there earlier and left later, and those still there are not done (censored). Hence two
 * medians, never one mean of both.
 * @param waves two or more, oldest first
 * @throws StatisticsError as `categoryByNumber`
 */
export function timeInCategory(waves: readonly Wave[], variable: string): readonly TimeInCategory[] {
  const histories = new Map<string, { year: number; code: string }[]>();
  for (const wave of waves)
    for (const [number, code] of categoryByNumber(wave, variable)) {
      if (untold.includes(code)) continue;
      const history = histories.get(number) ?? [];
      history.push({ year: wave.year, code });
      histories.set(number, history);
    }
  const newest = waves.at(-1)?.year;
  const spells = [...histories].flatMap(([number, history]) =>
    spellsOf(history).map((spell) => ({ number, ...spell })),
  );
  const codes = [...new Set(spells.map(({ code }) => code))];
  return codes.map((code) => {
    const here = spells.filter((spell) => spell.code === code);
    const there = here.filter(({ until, last }) => until === undefined && last === newest);
    const left = here.filter(({ until }) => until !== undefined);
    return {
      code,
      there: there.map(({ number }) => number).sort(),
      yearsSoFar: median(there.map(({ first, last }) => last - first)),
      left: [...new Set(left.map(({ number }) => number))].sort(),
      yearsUntilLeft: median(left.map(({ first, until }) => (until as number) - first)),
    };
  });
}

/** Runs of the same category: the first and last year it was reported, and the year another one was. */
function spellsOf(history: readonly { year: number; code: string }[]) {
  const spells: { code: string; first: number; last: number; until?: number }[] = [];
  for (const { year, code } of history) {
    const current = spells.at(-1);
    if (current?.code === code) current.last = year;
    else {
      if (current) current.until = year;
      spells.push({ code, first: year, last: year });
    }
  }
  return spells;
}
