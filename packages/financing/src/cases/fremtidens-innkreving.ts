import { connection, dfo, type FinancingCase } from './case.ts';

const all = ['skatteetaten', 'brreg', 'politiet', 'nav', 'lanekassen'];

export const fremtidensInnkreving: FinancingCase = {
  id: 'fremtidens-innkreving',
  name: 'Fremtidens innkreving',
  years: { from: 2019, to: 2029 },
  about: {
    nb: 'Fem etater fornyer hvordan staten krever inn penger.',
    nn: 'Fem etatar fornyar korleis staten krev inn pengar.',
    en: 'Five agencies renew how the state collects money.',
  },
  source: dfo(10, '2.1.1'),
  actors: [
    { id: 'skatteetaten', name: 'Skattedirektoratet', type: 'stateAgency', lead: true },
    { id: 'brreg', name: 'Brønnøysundregistrene', type: 'stateAgency' },
    { id: 'politiet', name: 'Politidirektoratet', type: 'stateAgency' },
    { id: 'nav', name: 'Nav', type: 'stateAgency' },
    { id: 'lanekassen', name: 'Lånekassen', type: 'stateAgency' },
  ],
  costs: [{ actors: all, phases: ['execution'], type: 'other', source: dfo(11, '2.1.1') }],
  funding: [
    {
      actors: all,
      phases: ['startUp', 'planning'],
      years: { from: 2019, to: 2021 },
      from: 'ownBudget',
      source: dfo(11, '2.1.1'),
    },
    {
      actors: all,
      phases: ['execution'],
      years: { from: 2022, to: 2029 },
      from: 'jointProposal',
      source: dfo(11, '2.1.1'),
    },
    { actors: all, phases: ['operation'], from: 'jointProposal', source: dfo(11, '2.1.1') },
  ],
  principle: 'whereTheyAccrue',
  frame: { priceYear: 2023, includesVat: true, costFrame: 4_471_000_000, source: dfo(11, 'Prop. 1 S (2022–2023)') },
  costsOfOthers: [
    {
      who: {
        nb: 'Andre offentlige som vil samhandle digitalt',
        nn: 'Andre offentlege som vil samhandle digitalt',
        en: 'Other public bodies that want to take part digitally',
      },
      ...connection,
      source: dfo(17, 'tabell 1'),
    },
  ],
};
