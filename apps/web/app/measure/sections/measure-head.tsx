import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Norwegian, useHref, usePick, useText } from '../../i18n/index.ts';
import { listPath, measurePath } from '../../ui/index.ts';
import { measureName } from '../editions.ts';
import { useMeasureForm } from '../form/measure-form-context.ts';
import { SaveStatus } from '../saving/save-status.tsx';
import { useBackToSubmit } from './from-submit.tsx';
import { Presence } from './presence.tsx';

/** The measure's name as it stands in the form, or as it was last year. */
function useMeasureName(): string | undefined {
  const { answers, editions, draft } = useMeasureForm();
  return measureName(draft, editions, answers);
}

/** The measure's name, or its number until it has one. */
export function useMeasureTitle(): string {
  const { draft } = useMeasureForm();
  const t = useText();
  return useMeasureName() ?? t('measure.unnamed', { number: draft.number });
}

/** The same, to be seen. */
export function MeasureTitle() {
  const name = useMeasureName();
  const title = useMeasureTitle();
  return name === undefined ? <span>{title}</span> : <Norwegian>{name}</Norwegian>;
}

/** The number, where the name does not say it. */
export function MeasureNumber() {
  const { draft } = useMeasureForm();
  const t = useText();
  if (useMeasureName() === undefined) return null;
  return <p className="subtle">{t('measure.number', { number: draft.number })}</p>;
}

/** The way back, and what the page is about. */
export function MeasureHead({ children, overview = true }: { children: ReactNode; overview?: boolean }) {
  const { draft, readOnly } = useMeasureForm();
  const t = useText();
  const to = useHref();
  const pick = usePick();
  const submit = useBackToSubmit();
  return (
    <>
      <div className="measure-head">
        <nav className="crumbs" aria-label={t('nav.here')}>
          <ol>
            <li>
              <Link to={to(listPath(draft))}>{pick(draft.agency.name)}</Link>
            </li>
            {submit && (
              <li>
                <Link to={to(submit)}>{t('submit.title')}</Link>
              </li>
            )}
            <li>
              {overview ? (
                <Link to={to(measurePath(draft.year, draft.id))}>
                  <MeasureTitle />
                </Link>
              ) : (
                <MeasureTitle />
              )}
            </li>
          </ol>
        </nav>
        {children}
        {!readOnly && <Presence />}
        {readOnly && <p className="ds-alert">{t(draft.mayWrite ? 'measure.closed' : 'measure.readOnly')}</p>}
      </div>
      {/* Beside the head, not in it: it stays in sight over the whole page. */}
      {!readOnly && <SaveStatus />}
    </>
  );
}
