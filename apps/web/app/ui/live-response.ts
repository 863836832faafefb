import { background, type ResponseView } from '@samblikk/contract/client';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/index.ts';
import { api } from '../platform/index.ts';
import { useLive } from './live.ts';

/** How often at most others' coming is announced, milliseconds. */
const announceEvery = 60_000;

/** The response as it is now. */
export function useLiveResponse(loaded: ResponseView): ResponseView {
  const { agency, round } = loaded;
  const params = { orgnr: agency.orgnr, year: round.year };
  return useLive(loaded, (signal) => api('readResponse', { params, headers: background, signal }));
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
