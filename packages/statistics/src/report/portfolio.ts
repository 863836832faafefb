import type { Text } from '@samblikk/questionnaire';
import type { Filters } from '../filter.ts';

/** What is counted of the measures of a portfolio, and which questions the rest of it is read from. */
export const portfolioQuestions = {
  /** Cost by phase: the rows and the columns. */
  phase: 'phase',
  costBand: 'costBand',
  /** From start to end. */
  start: 'startDate',
  end: 'endDate',
  /** With whom. */
  partners: 'partners',
  /** Whether the agency is a member of Skate. */
  member: 'skate',
} as const;

/** One line of what a portfolio tells of: the measures that pass, of those that answered. */
export interface PortfolioLine {
  readonly code: string;
  readonly label: Text;
  readonly where: Filters;
}

const shared = {
  develops: {
    code: 'develops',
    label: {
      nb: 'Utvikler en løsning som flere skal bruke',
      nn: 'Utviklar ei løysing som fleire skal bruke',
      en: 'Develops a solution for several agencies',
    },
    where: { developsShared: ['yes'] },
  },
  reuses: {
    code: 'reuses',
    label: {
      nb: 'Gjenbruker en løsning som flere bruker',
      nn: 'Gjenbruker ei løysing som fleire bruker',
      en: 'Reuses a solution that several agencies use',
    },
    where: { reusesShared: ['yes'] },
  },
} satisfies Record<string, PortfolioLine>;

/** The lines on what is shared: figure 9 of the report has the same. */
export const sharedLines: readonly PortfolioLine[] = [shared.develops, shared.reuses];

/** Cross-cutting and unfunded, and what is shared. */
export const portfolioLines: readonly PortfolioLine[] = [
  {
    code: 'crossCutting',
    label: { nb: 'Tverrgående tiltak', nn: 'Tverrgåande tiltak', en: 'Cross-cutting measures' },
    where: { crossCutting: ['yes'] },
  },
  {
    code: 'unfunded',
    label: { nb: 'Uten finansiering', nn: 'Utan finansiering', en: 'Without funding' },
    where: { funding: ['no'] },
  },
  {
    code: 'partlyFunded',
    label: { nb: 'Delvis finansiert', nn: 'Delvis finansiert', en: 'Partly funded' },
    where: { funding: ['partly'] },
  },
  {
    code: 'crossCuttingLacking',
    label: {
      nb: 'Tverrgående som mangler finansiering, helt eller delvis',
      nn: 'Tverrgåande som manglar finansiering, heilt eller delvis',
      en: 'Cross-cutting that lack funding, wholly or in part',
    },
    where: { crossCutting: ['yes'], funding: ['no', 'partly'] },
  },
  ...sharedLines,
  {
    code: 'developsAndReuses',
    label: { nb: 'Gjør begge deler', nn: 'Gjer begge delar', en: 'Does both' },
    where: { developsShared: ['yes'], reusesShared: ['yes'] },
  },
];
