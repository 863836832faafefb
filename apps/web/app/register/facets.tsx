import type { Facet } from '@samblikk/contract/client';
import { formatNumber, useLanguage, usePublicText } from '../i18n/index.ts';

/** How many values stand open before the rest are folded away. */
const atOnce = 8;

/** The facets as boxes to tick, with how many measures each would give. Sent with the form's button: no script is needed. */
export function Facets({ facets, chosen }: { facets: readonly Facet[]; chosen: number }) {
  const t = usePublicText();
  return (
    <details className="facets">
      <summary className="facets-summary">{t('register.filter', { n: chosen })}</summary>
      <div className="facets-body">
        <p className="facets-title" aria-hidden="true">
          {t('register.filterTitle')}
        </p>
        {facets.map((facet, index) => (
          <FacetBox key={facet.id} facet={facet} open={index < 3 || facet.values.some((value) => value.chosen)} />
        ))}
        <div className="facets-send">
          <button className="ds-button" type="submit">
            {t('register.show')}
          </button>
        </div>
      </div>
    </details>
  );
}

function FacetBox({ facet, open }: { facet: Facet; open: boolean }) {
  const t = usePublicText();
  // What is chosen is never folded away.
  const first = facet.values.filter((value, index) => index < atOnce || value.chosen);
  const rest = facet.values.filter((value) => !first.includes(value));
  // One value alone tells nothing apart.
  if (facet.values.length < 2 && !facet.values.some((value) => value.chosen)) return null;
  return (
    <details className="facet" open={open}>
      <summary>{facet.label}</summary>
      <fieldset className="facet-values">
        <legend className="visually-hidden">{facet.label}</legend>
        {first.map((value) => (
          <FacetValue key={value.code} facet={facet.id} value={value} />
        ))}
        {rest.length > 0 && (
          <details className="facet-more">
            <summary>{t('register.more', { n: rest.length })}</summary>
            {rest.map((value) => (
              <FacetValue key={value.code} facet={facet.id} value={value} />
            ))}
          </details>
        )}
        {facet.more > 0 && <p className="subtle small">{t('register.andMore', { n: facet.more })}</p>}
      </fieldset>
    </details>
  );
}

function FacetValue({ facet, value }: { facet: string; value: Facet['values'][number] }) {
  const language = useLanguage();
  // Codes of open lists may hold spaces, which an id may not.
  const id = `${facet}-${encodeURIComponent(value.code)}`;
  return (
    <div className="facet-value">
      <input
        className="ds-input"
        type="checkbox"
        id={id}
        name={facet}
        value={value.code}
        defaultChecked={value.chosen}
      />
      <label htmlFor={id}>
        <span>{value.label}</span> <span className="facet-count">{formatNumber(value.count, language)}</span>
      </label>
    </div>
  );
}
