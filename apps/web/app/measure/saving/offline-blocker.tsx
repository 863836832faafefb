import { useEffect, useSyncExternalStore } from 'react';
import { type Blocker, useBlocker } from 'react-router';
import { useHref } from '../../i18n/index.ts';
import { checkPage, measurePath, wholeForm } from '../../ui/index.ts';
import { useMeasureForm, useSaveState } from '../form/measure-form-context.ts';

/**
 * Without a network nothing but the measure's own pages can be had: whoever follows a link out of it stays with what is
 * written, unless they insist. The state is `blocked` while there is something to tell of that.
 */
export function useOfflineBlocker(): Blocker {
  const { edition, draft } = useMeasureForm();
  const { status } = useSaveState();
  const online = useSyncExternalStore(watchNetwork, isOnline, () => true);
  const cut = !online || status === 'offline';
  const to = useHref();
  const pages = ['', checkPage, wholeForm, ...edition.sections.map(({ id }) => id)];
  const here = new Set(pages.map((page) => to(measurePath(draft.year, draft.id, page))));
  const blocker = useBlocker(({ nextLocation }) => cut && !here.has(nextLocation.pathname));
  useEffect(() => {
    if (!cut && blocker.state === 'blocked') blocker.reset();
  }, [cut, blocker]);
  return blocker;
}

const isOnline = () => navigator.onLine;

function watchNetwork(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}
