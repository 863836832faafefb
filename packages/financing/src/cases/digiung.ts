import { dfo, type FinancingCase } from './case.ts';

export const digiung: FinancingCase = {
  id: 'digiung',
  name: 'DigiUng',
  years: { from: 2019, to: 2023 },
  about: {
    nb: 'Tjenester og informasjon til ungdom mellom 13 og 20 år på ett sted.',
    nn: 'Tenester og informasjon til ungdom mellom 13 og 20 år på éin stad.',
    en: 'Services and information for young people from 13 to 20 in one place.',
  },
  source: dfo(13, '2.1.3'),
  actors: [
    { id: 'bufdir', name: 'Barne-, ungdoms- og familiedirektoratet (Bufdir)', type: 'stateAgency', lead: true },
    { id: 'hdir', name: 'Helsedirektoratet', type: 'stateAgency' },
  ],
  costs: [],
  funding: [
    { actors: ['bufdir', 'hdir'], phases: ['startUp', 'planning'], from: 'ownBudget', source: dfo(14, '2.1.3') },
    {
      actors: ['bufdir'],
      phases: ['execution'],
      years: { from: 2020, to: 2024 },
      from: 'chargingAuthority',
      giver: 'hdir',
      note: {
        nb: 'Svarpanel for helsespørsmål på ung.no, og arbeidet med programmet.',
        nn: 'Svarpanel for helsespørsmål på ung.no, og arbeidet med programmet.',
        en: 'A panel that answers questions of health at ung.no, and work on the programme.',
      },
      source: dfo(14, 'fotnote 24'),
    },
    {
      actors: ['hdir'],
      phases: ['execution'],
      years: { from: 2021, to: 2021 },
      from: 'separateProposal',
      amount: 35_000_000,
      note: {
        nb: 'Teksten i rapporten sier 2021, tabellen 2022.',
        nn: 'Teksten i rapporten seier 2021, tabellen 2022.',
        en: 'The text of the report says 2021, its table 2022.',
      },
      source: dfo(14, 'fotnote 23: kap. 762 post 21'),
    },
    {
      actors: ['bufdir'],
      phases: ['execution'],
      years: { from: 2023, to: 2023 },
      from: 'separateProposal',
      amount: 10_900_000,
      source: dfo(14, 'fotnote 25: kap. 846 post 21'),
    },
  ],
  principle: 'eachBearsItsOwn',
  costsOfOthers: [],
};
