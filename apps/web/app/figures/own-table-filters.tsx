import { usePublicText } from '../i18n/index.ts';
import { useDataHref } from '../ui/index.ts';
import type { Variable } from './own-table-faults.ts';
import { type OwnTableQuery, pageAddress, withoutCode } from './own-table-query.ts';

/** Which measures the table is of: boxes to tick under each variable, and what is ticked as links that take it away. */
export function OwnTableFilters(props: {
  variables: readonly Variable[];
  asked: OwnTableQuery;
  year: number;
  release: number | undefined;
}) {
  const { variables, asked, year, release } = props;
  const t = usePublicText();
  const to = useDataHref();
  const blank = { code: 'blank', label: t('ownTable.blank') };
  const shown = variables.map((variable) => {
    const own = asked.filters[variable.id] ?? [];
    // An amount is stated, or it is not.
    const listed = variable.unit === null ? variable.options : [{ code: 'answered', label: t('ownTable.stated') }];
    const options = [...listed, ...(variable.source === 'population' ? [] : [blank])];
    // What the address has and no box is for is still in force: it can be taken away.
    const others = own.filter((code) => !options.some((option) => option.code === code));
    return { variable, own, options: [...options, ...others.map((code) => ({ code, label: code }))] };
  });
  const chosen = shown.flatMap(({ variable, own, options }) =>
    own.map((code) => ({ variable, code, label: options.find((option) => option.code === code)?.label ?? code })),
  );
  return (
    <fieldset className="ds-fieldset own-filters">
      <legend className="ds-label">{t('ownTable.filter')}</legend>
      {chosen.length > 0 && (
        <ul className="own-chosen" aria-label={t('ownTable.kept')}>
          {chosen.map(({ variable, code, label }) => (
            <li key={`${variable.id}:${code}`}>
              <a
                className="ds-chip"
                data-removable="true"
                data-size="sm"
                href={to(pageAddress(withoutCode(asked, variable.id, code), year, release))}
              >
                <span className="visually-hidden">{t('ownTable.remove')} </span>
                {variable.label}: {label}
              </a>
            </li>
          ))}
        </ul>
      )}
      <details className="own-filter-all">
        <summary>{t('ownTable.choose')}</summary>
        <div className="own-filter-list">
          {shown.map(({ variable, own, options }) => (
            <details className="own-filter" key={variable.id}>
              <summary>
                {variable.label}
                {own.length > 0 && <span className="own-filter-count"> ({own.length})</span>}
              </summary>
              <fieldset className="own-filter-values">
                <legend className="visually-hidden">{variable.label}</legend>
                {options.map(({ code, label }) => (
                  <Box key={code} variable={variable.id} code={code} label={label} checked={own.includes(code)} />
                ))}
              </fieldset>
            </details>
          ))}
        </div>
      </details>
    </fieldset>
  );
}

function Box(props: { variable: string; code: string; label: string; checked: boolean }) {
  const { variable, code, label, checked } = props;
  // Codes of open lists may hold spaces, which an id may not.
  const id = `own-${variable}-${encodeURIComponent(code)}`;
  return (
    <div className="own-filter-value">
      <input className="ds-input" type="checkbox" id={id} name={variable} value={code} defaultChecked={checked} />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
