import { usePublicText } from '../i18n/index.ts';
import { useDataHref } from '../ui/index.ts';
import type { Loaded } from './series.tsx';
import type { SeriesAsked } from './series-query.ts';

/** What the series is of: plain GET, so that the address is the series. */
export function SeriesForm({ variables, figures, asked }: Loaded & { asked: SeriesAsked }) {
  const t = usePublicText();
  const to = useDataHref();
  const amounts = variables.filter(({ unit }) => unit !== null);
  return (
    <form action={to('/tall/serier')} method="get" className="own-table card">
      <div className="own-table-fields">
        <div className="choice">
          <label className="ds-label" htmlFor="series-what">
            {t('series.what')}
          </label>
          <select className="ds-input" id="series-what" name="what" defaultValue={asked.what}>
            <optgroup label={t('series.figures')}>
              {figures.map(({ id, title }) => (
                <option key={id} value={`figure:${id}`}>
                  {title}
                </option>
              ))}
            </optgroup>
            <optgroup label={t('series.variables')}>
              {variables
                .filter(({ unit }) => unit === null)
                .map(({ id, label }) => (
                  <option key={id} value={`rows:${id}`}>
                    {label}
                  </option>
                ))}
            </optgroup>
          </select>
        </div>
        <div className="choice">
          <label className="ds-label" htmlFor="series-show">
            {t('series.show')}
          </label>
          <select className="ds-input" id="series-show" name="show" defaultValue={asked.show}>
            <option value="">{t('ownTable.counts')}</option>
            <option value="share">{t('ownTable.shareTable')}</option>
            {amounts.flatMap(({ id, label: amount }) => [
              <option key={`sum:${id}`} value={`sum:${id}`}>
                {t('ownTable.sum', { amount })}
              </option>,
              <option key={`median:${id}`} value={`median:${id}`}>
                {t('ownTable.median', { amount })}
              </option>,
            ])}
          </select>
        </div>
      </div>
      {Object.entries(asked.rest).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="ds-button">
        {t('series.submit')}
      </button>
    </form>
  );
}
