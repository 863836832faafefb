import { questionsOf } from '@samblikk/questionnaire';
import { Fragment, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { Message, showMoment, showTime, useHref, useLanguage, usePick, useText } from '../../i18n/index.ts';
import { listPath, loginPath } from '../../ui/index.ts';
import { useMeasureForm, useSaveState } from '../form/measure-form-context.ts';
import { useQuestionPath } from '../form/question-place.ts';
import { useOfflineBlocker } from './offline-blocker.tsx';
import { useWithdrawn } from './withdrawn.tsx';

/** Whether what is typed is saved. "Saved 10:42" is told quietly; what the person must know of is told at once. */
export function SaveStatus() {
  const t = useText();
  const language = useLanguage();
  const { queue, draft: opened } = useMeasureForm();
  const { status, draft } = useSaveState();
  const { pathname, search } = useLocation();
  const leaving = useOfflineBlocker();
  // What was saved in an earlier visit is told with its date.
  const earlier = draft.version === opened.version;
  const at = draft.savedAt && !earlier && showTime(draft.savedAt, language);
  return (
    <div className="save-status" data-status={status}>
      <p role="status">
        {status === 'saved' && at && <span>{t('save.saved', { time: at })}</span>}
        {(status === 'saved' || status === 'reading') && earlier && draft.savedAt && (
          <span>{t('save.saved', { time: showMoment(draft.savedAt, language) })}</span>
        )}
      </p>
      {status === 'saving' && <p aria-hidden="true">{t('save.saving')}</p>}
      <div role="alert">
        {leaving.state === 'blocked' && (
          <p className="ds-alert" data-color="warning">
            <span>{t('save.stay')}</span> <Press onClick={() => leaving.proceed()}>{t('save.leave')}</Press>
          </p>
        )}
        {status === 'offline' && leaving.state !== 'blocked' && (
          <p className="ds-alert" data-color="warning">
            <span>{t('save.offline')}</span> <Press onClick={() => queue.flush()}>{t('save.again')}</Press>
          </p>
        )}
        {status === 'signedOut' && (
          <p className="ds-alert" data-color="warning">
            <Message id="save.signedOut" values={{ a: (text) => <a href={loginPath(pathname + search)}>{text}</a> }} />
          </p>
        )}
        {leaving.state !== 'blocked' && <ToMend />}
        {status === 'refused' && <Refused />}
      </div>
    </div>
  );
}

/** The answers that are not saved before the person does something about them, each with the way to its field. */
function ToMend() {
  const { edition } = useMeasureForm();
  const { toMend } = useSaveState();
  const t = useText();
  const pick = usePick();
  const path = useQuestionPath();
  const questions = questionsOf(edition).filter(({ id }) => toMend.includes(id));
  if (questions.length === 0) return null;
  return (
    <p className="ds-alert" data-color="danger">
      <span>{t('save.toMend', { count: questions.length })}</span>{' '}
      {questions.map(({ id, name, label }, i) => (
        <Fragment key={id}>
          {i > 0 && <span> · </span>}
          <Link to={path(id)}>{pick(name ?? label)}</Link>
        </Fragment>
      ))}
    </p>
  );
}

/** Why nothing more is saved, and the way back to the list. */
function Refused() {
  const { draft } = useMeasureForm();
  const { refusal } = useSaveState();
  const t = useText();
  const to = useHref();
  const said = useWithdrawn(refusal?.withdrawn);
  return (
    <p className="ds-alert" data-color="danger">
      <span>{said ?? t('save.refused')}</span>{' '}
      <Link to={to(listPath(draft))}>{t(draft.delegated ? 'nav.toDelegated' : 'nav.toHub')}</Link>
    </p>
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
