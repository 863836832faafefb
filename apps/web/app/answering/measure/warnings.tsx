import { reasonKey } from '@samblikk/contract';
import { type Issue, issueText } from '@samblikk/questionnaire';
import { useState } from 'react';
import { Link } from 'react-router';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { useMeasureForm, useSaveState } from '../form/measure-form.tsx';

/**
 * What asks "is this right?": each can be corrected, or given a reason that follows the answer. Neither is demanded, and
 * nothing here stops anyone.
 */
export function Warnings({ issues, change }: { issues: readonly Issue[]; change: (question: string) => string }) {
  const { edition, readOnly } = useMeasureForm();
  const { draft } = useSaveState();
  const t = useText();
  const language = useLanguage();
  const said = new Map(issues.toReversed().map((issue) => [reasonKey(issue), issue]));
  if (said.size === 0) return null;
  return (
    <section className="ds-alert issues" data-color="warning" aria-labelledby="warnings">
      <h2 className="ds-heading" data-size="2xs" id="warnings">
        {t('check.warnings')}
      </h2>
      <ul>
        {[...said].toReversed().map(([key, issue]) => {
          const text = issueText(issue, edition, language);
          const reason = draft.issues.find((known) => reasonKey(known) === key)?.reason;
          return (
            <li key={key}>
              {readOnly ? text : <Link to={change(issue.question)}>{text}</Link>}
              {reason !== undefined && <p className="reason">{t('reason.given', { reason })}</p>}
              {!readOnly && <Reason id={key} about={text} given={reason} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Reason({ id, about, given }: { id: string; about: string; given: string | undefined }) {
  const { giveReason } = useMeasureForm();
  const t = useText();
  const [text, setText] = useState(given ?? '');
  const [open, setOpen] = useState(false);
  const inputId = `reason-${id}`;
  return (
    <details className="confirm" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t(given === undefined ? 'reason.open' : 'reason.change')}
        <span className="visually-hidden"> – {about}</span>
      </summary>
      <form
        className="confirm-box"
        onSubmit={(event) => {
          event.preventDefault();
          giveReason(id, text.trim() === '' ? null : text.trim());
          setOpen(false);
        }}
      >
        <label className="ds-label" htmlFor={inputId}>
          {t('reason.label')}
        </label>
        <textarea
          className="ds-input"
          id={inputId}
          rows={2}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button className="ds-button" data-size="sm" type="submit">
          {t('reason.save')}
        </button>
      </form>
    </details>
  );
}
