import { may } from '@samblikk/contract/client';
import { type FormEvent, useRef, useState } from 'react';
import { endOfDay, useText } from '../../i18n/index.ts';
import { heldBy, useSession } from '../../session/index.ts';
import { DayField, dayIn, faultOf, inputOf, Labelled, useDayFault, useFieldErrors } from '../../ui/index.ts';
import { describing, joined } from '../fields/common.ts';
import { useMeasureForm } from '../form/measure-form-context.ts';
import { useQueries } from './query-list.tsx';

/**
 * For staff, once a measure has been sent in: sends it back with a question about one answer, or about all of it. In a
 * closed round, those who manage it may give the agency a last day to change the answer.
 */
export function AskQuery({ question, label }: { question: string | null; label: string }) {
  const { draft } = useMeasureForm();
  const { ask } = useQueries();
  const session = useSession();
  const t = useText();
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<'sent' | 'sentUntold' | 'refused'>();
  const status = useRef<HTMLDivElement>(null);
  if (!draft.mayAsk) return null;
  const send = async (text: string, day: string) => {
    try {
      const told = await ask({ question, text, ...(day !== '' && { until: endOfDay(day) }) });
      setOutcome(told ? 'sent' : 'sentUntold');
      setOpen(false);
      status.current?.focus();
    } catch {
      setOutcome('refused');
    }
  };
  return (
    <>
      <details className="confirm" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span>{t(question === null ? 'query.askWhole' : 'query.ask')}</span>
          {question !== null && <span className="visually-hidden">{` – ${label}`}</span>}
        </summary>
        {open && (
          <AskForm
            id={question ?? 'whole'}
            mayReopen={!draft.open && session !== undefined && may(heldBy(session), 'round.manage')}
            onSend={send}
          />
        )}
      </details>
      <div role="status" ref={status} tabIndex={-1}>
        {outcome && <p className="small">{t(`query.${outcome}`)}</p>}
      </div>
    </>
  );
}

interface AskFormProps {
  id: string;
  mayReopen: boolean;
  /** `day`: the last day to change the answer, ISO 8601; blank for none. */
  onSend: (text: string, day: string) => void;
}

function AskForm({ id, mayReopen, onSend }: AskFormProps) {
  const t = useText();
  const dayFault = useDayFault();
  const textId = `ask-${id}`;
  const { errors, form } = useFieldErrors((form) => ({
    text: String(new FormData(form).get('text')).trim() === '' ? t('query.askMissing') : undefined,
    until: dayFault(inputOf(form, 'until')?.value ?? '', { optional: true }),
  }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    form.onSubmit(event);
    if (event.isDefaultPrevented()) return;
    event.preventDefault();
    const filled = new FormData(event.currentTarget);
    onSend(String(filled.get('text')), dayIn(String(filled.get('until') ?? '')));
  };
  return (
    <form className="confirm-box" {...form} onSubmit={submit}>
      <Labelled id={textId} label={t('query.askLabel')} error={errors.text}>
        <p data-field="description" className="small" id={`${textId}-help`}>
          {t('query.askHelp')}
        </p>
        <textarea
          className="ds-input"
          id={textId}
          name="text"
          rows={3}
          maxLength={2000}
          required
          {...describing({
            describedBy: joined(faultOf(textId, errors.text)['aria-describedby'], `${textId}-help`),
            invalid: errors.text !== undefined,
          })}
        />
      </Labelled>
      {mayReopen && (
        <DayField
          id={`until-${id}`}
          name="until"
          label={t('query.lastDay')}
          help={t('query.lastDayHelp')}
          error={errors.until}
        />
      )}
      <button className="ds-button" data-size="sm" type="submit">
        {t('query.askSend')}
      </button>
    </form>
  );
}
