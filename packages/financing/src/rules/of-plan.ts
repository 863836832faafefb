import { coverageOf } from '../plan/coverage.ts';
import { type FinancingPlan, planPhases, type Years } from '../plan/plan.ts';
import type { PlanAsked } from './may-use.ts';

/**
 * What rules ask about a plan. Its total is the cost frame (P85), by which Statens prosjektmodell counts, else all its costs when
 * each of them is known. Observers do not count.
 */
export function askedOf(plan: FinancingPlan, years: Years, year?: number): PlanAsked {
  const { total } = coverageOf({ costs: plan.costs, funding: [] }, 'phase');
  const known = plan.frame?.costFrame ?? (total.unknown === 0 && plan.costs.length > 0 ? total.cost : undefined);
  const lines = [...plan.costs, ...plan.funding];
  return {
    actors: [...new Set(plan.actors.filter(({ observer }) => !observer).map(({ type }) => type))],
    phases: planPhases.filter((phase) => lines.some(({ phases }) => phases.includes(phase))),
    ...(known !== undefined && { total: known }),
    years,
    ...(year !== undefined && { year }),
  };
}
