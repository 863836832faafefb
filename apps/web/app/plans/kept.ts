import type { TypedPlan } from './typed-plan.ts';

// What is typed in a plan is kept in the tab until it is saved: through a reload, and a login when the session has ended.

interface Kept {
  readonly basedOn: number;
  readonly typed: TypedPlan;
}

const keyOf = (measure: string) => `samblikk-plan-${measure}`;

export function keepTyped(measure: string, kept: Kept): void {
  try {
    sessionStorage.setItem(keyOf(measure), JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing: it stands on the page all the same.
  }
}

export function keptTyped(measure: string): Kept | undefined {
  try {
    const kept = sessionStorage.getItem(keyOf(measure));
    return kept === null ? undefined : (JSON.parse(kept) as Kept);
  } catch {
    return undefined;
  }
}

export function forgetTyped(measure: string): void {
  try {
    sessionStorage.removeItem(keyOf(measure));
  } catch {
    // As above.
  }
}
