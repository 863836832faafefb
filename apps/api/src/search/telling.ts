import { answersTo, type LoadedRelease } from '../releases/index.ts';

/** A name says what a measure is about; a description also how, for whom and what for. */
export const titleWeight = 3;
/** A long text is measured by its most telling words: nobody else’s measure has them all. */
export const mostTelling = 8;

/** What so many of the measures say is a stock phrase and tells nothing: in a name, where short words recur, and in a description. */
const stock = { title: 0.05, text: 0.02 } as const;
/** What so few of the agencies have is of their own field. */
const fewAgencies = 0.05;
/** Of a few measures two or three may well be about the same, in each round. */
const fewestStock = 3;

/** How many public measures there are, and how many agencies have them. */
export interface Register {
  readonly size: number;
  readonly agencies: number;
  /** How many rounds they are of; one unless told. */
  readonly rounds?: number;
}

/** How many measures have a word, and how many agencies. */
export interface Use {
  readonly measures: number;
  readonly agencies: number;
}

/** Whether so many measures say it that it tells nothing. */
export const isStock = (measures: number, { size, rounds = 1 }: Register, where: keyof typeof stock): boolean =>
  measures > Math.max(fewestStock * rounds, stock[where] * size);

/** Whether so few measures or agencies have it that it alone, in the names of two, is a likeness. */
export const isRare = ({ measures, agencies }: Use, of: Register): boolean =>
  !isStock(measures, of, 'text') || agencies <= fewAgencies * of.agencies;

/**
 * How much a word tells by how few measures and how few agencies have it (inverse document frequency, ln((N + 1) / (n + ½)), of the
 * one times 1 + that of the other), so that “løsning” tells little and “skogsdata” much: what all agencies do says less than what one works on.
 */
export const rarityOf = ({ measures, agencies }: Use, of: Register): number =>
  Math.log((of.size + 1) / (measures + 0.5)) * (1 + Math.log((of.agencies + 1) / (agencies + 0.5)));

/** The agency of each public measure, by its code. */
export const agenciesIn = (part: LoadedRelease): (string | undefined)[] =>
  answersTo(part, part.edition.roles.agency).map((agency) => agency?.code);
