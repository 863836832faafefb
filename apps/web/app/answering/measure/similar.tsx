import { type SimilarMeasure, similarMeasures } from '@samblikk/contract';
import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { api } from '../../api.ts';
import { useHref, useLanguage, useText } from '../../i18n/text.tsx';
import type { FormValues } from '../fields/field-kind.ts';
import { useMeasureForm } from '../form/measure-form.tsx';

/** How long after the last key the register is asked, in milliseconds. */
const pause = 600;

/**
 * Public measures that resemble what is being typed as name and deliverable, so that agencies find each other before they
 * build the same thing twice. A help only: without an answer from the register nothing is shown.
 */
export function SimilarMeasures() {
  const { edition, draft } = useMeasureForm();
  const { title, summary } = edition.roles;
  const words = useWatch<FormValues>({ name: [title, summary] });
  const found = useSimilar(
    words
      .filter((text) => typeof text === 'string')
      .join(' ')
      .trim(),
    draft.number,
  );
  const t = useText();
  const to = useHref();
  return (
    <>
      <p className="visually-hidden" role="status">
        {found.length > 0 && t('similar.count', { count: found.length })}
      </p>
      {found.length > 0 && (
        <section className="similar" aria-labelledby="similar">
          <h2 className="ds-heading" data-size="2xs" id="similar">
            {t('similar.title')}
          </h2>
          <p>{t('similar.text')}</p>
          <ul>
            {found.map(({ number, title, agency, year }) => (
              <li key={`${year}/${number}`}>
                <a href={to(`/tiltak/${number}`)} target="_blank" rel="noreferrer">
                  {title ?? t('measure.unnamed', { number })}
                  <span className="visually-hidden"> {t('similar.newTab')}</span>
                </a>{' '}
                <span className="subtle">
                  {agency.label}, {year}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What the register has that resembles a text, a moment after the text has come to rest. */
function useSimilar(text: string, except: string): readonly SimilarMeasure[] {
  const lang = useLanguage();
  const [found, setFound] = useState<readonly SimilarMeasure[]>([]);
  useEffect(() => {
    const asking = new AbortController();
    const timer = setTimeout(() => {
      if (text === '') return setFound([]);
      const query = { text: text.slice(0, 2000), except, lang };
      api(similarMeasures, { query, signal: asking.signal }).then(setFound, () => undefined);
    }, pause);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [text, except, lang]);
  return found;
}
