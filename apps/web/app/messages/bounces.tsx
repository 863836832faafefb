import type { MessageView } from '@samblikk/contract/client';
import { isEmailAddress } from '@samblikk/questionnaire';
import { Form } from 'react-router';
import { showMoment, useLanguage, usePick } from '../i18n/index.ts';
import { faultOf, inputOf, Labelled, useFieldErrors } from '../ui/index.ts';
import { kindName, useMessageText } from './texts.ts';

/** Letters that did not arrive: tasks for staff. */
export function Bounces({ bounces, maySettle }: { bounces: readonly MessageView[]; maySettle: boolean }) {
  const s = useMessageText();
  if (bounces.length === 0) return null;
  return (
    <section className="hub-section" aria-labelledby="bounces">
      <h2 className="ds-heading" data-size="sm" id="bounces">
        {s('bounces', { count: bounces.length })}
      </h2>
      <p className="prose">{s('bouncesText')}</p>
      <ul className="tasks">
        {bounces.map((bounce) => (
          <Bounce key={bounce.id} bounce={bounce} maySettle={maySettle} />
        ))}
      </ul>
    </section>
  );
}

function Bounce({ bounce, maySettle }: { bounce: MessageView; maySettle: boolean }) {
  const s = useMessageText();
  const pick = usePick();
  const language = useLanguage();
  const id = `email-${bounce.id}`;
  const { errors, form } = useFieldErrors((element) => {
    const typed = (inputOf(element, 'email')?.value ?? '').trim();
    return { email: isEmailAddress(typed) ? undefined : s('addressFault') };
  });
  const old = bounce.receiver ?? '';
  return (
    <li className="task">
      <div>
        <span>{old}</span>
        <p className="small subtle">
          {[
            bounce.agencies.map(({ name }) => pick(name)).join(', '),
            kindName(s, bounce.kind),
            bounce.ofNoRound && s('ofNoRound'),
            s(`state.${bounce.state}`),
            bounce.endedAt && showMoment(bounce.endedAt, language),
            bounce.fault && s('serverSaid', { fault: bounce.fault }),
            bounce.returnReason,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {maySettle && (
        <>
          <Form method="post" className="choice-row" {...form}>
            <input type="hidden" name="bounce" value={bounce.id} />
            <Labelled id={id} label={s('newAddress', { old })} error={errors.email}>
              <input
                className="ds-input"
                id={id}
                name="email"
                type="text"
                inputMode="email"
                autoComplete="off"
                {...faultOf(id, errors.email)}
              />
            </Labelled>
            <button className="ds-button" data-size="sm" type="submit">
              {s('sendThere')}
            </button>
          </Form>
          <Form method="post" className="choice-row">
            <input type="hidden" name="bounce" value={bounce.id} />
            <input type="hidden" name="email" value={old} />
            <button
              className="ds-button"
              data-variant="secondary"
              data-size="sm"
              type="submit"
              aria-label={`${s('sendAgain')}: ${old}`}
            >
              {s('sendAgain')}
            </button>
            <button
              className="ds-button"
              data-variant="tertiary"
              data-size="sm"
              type="submit"
              name="settle"
              value="dismiss"
              aria-label={`${s('dismiss')}: ${old}`}
            >
              {s('dismiss')}
            </button>
          </Form>
        </>
      )}
    </li>
  );
}
