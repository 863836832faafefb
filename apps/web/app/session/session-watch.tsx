import type { Session } from '@samblikk/contract/client';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { showTime, useLanguage, useText } from '../i18n/index.ts';
import { ApiProblem, api } from '../platform/index.ts';
import { loginPath } from '../ui/index.ts';
import type { SignedInSession } from './session.ts';

/** How long before the end a person is told, and how often we then ask whether another tab has made it last, ms. */
const warnBefore = 5 * 60_000;
const askEvery = 30_000;

/** `idle`: the person can make it last. `last`: nothing can, but a new login. `over`: it has ended. */
type Ending = { readonly kind: 'idle' | 'last'; readonly at: string } | { readonly kind: 'over' };

/** What there is to say about a session now, and in how many ms to ask again. Counts by the service's own clock. */
export function endingOf(session: Session): { ending: Ending | undefined; askIn: number } {
  if (!session.signedIn) return { ending: { kind: 'over' }, askIn: Number.POSITIVE_INFINITY };
  const now = Date.parse(session.now);
  const left = Date.parse(session.idleAt) - now;
  if (left > warnBefore) return { ending: undefined, askIn: left - warnBefore };
  const kind = Date.parse(session.expiresAt) - now <= warnBefore ? 'last' : 'idle';
  return { ending: { kind, at: session.idleAt }, askIn: Math.min(left, askEvery) };
}

/** Tells a person five minutes before the session ends, and when it has; both cost a press and nothing that is typed. */
export function SessionWatch({ session }: { session: SignedInSession }) {
  const [ending, setEnding] = useState<Ending>();
  const [dismissed, setDismissed] = useState<Ending['kind']>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const { personId } = session;
  const take = useCallback(
    (newest: Session) => {
      // Someone else has signed in, in another tab: what is on this page is no longer theirs to see or to save.
      if (newest.signedIn && newest.personId !== personId) return window.location.reload();
      const { ending: next, askIn } = endingOf(newest);
      setEnding(next);
      if (!next) setDismissed(undefined);
      clearTimeout(timer.current);
      if (Number.isFinite(askIn)) timer.current = setTimeout(ask, askIn + 500);
      async function ask(): Promise<void> {
        try {
          take(await api('session', {}));
        } catch {
          // No contact: the save status says so where it matters, and we ask again.
          clearTimeout(timer.current);
          timer.current = setTimeout(ask, askEvery);
        }
      }
    },
    [personId],
  );

  useEffect(() => {
    take(session);
    // A machine that slept has timers that slept as well.
    const seen = () => {
      if (document.visibilityState === 'visible') api('session', {}).then(take, () => undefined);
    };
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [session, take]);

  const extend = async () => {
    try {
      take(await api('extendSession', {}));
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'notSignedIn') setEnding({ kind: 'over' });
    }
  };
  if (!ending || dismissed === ending.kind) return null;
  return <EndingDialog key={ending.kind} ending={ending} extend={extend} dismiss={() => setDismissed(ending.kind)} />;
}

function EndingDialog({ ending, extend, dismiss }: { ending: Ending; extend: () => void; dismiss: () => void }) {
  const t = useText();
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    // Closed while it is still in the page, so that the focus goes back to where it was.
    return () => dialog?.close();
  }, []);
  const time = 'at' in ending ? showTime(ending.at, language) : '';
  return (
    <dialog
      ref={box}
      className="ds-dialog"
      aria-labelledby="session-ending"
      aria-describedby="session-ending-text"
      onCancel={(event) => {
        event.preventDefault();
        dismiss();
      }}
    >
      <h2 className="ds-heading" data-size="xs" id="session-ending">
        {t(`session.${ending.kind}`)}
      </h2>
      <p id="session-ending-text">{t(`session.${ending.kind}Text`, { time })}</p>
      <div className="buttons">
        {ending.kind === 'idle' ? (
          <button type="button" className="ds-button" onClick={extend}>
            {t('session.continue')}
          </button>
        ) : (
          <a className="ds-button" href={loginPath(pathname + search)}>
            {t('session.again')}
          </a>
        )}
        <button type="button" className="ds-button" data-variant="secondary" onClick={dismiss}>
          {t('session.close')}
        </button>
      </div>
    </dialog>
  );
}
