import { dfo, type FinancingCase } from './case.ts';

const agencies = [
  ['skatteetaten', 'Skatteetaten'],
  ['brreg', 'Brønnøysundregistrene'],
  ['digdir', 'Digitaliseringsdirektoratet'],
  ['nav', 'Nav'],
  ['politiet', 'Politiet'],
  ['kartverket', 'Statens kartverk'],
  ['domstolene', 'Domstolene'],
  ['vegvesenet', 'Statens vegvesen'],
  ['landbruksdirektoratet', 'Landbruksdirektoratet'],
] as const;
const ids = [...agencies.map(([id]) => id), 'bits'];

export const digitaltDodsbo: FinancingCase = {
  id: 'digitalt-dodsbo',
  name: 'Oppgjør etter dødsfall – digitalt dødsbo',
  years: { from: 2020, to: 2025 },
  about: {
    nb: 'Etterlatte skal slippe å gi de samme opplysningene mange steder.',
    nn: 'Etterlatne skal sleppe å gi dei same opplysningane mange stader.',
    en: 'The bereaved need not tell the same in many places.',
  },
  source: dfo(16, '2.1.5'),
  actors: [
    ...agencies.map(([id, name]) => ({ id, name, type: 'stateAgency' }) as const),
    { id: 'bits', name: 'Finansnæringen ved Bits', type: 'private', lead: true },
  ],
  costs: [],
  funding: [
    { actors: ids, phases: ['startUp', 'planning', 'execution'], from: 'ownBudget', source: dfo(17, '2.1.5') },
    { actors: ['digdir'], phases: ['execution'], from: 'medfinansiering', source: dfo(17, '2.1.5') },
    {
      actors: ['digdir'],
      phases: ['operation'],
      years: { from: 2024, to: 2024 },
      from: 'revisedBudget',
      amount: 5_500_000,
      source: dfo(17, 'fotnote 36: kap. 1540 post 21'),
    },
    {
      actors: ['digdir'],
      phases: ['operation'],
      years: { from: 2025, to: 2025 },
      from: 'separateProposal',
      amount: 10_600_000,
      source: dfo(17, 'fotnote 37: kap. 1540 post 23'),
    },
  ],
  principle: 'eachBearsItsOwn',
  costsOfOthers: [],
};
