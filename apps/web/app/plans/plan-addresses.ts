// The addresses of financing plans, without language.

export const plansPath = '/finansieringsplaner';
export const planPath = (measure: string) => `${plansPath}/${measure}`;
/** @param own the actor whose own lines are changed; the whole plan unless told */
export const editPlanPath = (measure: string, own?: string) =>
  `${planPath(measure)}/rediger${own === undefined ? '' : `?part=${encodeURIComponent(own)}`}`;
