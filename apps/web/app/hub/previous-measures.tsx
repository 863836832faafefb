import type { ResponseView } from '@samblikk/contract/client';
import { showOrganisationNumber } from '@samblikk/questionnaire';
import { Form } from 'react-router';
import { Norwegian, useLanguage, usePick, useText } from '../i18n/index.ts';
import { useNames } from '../measure/index.ts';
import { MergedOrSplit, Transferred } from './roll-over.tsx';

type Previous = ResponseView['previous'][number];

/**
 * Last year's measures as cards: each is taken along, or it is said what became of it. All can be undone.
 */
export function PreviousMeasures({ response }: { response: ResponseView }) {
  const t = useText();
  return (
    <section className="hub-section" aria-labelledby="previous">
      <h2 className="ds-heading" data-size="sm" id="previous">
        {t('hub.previous', { year: String(response.previous[0]?.year) })}
      </h2>
      <p className="prose">{t('hub.previousText')}</p>
      <ul className="measure-cards previous-cards">
        {response.previous.map((measure) => (
          <PreviousCard key={measure.id} measure={measure} response={response} />
        ))}
      </ul>
    </section>
  );
}

function PreviousCard({ measure, response }: { measure: Previous; response: ResponseView }) {
  const pick = usePick();
  const t = useText();
  const title = measure.title ?? measure.number;
  return (
    <li className="previous-card" data-decided={measure.outcome !== null}>
      <h3 className="ds-heading" data-size="2xs" id={`previous-${measure.id}`}>
        <Norwegian>{title}</Norwegian>
      </h3>
      <p className="subtle small">{measure.number}</p>
      {measure.standing.map(({ question, label, answer }) => (
        <p className="small" key={question}>
          {t('rollOver.standing', { label: pick(label), year: String(measure.year), answer: pick(answer) })}
        </p>
      ))}
      {measure.outcome ? (
        <Outcome measure={measure} outcome={measure.outcome} response={response} />
      ) : (
        <Choices measure={measure} response={response} title={title} />
      )}
    </li>
  );
}

/**
 * Everything that can have happened, named in plain view. The two that are most common are a press each; the others are
 * unfolded by one, so that the keyboard does not pass seven buttons for every card.
 */
function Choices({ measure, response, title }: { measure: Previous; response: ResponseView; title: string }) {
  const t = useText();
  const of = <span className="visually-hidden"> – {title}</span>;
  return (
    <div className="roll-over">
      <Form method="post">
        <input type="hidden" name="carryForward" value={measure.id} />
        <button className="ds-button" data-variant="secondary" data-size="sm" type="submit">
          {t('hub.carryForward')}
          {of}
        </button>
      </Form>
      <Form method="post">
        <input type="hidden" name="decide" value={measure.id} />
        <button
          className="ds-button"
          data-variant="secondary"
          data-size="sm"
          type="submit"
          name="outcome"
          value="unchanged"
        >
          {t('rollOver.unchanged')}
          {of}
        </button>
      </Form>
      <details className="confirm decide">
        <summary>
          {t('rollOver.more')}
          {of}
        </summary>
        <div className="roll-over">
          {(['ended', 'stopped'] as const).map((outcome) => (
            <Form method="post" key={outcome}>
              <input type="hidden" name="decide" value={measure.id} />
              <button className="quiet" type="submit" name="outcome" value={outcome}>
                {t(`rollOver.${outcome}`)}
                {of}
              </button>
            </Form>
          ))}
          <MergedOrSplit measure={measure} response={response} outcome="merged" suffix={of} />
          <MergedOrSplit measure={measure} response={response} outcome="split" suffix={of} />
          <Transferred measure={measure} own={response.agency.orgnr} suffix={of} />
        </div>
      </details>
    </div>
  );
}

/** What was said of a measure, by whom, and the way to take it back. */
function Outcome({
  measure,
  outcome,
  response,
}: {
  measure: Previous;
  outcome: NonNullable<Previous['outcome']>;
  response: ResponseView;
}) {
  const t = useText();
  const language = useLanguage();
  const { toOrgnr } = outcome;
  const names = useNames(toOrgnr !== null);
  const titles = new Map([...response.previous, ...response.measures].map(({ number, title }) => [number, title]));
  const into = outcome.measures.map((number) => {
    const title = titles.get(number);
    return title ? `${title} (${number})` : number;
  });
  const agency = toOrgnr === null ? [] : [names.agency(toOrgnr)?.[language] ?? showOrganisationNumber(toOrgnr)];
  const details = [...into, ...agency].join(', ');
  const what = [t(`rollOver.${outcome.outcome}`), details].filter((part) => part !== '').join(': ');
  return (
    <Form method="post" className="outcome">
      <span>{t('rollOver.said', { outcome: what, name: outcome.by })}</span>
      <input type="hidden" name="undo" value={measure.id} />
      <button className="quiet" type="submit">
        {t('rollOver.undo')}
        <span className="visually-hidden"> – {measure.title ?? measure.number}</span>
      </button>
    </Form>
  );
}
