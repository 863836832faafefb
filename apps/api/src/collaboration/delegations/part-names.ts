import type { Language } from '@samblikk/questionnaire';
import type { MeasureInRound } from '../../measures/index.ts';

/** What a letter calls a measure, or a section of it. The measure's name may be exempt from publicity: its number is not. */
export function partNames({ edition, measure }: MeasureInRound, section: string | null, language: Language) {
  const found = edition.sections.find(({ id }) => id === section);
  return { whole: found ? 'no' : 'yes', section: found?.title[language] ?? '', number: measure.number };
}
