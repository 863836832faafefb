import type { Frame } from '../plan/plan.ts';
import { type Kroner, sumOf, wholeKroner } from '../sharing/kroner.ts';

export type FrameFault = 'additionBelowZero' | 'sumDiffers' | 'frameBelowSteering';

/** The amounts of a frame in the terms of Statens prosjektmodell, and what follows from them. */
export type FrameAmounts = Pick<Frame, 'baseCost' | 'expectedAddition' | 'steeringFrame' | 'costFrame'> & {
  /** `avsetning for usikkerhet`: what is between the steering frame (P50) and the cost frame (P85). */
  readonly reserve?: Kroner;
};

/**
 * Fills in what follows: base cost + expected addition = steering frame (P50), and steering frame + reserve = cost frame (P85).
 * What does not follow stays unknown: a cost frame is never worked out of a steering frame alone, as that takes an analysis of uncertainty.
 * Source: Felles begrepsapparat (Concept), as in DFØ-rapport 2025:7, 2.1.1, notes 16 and 17.
 * @returns the amounts, or what is wrong with them, and by how many kroner
 * @throws RangeError unless amounts are whole kroner, 0 or more
 */
export function completeFrame(given: FrameAmounts): FrameAmounts | { readonly fault: FrameFault; readonly by: Kroner } {
  for (const [name, amount] of Object.entries(given)) if (amount !== undefined) wholeKroner(amount, name);
  const steering = third(given.baseCost, given.expectedAddition, given.steeringFrame);
  if ('by' in steering) return { fault: steering.differs ? 'sumDiffers' : 'additionBelowZero', by: steering.by };
  const cost = third(steering.sum, given.reserve, given.costFrame);
  if ('by' in cost) return { fault: cost.differs ? 'sumDiffers' : 'frameBelowSteering', by: cost.by };
  const all = {
    ...{ baseCost: steering.one, expectedAddition: steering.other, steeringFrame: cost.one ?? steering.sum },
    ...{ reserve: cost.other, costFrame: cost.sum },
  };
  // A steering frame that follows from the cost frame may settle the parts below it.
  if (
    all.steeringFrame !== undefined &&
    steering.sum === undefined &&
    (all.baseCost ?? all.expectedAddition) !== undefined
  )
    return completeFrame({ ...given, steeringFrame: all.steeringFrame });
  return Object.fromEntries(Object.entries(all).filter(([, amount]) => amount !== undefined));
}

interface Three {
  readonly one: Kroner | undefined;
  readonly other: Kroner | undefined;
  readonly sum: Kroner | undefined;
}

/** Two amounts and their sum, the third of which follows from any two. */
function third(
  one: Kroner | undefined,
  other: Kroner | undefined,
  sum: Kroner | undefined,
): Three | { readonly differs: boolean; readonly by: Kroner } {
  if (sum === undefined)
    return { one, other, sum: one === undefined || other === undefined ? undefined : sumOf([one, other]) };
  const known = (one ?? 0) + (other ?? 0);
  if (one !== undefined && other !== undefined)
    return known === sum ? { one, other, sum } : { differs: true, by: Math.abs(known - sum) };
  if (known > sum) return { differs: false, by: known - sum };
  return {
    one: one ?? (other === undefined ? undefined : sum - other),
    other: other ?? (one === undefined ? undefined : sum - one),
    sum,
  };
}
