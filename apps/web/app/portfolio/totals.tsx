import type { Portfolio } from '@samblikk/contract/client';
import { formatNumber, useLanguage, usePublicText } from '../i18n/index.ts';

/** How many measures and agencies, and what they cost together, each with what it is of. */
export function Totals({ portfolio, hrefOf }: { portfolio: Portfolio; hrefOf: (list: string) => string }) {
  const t = usePublicText();
  const language = useLanguage();
  const { total, withheld, agencies, cost, list } = portfolio;
  const count = (n: number) => formatNumber(n, language);
  return (
    <dl className="profile-numbers">
      <div>
        <dt>{t('portfolio.measuresLabel')}</dt>
        <dd>
          <a href={hrefOf(list)}>{count(total + (withheld ?? 0))}</a>
        </dd>
        {withheld !== null && withheld > 0 && (
          <dd className="subtle small">{t('profile.withheld', { n: withheld })}</dd>
        )}
      </div>
      <div>
        <dt>{t('portfolio.agencies')}</dt>
        <dd>
          <a href="#agency">{count(agencies)}</a>
        </dd>
      </div>
      {cost && (
        <div>
          <dt>{t('profile.sum', { amount: cost.label })}</dt>
          <dd>
            <a href={hrefOf(cost.list)}>{cost.text}</a>
          </dd>
          <dd className="subtle small">
            {t('profile.sumOf', { n: cost.n, blank: cost.blank, withheld: cost.withheld })}
          </dd>
        </div>
      )}
    </dl>
  );
}
