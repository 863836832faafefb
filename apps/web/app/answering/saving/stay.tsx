import { useEffect, useSyncExternalStore } from 'react';
import { useBlocker } from 'react-router';
import { useHref, useText } from '../../i18n/text.tsx';
import { checkPage, measurePath, wholeForm } from '../addresses.ts';
import { useMeasureForm, useSaveState } from '../form/measure-form.tsx';

/**
 * Without a network nothing but the measure's own pages can be had. Whoever follows a link out of it is told so, and stays
 * with what is written unless they insist.
 */
export function StayWithoutNetwork() {
  const { edition, draft } = useMeasureForm();
  const { status } = useSaveState();
  const online = useSyncExternalStore(watchNetwork, isOnline, () => true);
  const cut = !online || status === 'offline';
  const t = useText();
  const to = useHref();
  const pages = ['', checkPage, wholeForm, ...edition.sections.map(({ id }) => id)];
  const here = new Set(pages.map((page) => to(measurePath(draft.year, draft.id, page))));
  const blocker = useBlocker(({ nextLocation }) => cut && !here.has(nextLocation.pathname));
  useEffect(() => {
    if (!cut && blocker.state === 'blocked') blocker.reset();
  }, [cut, blocker]);
  return (
    <div role="alert">
      {blocker.state === 'blocked' && (
        <p className="ds-alert" data-color="warning">
          {t('save.stay')}{' '}
          <button
            className="ds-button"
            data-variant="tertiary"
            data-size="sm"
            type="button"
            onClick={() => blocker.proceed()}
          >
            {t('save.leave')}
          </button>
        </p>
      )}
    </div>
  );
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
