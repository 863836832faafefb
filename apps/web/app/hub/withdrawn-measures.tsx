import type { ResponseView } from '@samblikk/contract/client';
import { Form } from 'react-router';
import { showMoment, useLanguage, useText } from '../i18n/index.ts';
import { NumberedMeasure } from '../ui/index.ts';

/** What was taken out this year, and the way to take it in again, with its number and its answers. */
export function Withdrawn({ measures }: { measures: ResponseView['withdrawn'] }) {
  const t = useText();
  const language = useLanguage();
  if (measures.length === 0) return null;
  return (
    <section aria-labelledby="withdrawn">
      <h3 className="ds-heading" data-size="2xs" id="withdrawn">
        {t('hub.withdrawn')}
      </h3>
      <ul className="tasks">
        {measures.map(({ id, number, title, at, by }) => {
          const time = showMoment(at, language);
          const name = title ?? t('measure.unnamed', { number });
          return (
            <li className="task" key={id}>
              <span>
                <NumberedMeasure number={number} title={title} />
              </span>
              <span className="subtle small">
                {by === null ? t('hub.withdrawnAt', { time }) : t('hub.withdrawnBy', { time, name: by })}
              </span>
              <Form method="post">
                <button
                  className="ds-button"
                  data-variant="tertiary"
                  data-size="sm"
                  type="submit"
                  name="carryForward"
                  value={id}
                >
                  <span>{t('hub.takeBack')}</span>
                  <span className="visually-hidden">{` – ${name}`}</span>
                </button>
              </Form>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
