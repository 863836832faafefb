import type { Filters } from '../filter.ts';

// Who answered a question, by all its answers: what is kept back is in no base of those who did.

export const answeredCost: Filters = { costBand: ['under10m', 'from10to50m', 'from50to100m', 'over100m'] };
export const answeredFunding: Filters = { funding: ['yes', 'no', 'partly'] };
export const answeredEffects: Filters = {
  effects: [
    'serviceQuality',
    'efficiency',
    'costEfficiency',
    'simplerRoutines',
    'decisionSupport',
    'coherentServices',
    'freedResources',
    'newServices',
    'robustInfrastructure',
    'lessEnvironmentalLoad',
    'other',
  ],
};
