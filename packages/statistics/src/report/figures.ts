import type { Text } from '@samblikk/questionnaire';
import type { Figure } from '../figure.ts';
import { sharedLines } from './portfolio.ts';

/** The figures of the yearly report: those of Difi Notat 2019:10, in its order and on its bases. */

const selection = (code: string, label: Text, where: Record<string, string[]>) => ({ code, label, where });

export const measuresPerMinistry: Figure = {
  id: 'measures-per-ministry',
  number: 1,
  title: {
    nb: 'Fordeling av tiltak per departement',
    nn: 'Fordeling av tiltak per departement',
    en: 'Measures per ministry',
  },
  rows: 'ministry',
  statistic: 'count',
  order: 'size',
  notes: [
    {
      nb: 'Hvor mange virksomheter som er spurt, varierer mellom departementene. Figuren sier ikke noe om modenhet.',
      nn: 'Kor mange verksemder som er spurde, varierer mellom departementa. Figuren seier ikkje noko om modning.',
      en: 'The number of agencies asked differs between ministries. The figure says nothing about maturity.',
    },
  ],
};

export const effects: Figure = {
  id: 'effects',
  number: 2,
  title: {
    nb: 'Hvilke effekter forventes av tiltaket?',
    nn: 'Kva effektar er venta av tiltaket?',
    en: 'What effects are expected of the measure?',
  },
  rows: 'effects',
  statistic: 'share',
  order: 'size',
};

export const beneficiaries: Figure = {
  id: 'beneficiaries',
  number: 3,
  title: {
    nb: 'Hvilke typer brukere vil tiltakets hovedleveranse ha en positiv gevinst eller effekt for?',
    nn: 'Kva typar brukarar vil hovudleveransen i tiltaket ha ein positiv gevinst eller effekt for?',
    en: 'Which users will benefit from what the measure delivers?',
  },
  rows: 'beneficiaries',
  statistic: 'share',
  order: 'size',
};

export const costBands: Figure = {
  id: 'cost-bands',
  number: 4,
  title: {
    nb: 'Fordeling av kostnadsramme etter kostnadsintervaller',
    nn: 'Fordeling av kostnadsramme etter kostnadsintervall',
    en: 'Measures by total cost',
  },
  rows: 'costBand',
  statistic: 'share',
  notes: [
    {
      nb: 'Andelene er av tiltakene som har oppgitt kostnadsramme, ikke av alle tiltak.',
      nn: 'Delane er av tiltaka som har oppgitt kostnadsramme, ikkje av alle tiltak.',
      en: 'Shares are of the measures that stated a total cost, not of all measures.',
    },
  ],
};

export const funding: Figure = {
  id: 'funding',
  number: 5,
  title: { nb: 'Har tiltaket finansiering?', nn: 'Har tiltaket finansiering?', en: 'Is the measure funded?' },
  rows: 'funding',
  statistic: 'count',
  base: 'answered',
};

const operationIsExecution: Text = {
  nb: '«Drift og kontinuerlig videreutvikling» er regnet som gjennomføring.',
  nn: '«Drift og kontinuerleg vidareutvikling» er rekna som gjennomføring.',
  en: '“Operation and continuous development” is counted as execution.',
};

export const phases: Figure = {
  id: 'phases',
  number: 6,
  title: {
    nb: 'Tiltak fordelt på prosjektfaser',
    nn: 'Tiltak fordelte på prosjektfasar',
    en: 'Measures by project phase',
  },
  rows: 'phaseGroup',
  statistic: 'count',
  notes: [operationIsExecution],
};

export const phasesByFunding: Figure = {
  id: 'phases-by-funding',
  number: 7,
  title: {
    nb: 'Tiltak fordelt på prosjektfaser og finansiering',
    nn: 'Tiltak fordelte på prosjektfasar og finansiering',
    en: 'Measures by project phase and funding',
  },
  rows: 'phaseGroup',
  columns: 'funding',
  statistic: 'count',
  notes: [operationIsExecution],
};

export const innovation: Figure = {
  id: 'innovation',
  number: 8,
  title: {
    nb: 'I hvilken grad anser dere tiltaket som innovativt og nyskapende?',
    nn: 'I kva grad ser de på tiltaket som innovativt og nyskapande?',
    en: 'To what degree do you consider the measure innovative?',
  },
  rows: 'innovation',
  statistic: 'share',
  base: 'asked',
  notes: [
    {
      nb: 'Andelene er av alle tiltak, også dem uten svar.',
      nn: 'Delane er av alle tiltak, også dei utan svar.',
      en: 'Shares are of all measures, also those without an answer.',
    },
  ],
};

export const sharedSolutions: Figure = {
  id: 'shared-solutions',
  number: 9,
  title: {
    nb: 'Skal virksomheten utvikle eller gjenbruke en teknisk løsning som brukes av flere virksomheter?',
    nn: 'Skal verksemda utvikle eller gjenbruke ei teknisk løysing som fleire verksemder bruker?',
    en: 'Will the agency develop or reuse a technical solution that several agencies use?',
  },
  rows: {
    id: 'sharedSolutions',
    label: { nb: 'Felles løsninger', nn: 'Felles løysingar', en: 'Shared solutions' },
    selections: [
      ...sharedLines,
      selection(
        'both',
        { nb: 'Gjør begge deler', nn: 'Gjer begge delar', en: 'Does both' },
        { developsShared: ['yes'], reusesShared: ['yes'] },
      ),
    ],
  },
  statistic: 'count',
};

export const involved: Figure = {
  id: 'involved',
  number: 10,
  title: {
    nb: 'Hvilke virksomheter er involvert?',
    nn: 'Kva verksemder er involverte?',
    en: 'Which organisations are involved?',
  },
  rows: 'involvedScope',
  statistic: 'count',
  base: 'answered',
  order: 'size',
};

/** All ten, in order. */
export const yearlyFigures: readonly Figure[] = [
  measuresPerMinistry,
  effects,
  beneficiaries,
  costBands,
  funding,
  phases,
  phasesByFunding,
  innovation,
  sharedSolutions,
  involved,
];
