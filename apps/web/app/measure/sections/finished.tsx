import { useRef, useState } from 'react';
import { showMoment, useLanguage, useText } from '../../i18n/index.ts';
import { ApiProblem, api } from '../../platform/index.ts';
import { useMeasureForm } from '../form/measure-form-context.ts';
import { askingSections, progressOf } from './steps.tsx';

/** For those who were asked to answer: how much is answered, and the word to whoever asked that it is finished. */
export function Finished() {
  const form = useMeasureForm();
  const { draft, readOnly } = form;
  const t = useText();
  const language = useLanguage();
  const status = useRef<HTMLParagraphElement>(null);
  const [at, setAt] = useState(draft.delegation?.finishedAt ?? null);
  const [refused, setRefused] = useState(false);
  if (!draft.delegation || readOnly) return null;
  const finish = async () => {
    try {
      const params = { measure: draft.id, year: draft.year };
      setAt((await api('finishDelegation', { params })).finishedAt);
      setRefused(false);
    } catch (error) {
      if (!(error instanceof ApiProblem) && !(error instanceof TypeError)) throw error;
      setRefused(true);
    }
    status.current?.focus();
  };
  return (
    <div className="finished">
      <p>{t('delegate.progress', progressOf(form, askingSections(form)))}</p>
      {at === null && <p>{t('delegate.finishText')}</p>}
      {at === null && (
        <button className="ds-button" type="button" onClick={finish}>
          {t('delegate.finish')}
        </button>
      )}
      <p role="status" ref={status} tabIndex={-1}>
        {refused ? t('query.refused') : at !== null && t('delegate.finished', { time: showMoment(at, language) })}
      </p>
    </div>
  );
}
