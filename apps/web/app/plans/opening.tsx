import type { FinancingPlanView } from '@samblikk/contract/client';
import { Form } from 'react-router';
import { showMoment, useHref, useLanguage } from '../i18n/index.ts';
import { usePlanText } from './texts.ts';

/** What of the plan everyone may see, and where the lead says so, actor by actor. */
export function Opening({ view: { opening, actors, may, version, measure } }: { view: FinancingPlanView }) {
  const s = usePlanText();
  const to = useHref();
  const language = useLanguage();
  if (version === 0) return null;
  const names = (opening?.actors ?? []).map((id) => actors.find((actor) => actor.id === id)?.name ?? id);
  return (
    <section className="hub-section" aria-labelledby="opening">
      <h2 className="ds-heading" data-size="sm" id="opening">
        {s('public')}
      </h2>
      {opening === null ? (
        <p>{s('publicNothing')}</p>
      ) : (
        <>
          <p>
            {s('publicSince', {
              ...{ time: showMoment(opening.at, language), name: opening.by, version: opening.version },
              actors: names.join(', '),
            })}
          </p>
          <p>
            <a href={to(`/tiltak/${measure.number}/finansiering`)}>{s('publicPage')}</a>
          </p>
        </>
      )}
      {may.open && (
        <Form method="post" className="confirm-box" preventScrollReset>
          <input type="hidden" name="version" value={version} />
          <fieldset className="ds-fieldset">
            <legend className="ds-label">{s('openWhich')}</legend>
            <p className="small">{s('openHint')}</p>
            {actors.map(({ id, name }) => (
              <label key={id} className="plain-choice">
                <input
                  className="ds-input"
                  type="checkbox"
                  name="open"
                  value={id}
                  defaultChecked={opening?.actors.includes(id) ?? false}
                />
                <span>{name}</span>
              </label>
            ))}
          </fieldset>
          <div className="choice-row">
            <button className="ds-button" data-size="sm" type="submit" name="do" value="open">
              {s('open')}
            </button>
            {opening !== null && (
              <button
                className="ds-button"
                data-size="sm"
                data-variant="secondary"
                type="submit"
                name="do"
                value="close"
              >
                {s('close')}
              </button>
            )}
          </div>
        </Form>
      )}
    </section>
  );
}
