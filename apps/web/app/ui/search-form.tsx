import { useHref, useText } from '../i18n/index.ts';

/** The search of the register, wherever it stands. A plain form: it works without scripts, and the answer is an address. */
export function SearchForm({ id, label }: { id: string; label?: string }) {
  const t = useText();
  const to = useHref();
  return (
    <search>
      <form action={to('/register')} method="get" className="search-form">
        <label className="ds-label" htmlFor={id}>
          {label ?? t('search.label')}
        </label>
        <div className="search-row">
          <input className="ds-input" type="search" id={id} name="q" maxLength={200} autoComplete="off" />
          <button className="ds-button" type="submit">
            {t('search.button')}
          </button>
        </div>
      </form>
    </search>
  );
}
