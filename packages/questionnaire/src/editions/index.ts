import type { Edition } from '../definition.ts';
import { edition2019 } from './2019.ts';
import { edition2026 } from './2026.ts';

const all: readonly Edition[] = [edition2019, edition2026];

/** Every edition by its id, oldest first. */
export const editions: Readonly<Record<string, Edition>> = Object.fromEntries(
  all.map((edition) => [edition.id, edition]),
);

/** The edition with this id, or undefined. */
export function editionOf(id: string): Edition | undefined {
  return all.find((edition) => edition.id === id);
}

/** The edition made for a year, or undefined. */
export function editionForYear(year: number): Edition | undefined {
  return all.find((edition) => edition.year === year);
}

/** The newest edition. */
export const latestEdition: Edition = all.reduce((newest, edition) => (edition.year > newest.year ? edition : newest));
