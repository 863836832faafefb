import type { ResponseView } from '@samblikk/contract/client';
import { useState } from 'react';
import { Form } from 'react-router';
import { Norwegian, useText } from '../i18n/index.ts';
import { type LocalAction, LocalOutcome, useLocalAction } from './local-action.tsx';
import { PreviousList } from './previous-list.tsx';
import { Standing, useOutcome } from './previous-outcome.tsx';
import { MoreOutcomes } from './roll-over.tsx';

type Previous = ResponseView['previous'][number];

/** More than this is a list with one row each and one press for all of it. */
const mostCards = 8;

/** Last year's measures: each is taken along, or it is said what became of it. All can be undone. */
export function PreviousMeasures({ response }: { response: ResponseView }) {
  const t = useText();
  // What was a list stays one when a press has made it short, or empty: what became of the press is said in it, and undone there.
  const [first] = useState(response.previous);
  const many = first.length > mostCards;
  if (response.previous.length === 0 && !many) return null;
  return (
    <section className="hub-section" aria-labelledby="previous">
      <h2 className="ds-heading" data-size="sm" id="previous">
        {t('hub.previous', { year: String((response.previous[0] ?? first[0])?.year) })}
      </h2>
      <p className="prose">{t('hub.previousText')}</p>
      {many ? (
        <PreviousList response={response} />
      ) : (
        <ul className="measure-cards previous-cards">
          {response.previous.map((measure) => (
            <PreviousCard key={measure.id} measure={measure} response={response} />
          ))}
        </ul>
      )}
    </section>
  );
}

function PreviousCard({ measure, response }: { measure: Previous; response: ResponseView }) {
  const action = useLocalAction(`previous-${measure.id}`);
  const t = useText();
  const title = measure.title ?? measure.number;
  const outcome = useOutcome(measure, response);
  const undone = action.outcome && 'done' in action.outcome && action.outcome.done === 'undone';
  return (
    <li className="previous-card" data-decided={measure.outcome !== null}>
      <h3 className="ds-heading" data-size="2xs" id={`previous-${measure.id}`}>
        <Norwegian>{title}</Norwegian>
      </h3>
      <p className="subtle small">{measure.number}</p>
      <Standing measure={measure} edition={response.round.edition} />
      <div className="outcome">
        <LocalOutcome action={action}>
          {outcome !== undefined && <p>{outcome}</p>}
          {undone && outcome === undefined && <p>{t('hub.done.undone')}</p>}
        </LocalOutcome>
        {measure.outcome && <Undo action={action} measure={measure} title={title} />}
      </div>
      {!measure.outcome && <Choices action={action} measure={measure} response={response} title={title} />}
    </li>
  );
}

/**
 * Everything that can have happened, named in plain view. The two that are most common are a press each; the others are
 * unfolded by one, so that the keyboard does not pass seven buttons for every card.
 */
function Choices({
  action,
  measure,
  response,
  title,
}: {
  action: LocalAction;
  measure: Previous;
  response: ResponseView;
  title: string;
}) {
  const t = useText();
  const of = <span className="visually-hidden">{` – ${title}`}</span>;
  const decide = (outcome: 'unchanged' | 'ended' | 'stopped', look: object) => (
    <action.Form method="post" key={outcome}>
      <input type="hidden" name="decide" value={measure.id} />
      <button {...look} type="submit" name="outcome" value={outcome}>
        <span>{t(`rollOver.${outcome}`)}</span>
        {of}
      </button>
    </action.Form>
  );
  return (
    <div className="roll-over">
      <Form method="post">
        <input type="hidden" name="carryForward" value={measure.id} />
        <button className="ds-button" data-variant="secondary" data-size="sm" type="submit">
          <span>{t('hub.carryForward')}</span>
          {of}
        </button>
      </Form>
      {decide('unchanged', { className: 'ds-button', 'data-variant': 'secondary', 'data-size': 'sm' })}
      <MoreOutcomes action={action} measure={measure} response={response} suffix={of}>
        {decide('ended', { className: 'quiet' })}
        {decide('stopped', { className: 'quiet' })}
      </MoreOutcomes>
    </div>
  );
}

function Undo({
  action: { Form: ActionForm },
  measure,
  title,
}: {
  action: LocalAction;
  measure: Previous;
  title: string;
}) {
  const t = useText();
  return (
    <ActionForm method="post">
      <input type="hidden" name="undo" value={measure.id} />
      <button className="quiet" type="submit">
        <span>{t('rollOver.undo')}</span>
        <span className="visually-hidden">{` – ${title}`}</span>
      </button>
    </ActionForm>
  );
}
