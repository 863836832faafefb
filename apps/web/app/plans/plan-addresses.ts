import { planPath } from '../ui/index.ts';

/** Where a plan is changed. @param own the actor whose own lines are; the whole plan unless told */
export const editPlanPath = (measure: string, own?: string) =>
  `${planPath(measure)}/rediger${own === undefined ? '' : `?part=${encodeURIComponent(own)}`}`;
