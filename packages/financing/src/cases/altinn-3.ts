import { connection, dfo, type FinancingCase } from './case.ts';

const all = ['digdir', 'skatteetaten', 'ssb', 'brreg'];
const year2025 = { from: 2025, to: 2025 };
const bill = 'Prop. 1 S (2024–2025)';

export const altinn3: FinancingCase = {
  id: 'altinn-3',
  name: 'Altinn 3',
  years: { from: 2023, to: 2026 },
  about: {
    nb: 'Altinn får ny plattform, og tjenestene flyttes dit.',
    nn: 'Altinn får ny plattform, og tenestene blir flytta dit.',
    en: 'Altinn gets a new platform, and services are moved to it.',
  },
  source: dfo(11, '2.1.2'),
  actors: [
    { id: 'digdir', name: 'Digitaliseringsdirektoratet', type: 'stateAgency', lead: true },
    { id: 'skatteetaten', name: 'Skatteetaten', type: 'stateAgency' },
    { id: 'ssb', name: 'Statistisk sentralbyrå (SSB)', type: 'stateAgency' },
    { id: 'brreg', name: 'Brønnøysundregistrene', type: 'stateAgency' },
  ],
  costs: [{ actors: all, phases: ['execution'], type: 'other', source: dfo(12, '2.1.2') }],
  funding: [
    { actors: all, phases: ['startUp', 'planning'], from: 'ownBudget', source: dfo(12, '2.1.2') },
    {
      actors: all,
      phases: ['execution'],
      years: { from: 2024, to: 2026 },
      from: 'jointProposal',
      source: dfo(12, '2.1.2'),
    },
    ...(
      [
        ['digdir', 2_600_000, 'kap. 1540 post 23'],
        ['brreg', 3_100_000, 'kap. 904 post 21'],
        ['skatteetaten', 15_800_000, 'kap. 1618 post 01'],
        ['ssb', 1_000_000, 'kap. 1620 post 01'],
      ] as const
    ).map(
      ([actor, amount, item]) =>
        ({
          actors: [actor],
          phases: ['operation'],
          years: year2025,
          from: 'jointProposal',
          amount,
          source: dfo(13, `fotnote 22: ${bill} ${item}`),
        }) as const,
    ),
  ],
  principle: 'whereTheyAccrue',
  frame: {
    priceYear: 2024,
    includesVat: true,
    steeringFrame: 1_096_000_000,
    costFrame: 1_267_000_000,
    source: dfo(12, '2.1.2'),
  },
  costsOfOthers: [
    {
      who: {
        nb: 'Næringsliv, kommuner og andre som bruker Altinn',
        nn: 'Næringsliv, kommunar og andre som bruker Altinn',
        en: 'Businesses, municipalities and others that use Altinn',
      },
      ...connection,
      source: dfo(18, 'tabell 1'),
    },
  ],
};
