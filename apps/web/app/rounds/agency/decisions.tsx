import type { AgencyFollowUp } from '@samblikk/contract/client';
import { Form } from 'react-router';
import { showMoment, useLanguage } from '../../i18n/index.ts';
import { DayField, faultOf, inputOf, Labelled, useDayFault, useFieldErrors } from '../../ui/index.ts';
import { RefuseTime } from '../refuse-time.tsx';
import { TimeSaid } from '../time-said.tsx';
import { wordsIn } from '../words-in.ts';
import { useAgencyText } from './texts.ts';

/** More time for the agency, asked for or not. */
export function Time({ about: { round, standing } }: { about: AgencyFollowUp }) {
  const s = useAgencyText();
  const dayFault = useDayFault();
  const { errors, form } = useFieldErrors((form) => ({ until: dayFault(inputOf(form, 'until')?.value ?? '') }));
  const { reopening } = standing;
  return (
    <section className="hub-section" aria-labelledby="more-time">
      <h2 className="ds-heading" data-size="sm" id="more-time">
        {s('time.heading')}
      </h2>
      {reopening && <TimeSaid reopening={reopening} />}
      {round.state === 'planned' ? (
        <p className="subtle">{s('time.planned')}</p>
      ) : (
        <Form method="post" className="form-column" {...form}>
          <input type="hidden" name="do" value="grant" />
          <p className="prose">{s('time.text')}</p>
          <DayField id="until" name="until" label={s('time.lastDay')} error={errors.until} />
          <button className="ds-button" data-variant="secondary" type="submit">
            {s('time.give')}
          </button>
        </Form>
      )}
      {reopening?.waiting && (
        <RefuseTime id="refusal">
          <input type="hidden" name="do" value="refuse" />
        </RefuseTime>
      )}
    </section>
  );
}

/** That the agency will not answer. Nothing to say of one that has. */
export function Declining({ about: { standing }, mayManage }: { about: AgencyFollowUp; mayManage: boolean }) {
  const s = useAgencyText();
  const language = useLanguage();
  const { declined, state } = standing;
  if (state === 'submitted' || (!declined && !mayManage)) return null;
  return (
    <section className="hub-section" aria-labelledby="decline">
      <h2 className="ds-heading" data-size="sm" id="decline">
        {s('decline.heading')}
      </h2>
      {declined && (
        <p>
          {s('decline.said', { reason: declined.reason, by: declined.by, time: showMoment(declined.at, language) })}
        </p>
      )}
      {mayManage && (declined ? <Undo /> : <Decline />)}
    </section>
  );
}

function Undo() {
  const s = useAgencyText();
  return (
    <Form method="post">
      <button className="ds-button" data-variant="secondary" type="submit" name="do" value="undo">
        {s('decline.undo')}
      </button>
    </Form>
  );
}

function Decline() {
  const s = useAgencyText();
  const { errors, form } = useFieldErrors((form) => ({
    reason: wordsIn(form, 'reason') ? undefined : s('decline.missing'),
  }));
  return (
    <Form method="post" className="form-column" {...form}>
      <input type="hidden" name="do" value="decline" />
      <p className="prose">{s('decline.text')}</p>
      <Labelled id="reason" label={s('decline.reason')} error={errors.reason} className="wide-field">
        <textarea
          className="ds-input"
          id="reason"
          name="reason"
          rows={2}
          maxLength={1000}
          {...faultOf('reason', errors.reason)}
        />
      </Labelled>
      <button className="ds-button" data-variant="secondary" type="submit">
        {s('decline.do')}
      </button>
    </Form>
  );
}
