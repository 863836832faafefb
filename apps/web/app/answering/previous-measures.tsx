import { type ResponseView, type RollOverOutcome, rollOverOutcomes } from '@samblikk/contract';
import { useId, useState } from 'react';
import { Form } from 'react-router';
import { useText } from '../i18n/text.tsx';

type Previous = ResponseView['previous'][number];

/** Last year's measures: each is taken along, or something is said of what became of it. Both can be undone. */
export function PreviousMeasures({ response }: { response: ResponseView }) {
  const t = useText();
  return (
    <section className="hub-section" aria-labelledby="previous">
      <h2 className="ds-heading" data-size="sm" id="previous">
        {t('hub.previous', { year: String(response.previous[0]?.year) })}
      </h2>
      <p className="prose">{t('hub.previousText')}</p>
      <ul className="tasks">
        {response.previous.map((measure) => (
          <li className="task" key={measure.id}>
            <span className="task-name">
              {measure.title ?? measure.number} <span className="subtle small">{measure.number}</span>
              {measure.outcome && <Outcome measure={measure} outcome={measure.outcome} />}
            </span>
            <Form method="post">
              <input type="hidden" name="takeAlong" value={measure.id} />
              <button className="ds-button" data-variant="secondary" data-size="sm" type="submit">
                {t('hub.takeAlong')}
                <span className="visually-hidden"> {measure.title ?? measure.number}</span>
              </button>
            </Form>
            {!measure.outcome && <Decide measure={measure} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Outcome({ measure, outcome }: { measure: Previous; outcome: NonNullable<Previous['outcome']> }) {
  const t = useText();
  const details = [...outcome.measures, ...(outcome.toOrgnr === null ? [] : [outcome.toOrgnr])].join(', ');
  const what = [t(`rollOver.${outcome.outcome}`), details].filter((part) => part !== '').join(': ');
  return (
    <Form method="post" className="outcome">
      <span>{t('rollOver.said', { outcome: what, name: outcome.by })}</span>
      <input type="hidden" name="undo" value={measure.id} />
      <button className="ds-button" data-variant="tertiary" data-size="sm" type="submit">
        {t('rollOver.undo')}
        <span className="visually-hidden"> {measure.title ?? measure.number}</span>
      </button>
    </Form>
  );
}

/** What became of a measure that is not reported this year. */
function Decide({ measure }: { measure: Previous }) {
  const t = useText();
  const id = useId();
  const [outcome, setOutcome] = useState<RollOverOutcome>('unchanged');
  return (
    <details className="confirm decide">
      <summary>
        {t('rollOver.open')}
        <span className="visually-hidden"> {measure.title ?? measure.number}</span>
      </summary>
      <Form method="post" className="confirm-box">
        <input type="hidden" name="decide" value={measure.id} />
        <label className="ds-label" htmlFor={id}>
          {t('rollOver.label')}
        </label>
        <select
          className="ds-input"
          id={id}
          name="outcome"
          value={outcome}
          onChange={(event) => setOutcome(event.target.value as RollOverOutcome)}
        >
          {rollOverOutcomes.map((one) => (
            <option key={one} value={one}>
              {t(`rollOver.${one}`)}
            </option>
          ))}
        </select>
        {(outcome === 'merged' || outcome === 'split') && <Detail name="measures" label={t('rollOver.measures')} />}
        {outcome === 'transferred' && <Detail name="toOrgnr" label={t('rollOver.toOrgnr')} />}
        <button className="ds-button" data-size="sm" type="submit">
          {t('rollOver.save')}
        </button>
      </Form>
    </details>
  );
}

function Detail({ name, label }: { name: string; label: string }) {
  const id = useId();
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        {label}
      </label>
      <input className="ds-input" id={id} name={name} autoComplete="off" required />
    </div>
  );
}
