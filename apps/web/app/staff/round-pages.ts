import type { Text } from '@samblikk/questionnaire';
import {
  archivePath,
  calendarPath,
  exemptionsPath,
  followUpPath,
  messagesPath,
  populationPath,
  publishingPath,
  qualityPath,
  questionnairePath,
  roundStartPath,
} from '../ui/index.ts';

interface Page {
  readonly page: string;
  readonly path: (year: number) => string;
  readonly label: Text;
}

/** Digdir's pages about one round, in the order that a year takes. A new one gets its line here. */
export const roundPages = [
  { page: 'start', path: roundStartPath, label: { nb: 'Oversikt', nn: 'Oversikt', en: 'Overview' } },
  { page: 'followUp', path: followUpPath, label: { nb: 'Oppfølging', nn: 'Oppfølging', en: 'Follow-up' } },
  { page: 'population', path: populationPath, label: { nb: 'Virksomheter', nn: 'Verksemder', en: 'Agencies' } },
  { page: 'calendar', path: calendarPath, label: { nb: 'Kalender', nn: 'Kalender', en: 'Calendar' } },
  { page: 'messages', path: messagesPath, label: { nb: 'Meldinger', nn: 'Meldingar', en: 'Messages' } },
  { page: 'questionnaire', path: questionnairePath, label: { nb: 'Skjema', nn: 'Skjema', en: 'Questionnaire' } },
  { page: 'quality', path: qualityPath, label: { nb: 'Kvalitet', nn: 'Kvalitet', en: 'Quality' } },
  { page: 'exemptions', path: exemptionsPath, label: { nb: 'Unntak', nn: 'Unntak', en: 'Exemptions' } },
  { page: 'publishing', path: publishingPath, label: { nb: 'Publisering', nn: 'Publisering', en: 'Publication' } },
  { page: 'archive', path: archivePath, label: { nb: 'Arkiv', nn: 'Arkiv', en: 'Archive' } },
] as const satisfies readonly Page[];

export type RoundPage = (typeof roundPages)[number]['page'];
