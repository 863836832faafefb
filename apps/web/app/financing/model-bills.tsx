import type { FinancingModelsReply } from '@samblikk/contract/client';
import { formatNumber, formatPercent, useLanguage, usePublicText } from '../i18n/index.ts';
import { TableBox } from '../ui/index.ts';
import { useMarked } from './model-mark.tsx';

/** What each service owner pays by year; a change of more than a tenth stands under the sum. */
export function BillsTable({ reply: { owners, years } }: { reply: FinancingModelsReply }) {
  const t = usePublicText();
  const language = useLanguage();
  const title = useMarked()(t('models.bills'));
  const changeOf = (before: number | undefined, now: number) => {
    if (!before || 10 * Math.abs(now - before) <= before) return '';
    const percent = formatPercent(Math.trunc(((now - before) * 100) / before), language);
    return now > before ? `+${percent}` : percent;
  };
  return (
    <>
      <TableBox title={title}>
        <table className="ds-table" data-size="sm" data-color="neutral">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('models.serviceOwner')}</th>
              {years.map(({ year }) => (
                <th key={year} scope="col" className="number">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {owners.map(({ code, label, bills }) => (
              <tr key={code}>
                <th scope="row">{label}</th>
                {years.map(({ year }, at) => {
                  const change = changeOf(bills[at - 1], bills[at] ?? 0);
                  return (
                    <td key={year} className="number">
                      {formatNumber(bills[at] ?? 0, language)}
                      {change !== '' && <span className="share-percent">{change}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
            <tr className="grid-total">
              <th scope="row">{t('models.sum')}</th>
              {years.map(({ year, serviceOwners }) => (
                <td key={year} className="number">
                  {formatNumber(serviceOwners, language)}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </TableBox>
      <p className="figure-notes">{t('models.billsNote')}</p>
    </>
  );
}

/** Hundredths of an øre in a krone. */
const perKrone = 10_000;
const fourDecimals = new Intl.NumberFormat('nb-NO', { minimumFractionDigits: 4 });

/** The prices of the first year: of each product a price per use, a fixed sum, or steps with how much more each is. */
export function TariffsTable({ reply: { tariffs, years } }: { reply: FinancingModelsReply }) {
  const t = usePublicText();
  const language = useLanguage();
  const title = useMarked()(t('models.tariffs', { year: String(years[0]?.year ?? '') }));
  const krone = (price: number) => {
    const text = fourDecimals.format(price / perKrone);
    return language === 'en' ? text.replace(',', '.') : text;
  };
  const linesOf = ({ pricePerUse, fixed, steps }: FinancingModelsReply['tariffs'][number]) => {
    if (pricePerUse !== null) return [{ what: t('models.perUse'), kroner: krone(pricePerUse), more: '' }];
    if (fixed !== null) return [{ what: t('models.fixed'), kroner: formatNumber(fixed, language), more: '' }];
    if (steps.length === 0) return [{ what: t('models.settled'), kroner: '–', more: '' }];
    return steps.map(({ from, kroner }, at) => {
      const before = steps[at - 1]?.kroner;
      return {
        what: t('models.fromUse', { use: formatNumber(from, language) }),
        kroner: formatNumber(kroner, language),
        more: before ? `+${formatPercent(Math.round(((kroner - before) * 100) / before), language)}` : '',
      };
    });
  };
  return (
    <details className="model-product">
      <summary>{title}</summary>
      <TableBox title={title}>
        <table className="ds-table" data-size="sm" data-color="neutral">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('models.product')}</th>
              <th scope="col">{t('models.price')}</th>
              <th scope="col" className="number">
                {t('unit.kroner')}
              </th>
            </tr>
          </thead>
          <tbody>
            {tariffs.map((tariff) =>
              linesOf(tariff).map(({ what, kroner, more }, at, all) => (
                <tr key={`${tariff.product.code} ${what}`}>
                  {at === 0 && (
                    <th scope="rowgroup" rowSpan={all.length}>
                      {tariff.product.label}
                    </th>
                  )}
                  <td>{what}</td>
                  <td className="number">
                    {kroner}
                    {more !== '' && <span className="share-percent">{more}</span>}
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </TableBox>
    </details>
  );
}
