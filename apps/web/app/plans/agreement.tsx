import type { FinancingPlanView } from '@samblikk/contract/client';
import { Form } from 'react-router';
import { showMoment, useLanguage } from '../i18n/index.ts';
import { Unfolding } from '../staff/index.ts';
import { faultOf, Labelled, useFieldErrors } from '../ui/index.ts';
import { usePlanText } from './texts.ts';

const colors = {
  proposes: 'info',
  agreed: 'success',
  refused: 'danger',
  lapsed: 'warning',
  waiting: 'neutral',
} as const;

/** What each actor has said of the sharing, and where those who may answer do. */
export function Agreement({ view: { agreements, may, version } }: { view: FinancingPlanView }) {
  const s = usePlanText();
  const language = useLanguage();
  if (agreements.length < 2) return null;
  return (
    <section className="hub-section" aria-labelledby="agreement">
      <h2 className="ds-heading" data-size="sm" id="agreement">
        {s('agreement')}
      </h2>
      <ul className="plan-agreements">
        {agreements.map(({ actor, name, state, reason, by, at }) => (
          <li key={actor}>
            <p>
              <strong>{name}</strong>{' '}
              <span className="ds-tag" data-size="sm" data-color={colors[state]}>
                {s(`state.${state}`)}
              </span>
            </p>
            {reason !== null && state === 'refused' && <p className="withdrawal-reason">{reason}</p>}
            {by !== null && at !== null && (
              <p className="small subtle">{s('answeredBy', { name: by, time: showMoment(at, language) })}</p>
            )}
            {may.answer.includes(actor) && <Answer {...{ actor, name, version, agreed: state === 'agreed' }} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answer({ actor, name, version, agreed }: { actor: string; name: string; version: number; agreed: boolean }) {
  const s = usePlanText();
  const field = `reason-${actor}`;
  const { errors, form } = useFieldErrors((element) => ({
    reason: String(new FormData(element).get('reason') ?? '').trim() === '' ? s('reasonMissing') : undefined,
  }));
  const hidden = (
    <>
      <input type="hidden" name="actor" value={actor} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  return (
    <div className="choice-row">
      {!agreed && (
        <Form method="post" preventScrollReset>
          {hidden}
          <button className="ds-button" data-size="sm" type="submit" name="do" value="agree">
            {s('agree', { name })}
          </button>
        </Form>
      )}
      <Unfolding label={s('refuse', { name })}>
        <Form method="post" className="confirm-box" preventScrollReset {...form}>
          {hidden}
          <input type="hidden" name="do" value="refuse" />
          <Labelled id={field} label={s('reason')} error={errors.reason}>
            <textarea
              className="ds-input"
              id={field}
              name="reason"
              rows={3}
              maxLength={1000}
              {...faultOf(field, errors.reason)}
            />
          </Labelled>
          <button className="ds-button" data-size="sm" type="submit">
            {s('sendNo')}
          </button>
        </Form>
      </Unfolding>
    </div>
  );
}
