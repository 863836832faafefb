import { municipalities2024 } from './municipalities-2024.ts';
import type { Municipality } from './municipality.ts';

/** Inhabitants by year: a calculation names the year it uses, so that it stays the same when a newer one comes. */
export const populations = {
  2024: {
    municipalities: municipalities2024,
    /** Where the numbers come from, to be said wherever they are used. */
    source: 'SSB, folketall per 1. januar 2024 (via github.com/aprestmo/norway-geodata, MIT)',
  },
} as const satisfies Record<number, { municipalities: readonly Municipality[]; source: string }>;

export type PopulationYear = keyof typeof populations;
export const newestPopulation: PopulationYear = 2024;

const byNumber = new Map(
  Object.entries(populations).map(([year, { municipalities }]) => [
    year,
    new Map(municipalities.map((municipality) => [municipality.number, municipality])),
  ]),
);

/** The municipality of a number in the year of a population; undefined when there was none. */
export const municipalityOf = (year: PopulationYear, number: string): Municipality | undefined =>
  byNumber.get(String(year))?.get(number);
