import { dfo, type FinancingCase } from './case.ts';

const towns = [
  ['5001', 'Trondheim'],
  ['0301', 'Oslo'],
  ['4601', 'Bergen'],
  ['1103', 'Stavanger'],
  ['4204', 'Kristiansand'],
  ['3201', 'Bærum'],
  ['3203', 'Asker'],
  ['3222', 'Lørenskog'],
] as const;
const eight = towns.map(([number]) => `kommune:${number}`);
const early = { from: 2016, to: 2019 };
const later = { from: 2019, to: 2023 };

export const digibarnevern: FinancingCase = {
  id: 'digibarnevern',
  name: 'DigiBarnevern',
  years: { from: 2016, to: 2023 },
  about: {
    nb: 'Felles digitale løsninger for barnevernet i kommunene.',
    nn: 'Felles digitale løysingar for barnevernet i kommunane.',
    en: 'Common digital solutions for child welfare in the municipalities.',
  },
  source: dfo(14, '2.1.4'),
  actors: [
    { id: 'bufdir', name: 'Barne-, ungdoms- og familiedirektoratet (Bufdir)', type: 'stateAgency', lead: true },
    { id: 'ks', name: 'KS', type: 'ks', lead: true },
    ...towns.map(
      ([number, name]) =>
        ({
          id: `kommune:${number}`,
          name,
          type: 'municipality',
          ...(name === 'Lørenskog' && ({ observer: true } as const)),
        }) as const,
    ),
  ],
  costs: [
    {
      actors: eight,
      phases: ['startUp', 'planning'],
      years: early,
      type: 'other',
      amount: 15_000_000,
      about: true,
      source: dfo(15, '2.1.4'),
    },
    {
      actors: eight,
      phases: ['execution'],
      years: later,
      type: 'licences',
      amount: 70_000_000,
      about: true,
      note: { nb: 'Nytt fagsystem.', nn: 'Nytt fagsystem.', en: 'A new case system.' },
      source: dfo(15, '2.1.4'),
    },
    {
      actors: [...eight, 'ks'],
      phases: ['execution'],
      years: later,
      type: 'other',
      amount: 30_000_000,
      about: true,
      note: { nb: 'Tjenesten for innbyggerne.', nn: 'Tenesta for innbyggjarane.', en: 'The service for citizens.' },
      source: dfo(15, '2.1.4'),
    },
    {
      actors: ['bufdir'],
      phases: ['execution', 'operation'],
      years: later,
      type: 'other',
      amount: 100_000_000,
      about: true,
      source: dfo(15, '2.1.4'),
    },
  ],
  funding: [
    { actors: ['bufdir'], phases: ['startUp', 'planning'], years: early, from: 'ownBudget', source: dfo(15, '2.1.4') },
    {
      actors: eight,
      phases: ['startUp', 'planning'],
      years: early,
      from: 'ownBudget',
      amount: 15_000_000,
      about: true,
      source: dfo(15, '2.1.4'),
    },
    {
      actors: ['bufdir'],
      phases: ['execution', 'operation'],
      years: later,
      from: 'separateProposal',
      amount: 100_000_000,
      about: true,
      source: dfo(15, '2.1.4'),
    },
    { actors: [...eight, 'ks'], phases: ['execution'], years: later, from: 'digifin', source: dfo(15, '2.1.4') },
    {
      actors: eight,
      phases: ['execution'],
      years: later,
      from: 'discretionaryGrant',
      amount: 10_000_000,
      about: true,
      source: dfo(16, '2.1.4'),
    },
    { actors: eight, phases: ['execution'], years: later, from: 'ownBudget', source: dfo(16, '2.1.4') },
    {
      actors: [...eight, 'ks'],
      phases: ['execution'],
      years: later,
      from: 'grantFromActor',
      giver: 'bufdir',
      source: dfo(15, '2.1.4'),
    },
  ],
  principle: 'eachSectorBearsItsOwn',
  costsOfOthers: [
    {
      who: {
        nb: 'Kommuner som tar i bruk tjenesten for innbyggerne',
        nn: 'Kommunar som tek i bruk tenesta for innbyggjarane',
        en: 'Municipalities that take the service for citizens into use',
      },
      what: 'fee',
      text: {
        nb: 'En prosjektavgift til DigiFin.',
        nn: 'Ei prosjektavgift til DigiFin.',
        en: 'A project fee to DigiFin.',
      },
      source: dfo(19, 'tabell 1'),
    },
    {
      who: { nb: 'Kommunene', nn: 'Kommunane', en: 'The municipalities' },
      what: 'ownSystem',
      text: {
        nb: 'Fagsystemet, som hver kjøper selv.',
        nn: 'Fagsystemet, som kvar kjøper sjølv.',
        en: 'The case system, which each buys by itself.',
      },
      source: dfo(19, 'tabell 1'),
    },
  ],
};
