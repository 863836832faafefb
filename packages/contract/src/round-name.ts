import type { Text } from '@samblikk/questionnaire';
import { isPilot, realYear } from './constants.ts';

/** What a round is called among others: its year, of a pilot with a word that says so. */
export const roundName = (year: number): Text => {
  const of = String(realYear(year));
  return isPilot(year) ? { nb: `${of} (prøve)`, nn: `${of} (prøve)`, en: `${of} (pilot)` } : { nb: of, nn: of, en: of };
};

/** Said on every page and in every letter of a pilot. */
export const pilotNotice = (year: number): Text => {
  const of = realYear(year);
  return {
    nb: `Dette er en prøverunde for ${of}. Svarene blir ikke med i noe som er offentlig, og slettes etterpå.`,
    nn: `Dette er ein prøverunde for ${of}. Svara blir ikkje med i noko som er offentleg, og blir sletta etterpå.`,
    en: `This is a pilot for ${of}. The answers are in nothing that is public, and are deleted afterwards.`,
  };
};
