import type { Change, SaveRequest } from './save-state.ts';

/** Waiting change; `ready` when it may be sent. */
export interface Waiting {
  readonly value: Change;
  readonly ready: boolean;
  readonly confirmed: boolean;
}

/** What goes to the service in one request. */
export interface SaveBatch {
  readonly basedOn: number;
  readonly changes: ReadonlyMap<string, Waiting>;
  readonly reasons: ReadonlyMap<string, string | null>;
}

/**
 * The changes that are ready and based on the same version, the oldest first, with all reasons.
 * @param baseOf the version that a change of a question is based on @param newest what reasons alone are based on
 */
export function nextBatch(
  waiting: ReadonlyMap<string, Waiting>,
  reasons: SaveBatch['reasons'],
  baseOf: (question: string) => number,
  newest: number,
): SaveBatch {
  const ready = [...waiting].filter(([, change]) => change.ready);
  const basedOn = Math.min(newest, ...ready.map(([question]) => baseOf(question)));
  const changes = new Map(ready.filter(([question]) => baseOf(question) === basedOn));
  return { basedOn, changes, reasons: new Map(reasons) };
}

export function requestOf({ basedOn, changes, reasons }: SaveBatch): SaveRequest {
  return {
    basedOn,
    changes: Object.fromEntries([...changes].map(([question, { value }]) => [question, value])),
    confirmed: [...changes].filter(([, { confirmed }]) => confirmed).map(([question]) => question),
    ...(reasons.size > 0 && { reasons: Object.fromEntries(reasons) }),
  };
}
