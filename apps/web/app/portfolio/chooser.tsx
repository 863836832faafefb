import type { Portfolio } from '@samblikk/contract/client';
import { Norwegian, useHref, usePublicText } from '../i18n/index.ts';

/** More boxes than this nobody ticks; the numbers can be typed instead. */
const most = 200;

/** Some of the measures as a list of one's own: boxes to tick, and an address with their numbers. */
export function Chooser({ portfolio: { measures, year } }: { portfolio: Portfolio }) {
  const t = usePublicText();
  const to = useHref();
  if (measures.length < 2 || measures.length > most) return null;
  return (
    <details>
      <summary>{t('portfolio.pick')}</summary>
      <form action={to('/portefolje')} method="get" className="portfolio-pick">
        <input type="hidden" name="round" value={year} />
        <fieldset className="ds-fieldset">
          <legend className="ds-label">{t('portfolio.pickLegend')}</legend>
          {measures.map(({ number, title, agency }) => (
            <label key={number} className="plain-choice">
              <input className="ds-input" type="checkbox" name="number" value={number} />
              <span>
                {title ? <Norwegian>{title}</Norwegian> : number}{' '}
                <span className="small subtle">
                  {agency.label} · {number}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('portfolio.submit')}
        </button>
      </form>
    </details>
  );
}
