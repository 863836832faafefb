import { background, presenceEvery, type ResponseView } from '@samblikk/contract/client';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/index.ts';
import { api } from '../platform/index.ts';

/** How soon to look again when the page is in use, and how often at most others' coming is announced, milliseconds. */
const soon = 3000;
const announceEvery = 60_000;

/**
 * The response as it is now: the page asks for it again by itself, as often as presence is told, while it is looked at and
 * nothing in it is in use. That makes the session last no longer, and moves nothing under a hand.
 */
export function useLiveResponse(loaded: ResponseView): ResponseView {
  const [fresh, setFresh] = useState<{ of: ResponseView; now: ResponseView }>();
  const { orgnr } = loaded.agency;
  const { year } = loaded.round;
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
        const now = await api('readResponse', { params: { orgnr, year }, headers: background, signal });
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
  }, [loaded, orgnr, year]);
  return fresh?.of === loaded ? fresh.now : loaded;
}

/** Whether something on the page is unfolded, or being filled in. */
function inUse(): boolean {
  if (document.querySelector('main details[open], dialog[open]')) return true;
  return document.activeElement?.matches('input, select, textarea') ?? false;
}

/** Who has come into which measure since the page was opened, for a status that is read aloud; once a minute at most. */
export function useArrivals(measures: ResponseView['measures']): string {
  const t = useText();
  const [told, setTold] = useState('');
  const known = useRef<ReadonlySet<string>>(undefined);
  const toldAt = useRef(0);
  useEffect(() => {
    const present = measures.flatMap((card) => card.editing.map((name) => ({ key: `${card.id} ${name}`, name, card })));
    const before = known.current ?? new Set(present.map(({ key }) => key));
    // Those who leave are forgotten, so that they are told of when they come back.
    known.current = new Set(present.flatMap(({ key }) => (before.has(key) ? [key] : [])));
    const news = present.filter(({ key }) => !before.has(key));
    if (news.length === 0 || Date.now() - toldAt.current < announceEvery) return;
    toldAt.current = Date.now();
    known.current = new Set(present.map(({ key }) => key));
    setTold(
      news
        .map(({ name, card }) =>
          t('hub.arrived', { name, measure: card.title ?? t('measure.unnamed', { number: card.number }) }),
        )
        .join(' '),
    );
  }, [measures, t]);
  return told;
}
