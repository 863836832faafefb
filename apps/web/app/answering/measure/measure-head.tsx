import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useHref, usePick, useText } from '../../i18n/text.tsx';
import { listPath, measurePath } from '../addresses.ts';
import { useMeasureForm } from '../form/measure-form.tsx';
import { SaveStatus } from '../saving/save-status.tsx';
import { Presence } from './presence.tsx';

/** The measure's name as it stands in the form, or its number until it has one. */
export function useMeasureTitle(): string {
  const { answers, edition, draft } = useMeasureForm();
  const t = useText();
  const title = answers[edition.roles.title];
  return typeof title === 'string' && title.trim() !== '' ? title : t('measure.unnamed', { number: draft.number });
}

/** The way back, and what the page is about. */
export function MeasureHead({ children, overview = true }: { children: ReactNode; overview?: boolean }) {
  const { draft, readOnly } = useMeasureForm();
  const t = useText();
  const to = useHref();
  const pick = usePick();
  const title = useMeasureTitle();
  return (
    <div className="measure-head">
      <nav className="crumbs" aria-label={t('nav.here')}>
        <ol>
          <li>
            <Link to={to(listPath(draft))}>{pick(draft.agency.name)}</Link>
          </li>
          <li>{overview ? <Link to={to(measurePath(draft.year, draft.id))}>{title}</Link> : title}</li>
        </ol>
      </nav>
      {children}
      {!readOnly && <SaveStatus />}
      {!readOnly && <Presence />}
      {readOnly && <p className="ds-alert">{t(draft.mayWrite ? 'measure.closed' : 'measure.readOnly')}</p>}
    </div>
  );
}
