import { setImmediate } from 'node:timers/promises';

/** Lets others in, when it is their turn. */
export type YieldToOthers = () => Promise<void> | undefined;

/**
 * For long work in pieces: `await breathe()` between them lets other people's requests in, each time the work has gone on for
 * so many milliseconds, and costs next to nothing in between.
 */
export function yieldToOthers(milliseconds = 25): YieldToOthers {
  let since = performance.now();
  return () => {
    if (performance.now() - since < milliseconds) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}
