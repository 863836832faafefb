import type { ResponseView } from '@samblikk/contract/client';
import { type ReactNode, useEffect, useState } from 'react';
import { Form } from 'react-router';
import { Norwegian, useText } from '../i18n/index.ts';
import type { Decisions } from './hub-action.ts';
import { LocalOutcome, useLocalAction } from './local-action.tsx';
import { Standing, useOutcome } from './previous-outcome.tsx';
import { MoreOutcomes } from './roll-over.tsx';

type Previous = ResponseView['previous'][number];
type Outcome = NonNullable<Decisions[number]['outcome']>;

/** What can be chosen in a row; the others need to know more. */
const choices = ['reported', 'unchanged', 'ended', 'stopped'] as const satisfies readonly Outcome[];

/** So many rows are shown at first. */
const firstRows = 50;

/**
 * Last year's measures, where they are many: a row each with one choice, and one press that saves all of them. What was saved
 * last can be undone as a whole.
 */
export function PreviousList({ response }: { response: ResponseView }) {
  const t = useText();
  const { previous } = response;
  const [chosen, setChosen] = useState<ReadonlyMap<string, Outcome | null>>(new Map());
  const [all, setAll] = useState(previous.length <= firstRows);
  const current = (measure: Previous): Outcome | null => measure.outcome?.outcome ?? null;
  const changed = previous.filter((one) => chosen.has(one.id) && chosen.get(one.id) !== current(one));
  const rest = previous.filter((one) => current(one) === null && !chosen.get(one.id));
  const choose = (ids: readonly string[], outcome: Outcome | null) =>
    setChosen((before) => new Map([...before, ...ids.map((id) => [id, outcome] as const)]));
  useAskBeforeLeaving(changed.length > 0);
  return (
    <>
      <p className="prose">{t('rollOver.listText')}</p>
      <ul className="previous-list">
        {previous.slice(0, all ? previous.length : firstRows).map((measure) => (
          <PreviousRow
            key={measure.id}
            measure={measure}
            response={response}
            value={chosen.has(measure.id) ? (chosen.get(measure.id) ?? null) : current(measure)}
            onChoose={(outcome) => choose([measure.id], outcome)}
          />
        ))}
      </ul>
      {!all && (
        <p>
          <button className="ds-button" data-variant="tertiary" type="button" onClick={() => setAll(true)}>
            {t('rollOver.showAll', { count: previous.length })}
          </button>
        </p>
      )}
      <SaveAll changed={changed} chosen={chosen} onSave={() => setChosen(new Map())}>
        {rest.length > 0 && (
          <button
            className="ds-button"
            data-variant="secondary"
            type="button"
            onClick={() =>
              choose(
                rest.map(({ id }) => id),
                'unchanged',
              )
            }
          >
            {t('rollOver.rest', { count: rest.length })}
          </button>
        )}
      </SaveAll>
    </>
  );
}

/** The press that saves what is chosen, and takes it back; `children`: what else is pressed there. */
function SaveAll({
  changed,
  chosen,
  onSave,
  children,
}: {
  changed: readonly Previous[];
  chosen: ReadonlyMap<string, Outcome | null>;
  onSave: () => void;
  children: ReactNode;
}) {
  const t = useText();
  const action = useLocalAction('previous-all');
  const [before, setBefore] = useState<Decisions>([]);
  const done = action.outcome && 'done' in action.outcome ? action.outcome.done : undefined;
  const [settled, setSettled] = useState<typeof action.outcome>();
  if (action.outcome !== settled) {
    setSettled(action.outcome);
    if (done === 'decidedAll') onSave();
  }
  const decisions: Decisions = changed.map(({ id }) => ({ measure: id, outcome: chosen.get(id) ?? null }));
  return (
    // What was done stays in sight too, where it was pressed: the end of the list may be far below.
    <div className="save-all" data-waits={changed.length > 0 || done !== undefined || Boolean(children) || undefined}>
      {children}
      <LocalOutcome action={action}>
        {changed.length > 0 && <p>{t('rollOver.unsaved', { count: changed.length })}</p>}
        {changed.length === 0 && done === 'decidedAll' && <p>{t('rollOver.savedAll', { count: before.length })}</p>}
        {changed.length === 0 && done === 'undoneAll' && <p>{t('rollOver.undoneAll')}</p>}
      </LocalOutcome>
      {changed.length > 0 && (
        <action.Form method="post" onSubmit={() => setBefore(changed.map(asItWas))}>
          <input type="hidden" name="decisions" value={JSON.stringify(decisions)} />
          <button className="ds-button" type="submit" aria-disabled={action.busy || undefined}>
            {t('rollOver.saveAll')}
          </button>
        </action.Form>
      )}
      {changed.length === 0 && done === 'decidedAll' && (
        <action.Form method="post">
          <input type="hidden" name="decisions" value={JSON.stringify(before)} />
          <input type="hidden" name="undoAll" value="yes" />
          <button className="ds-button" data-variant="tertiary" type="submit">
            {t('rollOver.undo')}
          </button>
        </action.Form>
      )}
    </div>
  );
}

/** What takes a row back to what was said of it before. */
function asItWas({ id, outcome }: Previous): Decisions[number] {
  if (outcome === null) return { measure: id, outcome: null };
  const { measures, toOrgnr } = outcome;
  return { measure: id, outcome: outcome.outcome, measures, ...(toOrgnr !== null && { toOrgnr }) };
}

function PreviousRow({
  measure,
  response,
  value,
  onChoose,
}: {
  measure: Previous;
  response: ResponseView;
  value: Outcome | null;
  onChoose: (outcome: Outcome | null) => void;
}) {
  const t = useText();
  const action = useLocalAction(`previous-${measure.id}`);
  const title = measure.title ?? measure.number;
  const outcome = useOutcome(measure, response);
  const id = `outcome-${measure.id}`;
  const of = <span className="visually-hidden">{` – ${title}`}</span>;
  const current = measure.outcome?.outcome;
  // One that needed to know more stays as it is until something else is chosen.
  const others = current && !choices.some((choice) => choice === current) ? [current] : [];
  return (
    <li data-decided={measure.outcome !== null}>
      <div>
        <h3 className="ds-heading" data-size="2xs" id={`previous-${measure.id}`}>
          <Norwegian>{title}</Norwegian>
        </h3>
        <p className="subtle small">{measure.number}</p>
        <Standing measure={measure} edition={response.round.edition} />
      </div>
      <div className="previous-choice">
        <label className="visually-hidden" htmlFor={id}>
          {t('rollOver.choice', { title })}
        </label>
        <select
          className="ds-input"
          id={id}
          value={value ?? ''}
          onChange={(event) => onChoose((event.target.value || null) as Outcome | null)}
        >
          <option value="">{t('rollOver.undecided')}</option>
          {[...choices, ...others].map((choice) => (
            <option key={choice} value={choice}>
              {t(`rollOver.${choice}`)}
            </option>
          ))}
        </select>
        <LocalOutcome action={action}>{outcome !== undefined && <p className="small">{outcome}</p>}</LocalOutcome>
        <div className="roll-over">
          <Form method="post">
            <input type="hidden" name="carryForward" value={measure.id} />
            <button className="quiet" type="submit">
              <span>{t('hub.carryForward')}</span>
              {of}
            </button>
          </Form>
          <MoreOutcomes action={action} measure={measure} response={response} suffix={of} />
        </div>
      </div>
    </li>
  );
}

/** Choices that are not saved are asked about before the page is closed. */
function useAskBeforeLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const leaving = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', leaving);
    return () => removeEventListener('beforeunload', leaving);
  }, [unsaved]);
}
