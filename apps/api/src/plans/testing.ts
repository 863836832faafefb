import type { SavedPlan } from '@samblikk/contract';
import { digdir } from '../responses/testing.ts';

const line = { phases: ['execution' as const], years: null, about: false, note: '' };

/** The least of a plan: the lead, and one cost. */
export const smallPlan: SavedPlan = {
  name: 'Plan',
  actors: [actor(digdir.orgnr)],
  costs: [{ id: 'c1', actors: [digdir.orgnr], amount: 1000, type: 'consultants', ...line }],
  ...{ funding: [], pools: [], costsOfOthers: [], frame: null, index: null },
  ...{ population: 2024, principle: 'eachBearsItsOwn' },
};

/** An actor of a plan. */
export function actor(id: string, more: Partial<SavedPlan['actors'][number]> = {}): SavedPlan['actors'][number] {
  return { id, observer: false, numbers: {}, minimum: null, maximum: null, ...more };
}
