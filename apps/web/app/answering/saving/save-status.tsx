import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { Message, useLanguage, useText } from '../../i18n/text.tsx';
import { useMeasureForm, useSaveState } from '../form/measure-form.tsx';
import { loginPath } from '../login-path.ts';
import { showMoment, showTime } from '../moment.ts';
import { useStayWithoutNetwork } from './stay.tsx';

/** Whether what is typed is saved. "Saved 10:42" is told quietly; what the person must know of is told at once. */
export function SaveStatus() {
  const t = useText();
  const language = useLanguage();
  const { queue, draft: opened } = useMeasureForm();
  const { status, draft } = useSaveState();
  const { pathname, search } = useLocation();
  const leaving = useStayWithoutNetwork();
  // What was saved in an earlier visit is told with its date.
  const earlier = draft.version === opened.version;
  const at = draft.savedAt && !earlier && showTime(draft.savedAt, language);
  return (
    <div className="save-status" data-status={status}>
      <p role="status">
        {status === 'saved' && at && t('save.saved', { time: at })}
        {(status === 'saved' || status === 'reading') &&
          earlier &&
          draft.savedAt &&
          t('save.saved', { time: showMoment(draft.savedAt, language) })}
      </p>
      {status === 'saving' && <p aria-hidden="true">{t('save.saving')}</p>}
      <div role="alert">
        {leaving.state === 'blocked' && (
          <p className="ds-alert" data-color="warning">
            {t('save.stay')} <Press onClick={() => leaving.proceed()}>{t('save.leave')}</Press>
          </p>
        )}
        {status === 'offline' && leaving.state !== 'blocked' && (
          <p className="ds-alert" data-color="warning">
            {t('save.offline')} <Press onClick={() => queue.flush()}>{t('save.again')}</Press>
          </p>
        )}
        {status === 'signedOut' && (
          <p className="ds-alert" data-color="warning">
            <Message id="save.signedOut" values={{ a: (text) => <a href={loginPath(pathname + search)}>{text}</a> }} />
          </p>
        )}
        {status === 'refused' && (
          <p className="ds-alert" data-color="danger">
            {t('save.refused')}
          </p>
        )}
      </div>
    </div>
  );
}

/** A button in a running text. */
function Press({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button className="ds-button" data-variant="tertiary" data-size="sm" type="button" onClick={onClick}>
      {children}
    </button>
  );
}
