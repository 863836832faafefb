import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useHref, usePick, useText } from '../../i18n/text.tsx';
import { listPath, measurePath } from '../addresses.ts';
import { useMeasureForm } from '../form/measure-form.tsx';
import { SaveStatus } from '../saving/save-status.tsx';
import { useBackToSubmit } from './from-submit.tsx';
import { Presence } from './presence.tsx';

/** The measure's name as it stands in the form, or as it was last year, or its number until it has one. */
export function useMeasureTitle(): string {
  const { answers, edition, editions, draft } = useMeasureForm();
  const t = useText();
  const before = draft.previous && editions[draft.previous.edition];
  const titles = [answers[edition.roles.title], before && draft.previous?.answers[before.roles.title]];
  const title = titles.find((one) => typeof one === 'string' && one.trim() !== '');
  return title === undefined ? t('measure.unnamed', { number: draft.number }) : String(title);
}

/** The way back, and what the page is about. */
export function MeasureHead({ children, overview = true }: { children: ReactNode; overview?: boolean }) {
  const { draft, readOnly } = useMeasureForm();
  const t = useText();
  const to = useHref();
  const pick = usePick();
  const title = useMeasureTitle();
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
            <li>{overview ? <Link to={to(measurePath(draft.year, draft.id))}>{title}</Link> : title}</li>
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
