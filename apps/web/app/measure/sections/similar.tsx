import type { Draft, SimilarMeasure } from '@samblikk/contract/client';
import { writable } from '@samblikk/questionnaire';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useWatch } from 'react-hook-form';
import { Norwegian, useHref, useLanguage, useText } from '../../i18n/index.ts';
import { api } from '../../platform/index.ts';
import type { FormValues } from '../fields/field-kind.ts';
import { useMeasureForm } from '../form/measure-form-context.ts';

/** How long after the last key the register is asked, in milliseconds. */
const pause = 600;
/** Of two measures that are less alike than this, few are worth a look: the register's own limit is lower. */
const strong = 0.6;
const most = 3;

/**
 * Public measures that resemble what is being typed as name and deliverable, so that agencies find each other before they
 * build the same thing twice. A help only: without an answer from the register nothing is shown.
 */
export function SimilarMeasures() {
  const { edition, draft } = useMeasureForm();
  const { title, summary } = edition.roles;
  const written = useWatch<FormValues>({ name: [title, summary] });
  const [name = '', text = ''] = written.map((value) => (typeof value === 'string' ? writable(value).trim() : ''));
  const found = useSimilar({ title: name.slice(0, 500), text: text.slice(0, 2000) }, draft);
  const t = useText();
  const to = useHref();
  const [dismissed, dismiss] = useDismissed(draft.id);
  const count = dismissed ? 0 : found.length;
  return (
    <>
      <p className="visually-hidden" role="status">
        {count > 0 && t('similar.count', { count })}
      </p>
      {count > 0 && (
        <details className="similar">
          <summary>{t('similar.count', { count })}</summary>
          <p>{t('similar.text')}</p>
          <ul>
            {found.map(({ number, title, agency, year, shared }) => (
              <li key={`${year}/${number}`}>
                <a href={to(`/tiltak/${number}`)} target="_blank" rel="noreferrer">
                  {title ? <Norwegian>{title}</Norwegian> : t('measure.unnamed', { number })}
                  <span className="visually-hidden">{` ${t('similar.newTab')}`}</span>
                </a>{' '}
                <span className="subtle">{`${agency.label}, ${year}`}</span>{' '}
                <Norwegian>{t('similar.why', { words: shared.slice(0, 4).join(', ') })}</Norwegian>
              </li>
            ))}
          </ul>
          <button className="ds-button" data-variant="tertiary" data-size="sm" type="button" onClick={dismiss}>
            {t('similar.dismiss')}
          </button>
        </details>
      )}
    </>
  );
}

/** What other agencies have in the register that resembles a measure, a moment after its texts have come to rest. */
function useSimilar(
  { title, text }: { title: string; text: string },
  { number, agency }: Pick<Draft, 'number' | 'agency'>,
): readonly SimilarMeasure[] {
  const lang = useLanguage();
  const [found, setFound] = useState<readonly SimilarMeasure[]>([]);
  useEffect(() => {
    const asking = new AbortController();
    const timer = setTimeout(() => {
      if (title === '' && text === '') return setFound([]);
      // In the body: what is typed may not be public yet, and addresses are logged on the way.
      const body = { title, text, except: number, agency: agency.orgnr };
      api('similarMeasures', { query: { lang }, body, signal: asking.signal }).then(
        (all) => setFound(all.filter(({ likeness }) => likeness >= strong).slice(0, most)),
        () => undefined,
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [title, text, number, agency.orgnr, lang]);
  return found;
}

/** Whether the person wants no more of this for a measure, in this browser; and what says so. */
function useDismissed(measure: string): [boolean, () => void] {
  const key = `samblikk.similar/${measure}`;
  const [now, setNow] = useState(false);
  const before = useSyncExternalStore(
    never,
    () => remembered(key),
    () => false,
  );
  const dismiss = () => {
    setNow(true);
    try {
      localStorage.setItem(key, 'dismissed');
    } catch {
      // Not kept: it comes back with the next visit.
    }
  };
  return [now || before, dismiss];
}

const never = () => () => undefined;

function remembered(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
