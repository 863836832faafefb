import type { Figure } from '../figure.ts';

/** What is known of how measures are paid for: figures of the years whose questions ask it. Their numbers go on from the ten. */

const crossCutting = { crossCutting: ['yes'] } as const;

export const unfunded: Figure = {
  id: 'unfunded',
  number: 11,
  title: {
    nb: 'Tiltak som mangler hele eller deler av finansieringen, etter fase og hvem de involverer',
    nn: 'Tiltak som manglar heile eller delar av finansieringa, etter fase og kven dei involverer',
    en: 'Measures that lack all or part of their funding, by phase and whom they involve',
  },
  rows: 'phaseGroup',
  columns: 'scope',
  filters: { fullyFunded: ['lacking'] },
  statistic: 'count',
};

export const crossCuttingFunding: Figure = {
  id: 'cross-cutting-funding',
  number: 12,
  title: {
    nb: 'Har tverrgående tiltak finansiering?',
    nn: 'Har tverrgåande tiltak finansiering?',
    en: 'Are cross-cutting measures funded?',
  },
  rows: 'funding',
  filters: crossCutting,
  statistic: 'share',
  base: 'answered',
};

export const fundingSources: Figure = {
  id: 'funding-sources',
  number: 13,
  title: {
    nb: 'Hvor kommer pengene til tverrgående tiltak fra?',
    nn: 'Kvar kjem pengane til tverrgåande tiltak frå?',
    en: 'Where does the money for cross-cutting measures come from?',
  },
  rows: 'fundingSources',
  filters: crossCutting,
  statistic: 'share',
  order: 'size',
};

export const costSharing: Figure = {
  id: 'cost-sharing',
  number: 14,
  title: {
    nb: 'Hvordan deles kostnadene i tverrgående tiltak?',
    nn: 'Korleis blir kostnadene delte i tverrgåande tiltak?',
    en: 'How are the costs of cross-cutting measures shared?',
  },
  rows: 'sharingOfCosts',
  filters: crossCutting,
  statistic: 'share',
  base: 'asked',
  notes: [
    {
      nb: 'Andelene er av alle tverrgående tiltak, også dem uten svar.',
      nn: 'Delane er av alle tverrgåande tiltak, også dei utan svar.',
      en: 'Shares are of all cross-cutting measures, also those without an answer.',
    },
  ],
};

/** In order. */
export const financingFigures: readonly Figure[] = [unfunded, crossCuttingFunding, fundingSources, costSharing];
