import { inhabitants2024 } from './inhabitants-2024.ts';

interface Population {
  /** By the number of a municipality: "5001". */
  readonly inhabitants: Readonly<Record<string, number>>;
  /** Where the numbers come from, to be said wherever they are used. */
  readonly source: string;
}

/** Inhabitants by year: a calculation names the year it uses, so that it stays the same when a newer one comes. */
export const populations = {
  2024: {
    inhabitants: inhabitants2024,
    source: 'SSB, folketall per 1. januar 2024 (via github.com/aprestmo/norway-geodata, MIT)',
  },
} as const satisfies Record<number, Population>;

export type PopulationYear = keyof typeof populations;
export const newestPopulation: PopulationYear = 2024;

/** The inhabitants of a county, by its number: those of its municipalities, whose numbers begin with it. Undefined where there are none. */
export function inhabitantsOfCounty(year: PopulationYear, county: string): number | undefined {
  const within = Object.entries(populations[year].inhabitants).filter(
    ([number]) => county.length === 2 && number.startsWith(county),
  );
  return within.length === 0 ? undefined : within.reduce((sum, [, inhabitants]) => sum + inhabitants, 0);
}

/** The inhabitants of a municipality, by its number; undefined when there was none of it that year. */
export const inhabitantsOf = (year: PopulationYear, number: string): number | undefined =>
  Object.hasOwn(populations[year].inhabitants, number) ? populations[year].inhabitants[number] : undefined;
