import { presenceEvery } from '@samblikk/contract/client';
import { useEffect, useRef, useState } from 'react';

/** How soon to look again when the page is in use, milliseconds. */
const soon = 3000;

/**
 * What was loaded, as it is now: the page asks for it again by itself, as often as presence is told, while it is looked at and
 * nothing in it is in use. That moves nothing under a hand.
 * @param ask with the headers `background`, so that the session lasts no longer by it
 */
export function useLive<T>(loaded: T, ask: (signal: AbortSignal) => Promise<T>): T {
  const [fresh, setFresh] = useState<{ of: T; now: T }>();
  const asking = useRef(ask);
  useEffect(() => {
    asking.current = ask;
  });
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    let touched = 0;
    const touch = () => {
      touched = Date.now();
    };
    for (const event of ['pointermove', 'pointerdown', 'keydown', 'scroll']) {
      addEventListener(event, touch, { signal, capture: true, passive: true });
    }
    const quiet = () => Date.now() - touched >= soon && !inUse();
    let timer: ReturnType<typeof setTimeout>;
    const again = (wait: number) => {
      timer = setTimeout(refresh, wait);
    };
    const refresh = async () => {
      if (document.visibilityState === 'hidden') return again(presenceEvery);
      if (!quiet()) return again(soon);
      try {
        const now = await asking.current(signal);
        if (quiet()) setFresh({ of: loaded, now });
      } catch {
        // Nothing depends on it: what was said last stands until the next time.
      }
      if (!signal.aborted) again(presenceEvery);
    };
    again(presenceEvery);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [loaded]);
  return fresh?.of === loaded ? fresh.now : loaded;
}

/** Whether something on the page is unfolded, or being filled in. */
function inUse(): boolean {
  if (document.querySelector('main details[open], dialog[open]')) return true;
  return document.activeElement?.matches('input, select, textarea') ?? false;
}
