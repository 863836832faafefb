import type { GivenPlan } from '../plans/index.ts';

const [skatteetaten, brreg] = ['974761076', '974760673'];
const actor = { observer: false, minimum: null, maximum: null };
const line = { about: false, note: '' };
const execution = { ...line, phases: ['execution' as const], years: { from: 2019, to: 2020 } };
const operation = { ...line, phases: ['operation' as const], years: { from: 2021, to: 2021 } };
const ownBudget = { from: 'ownBudget' as const, giver: null };

/** An invented plan of a measure of the demonstration’s 2019, open to all: two agencies, and a gap. */
export const demoPlan: GivenPlan = {
  number: '2019-0079',
  open: [skatteetaten, brreg],
  plan: {
    name: 'Deling av data om merverdiavgift (oppdiktet)',
    actors: [
      { id: skatteetaten, ...actor, numbers: { use: 3 } },
      { id: brreg, ...actor, numbers: { use: 2 } },
    ],
    costs: [
      { ...execution, id: 'c1', actors: [skatteetaten], amount: 14_000_000, type: 'consultants' },
      { ...execution, id: 'c2', actors: [brreg], amount: 8_060_000, type: 'staff' },
      { ...operation, id: 'c3', actors: [skatteetaten, brreg], amount: 3_000_000, type: 'operation' },
    ],
    funding: [
      { ...execution, ...ownBudget, id: 'f1', actors: [skatteetaten], amount: 8_000_000 },
      { ...execution, ...ownBudget, id: 'f2', actors: [skatteetaten], amount: 5_000_000, from: 'medfinansiering' },
      { ...execution, ...ownBudget, id: 'f3', actors: [brreg], amount: 4_000_000 },
      { ...operation, ...ownBudget, id: 'f4', actors: [skatteetaten, brreg], amount: 3_000_000 },
    ],
    pools: [{ id: 'p1', name: 'Drift 2021', amount: 3_000_000, actors: [skatteetaten, brreg], key: 'use' }],
    population: 2024,
    principle: 'eachBearsItsOwn',
    costsOfOthers: [
      // The same in bokmål and nynorsk.
      { id: 'o1', who: 'Økonomisystem', what: 'connection', text: '' },
    ],
    frame: {
      ...{ priceYear: 2019, includesVat: true, baseCost: 20_060_000, expectedAddition: 2_000_000 },
      ...{ steeringFrame: null, costFrame: 25_000_000 },
    },
    index: null,
  },
};
