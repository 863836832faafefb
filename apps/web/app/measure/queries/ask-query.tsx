import { may } from '@samblikk/contract/client';
import { type FormEvent, useRef, useState } from 'react';
import { endOfDay, useText } from '../../i18n/index.ts';
import { heldBy, useSession } from '../../session/index.ts';
import { Labelled } from '../../ui/index.ts';
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
  const id = question ?? 'whole';
  const mayReopen = !draft.open && session !== undefined && may(heldBy(session), 'round.manage');
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const day = String(form.get('until') ?? '');
    try {
      const told = await ask({
        question,
        text: String(form.get('text')),
        ...(day !== '' && { until: endOfDay(day) }),
      });
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
          <form className="confirm-box" onSubmit={send}>
            <Labelled id={`ask-${id}`} label={t('query.askLabel')}>
              <p data-field="description" className="small" id={`ask-${id}-help`}>
                {t('query.askHelp')}
              </p>
              <textarea
                className="ds-input"
                id={`ask-${id}`}
                name="text"
                rows={3}
                maxLength={2000}
                required
                aria-describedby={`ask-${id}-help`}
              />
            </Labelled>
            {mayReopen && (
              <Labelled id={`until-${id}`} label={t('query.lastDay')}>
                <p data-field="description" className="small" id={`until-${id}-help`}>
                  {t('query.lastDayHelp')}
                </p>
                <input
                  className="ds-input"
                  id={`until-${id}`}
                  name="until"
                  type="date"
                  aria-describedby={`until-${id}-help`}
                />
              </Labelled>
            )}
            <button className="ds-button" data-size="sm" type="submit">
              {t('query.askSend')}
            </button>
          </form>
        )}
      </details>
      <div role="status" ref={status} tabIndex={-1}>
        {outcome && <p className="small">{t(`query.${outcome}`)}</p>}
      </div>
    </>
  );
}
