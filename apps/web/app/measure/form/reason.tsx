import { reasonKey } from '@samblikk/contract/client';
import { asksForAnswer, type Issue } from '@samblikk/questionnaire';
import { useRef, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { useMeasureForm, useSaveState } from './measure-form-context.ts';

/** The reason that was given why a warning does not matter, if any. */
export function useReason(issue: Issue): string | undefined {
  const { draft } = useSaveState();
  const key = reasonKey(issue);
  return draft.issues.find((known) => reasonKey(known) === key)?.reason;
}

/**
 * "Yes, because …": why a warning does not matter here. A rule that asks for something, rather than whether something is
 * right, cannot be answered with yes; it is said why it is not done.
 * @param about the words of the warning, for those who do not see what is beside the button
 * @param place tells several of the same warning on a page apart
 */
export function Reason({ issue, about, place }: { issue: Issue; about: string; place: string }) {
  const { edition, giveReason } = useMeasureForm();
  const t = useText();
  const given = useReason(issue);
  const summary = useRef<HTMLElement>(null);
  const [text, setText] = useState(given ?? '');
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState('');
  const key = reasonKey(issue);
  const inputId = `reason-${place}-${key}`;
  const asks = asksForAnswer(edition, issue);
  const save = () => {
    const words = text.trim() || null;
    giveReason(key, words);
    setTold(t(words ? 'reason.saved' : 'reason.removed'));
    setOpen(false);
    // What was pressed goes away with the box: the focus goes to what opened it.
    summary.current?.focus();
  };
  return (
    <>
      {given !== undefined && <p className="reason">{t('reason.given', { reason: given })}</p>}
      <details className="confirm" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary ref={summary}>
          <span>{t(given !== undefined ? 'reason.change' : asks ? 'reason.openBlank' : 'reason.open')}</span>
          <span className="visually-hidden">{` – ${about}`}</span>
        </summary>
        {/* No form: it may stand inside the one of the section. */}
        <div className="confirm-box">
          <label className="ds-label" htmlFor={inputId}>
            {t(asks ? 'reason.labelBlank' : 'reason.label')}
          </label>
          <textarea
            className="ds-input"
            id={inputId}
            rows={2}
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <button className="ds-button" data-size="sm" type="button" onClick={save}>
            {t('reason.save')}
          </button>
        </div>
      </details>
      <p className="visually-hidden" role="status">
        {told}
      </p>
    </>
  );
}
