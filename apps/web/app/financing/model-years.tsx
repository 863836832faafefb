import type { FinancingModelsReply } from '@samblikk/contract/client';
import { formatNumber, formatPercent, useLanguage, usePublicText } from '../i18n/index.ts';
import { TableBox } from '../ui/index.ts';

const columns = ['cost', 'central', 'serviceOwners', 'endUsers', 'gap'] as const;

/** What runs costs each year, who pays, and what nobody pays. */
export function YearsTable({ reply: { years, accounts } }: { reply: FinancingModelsReply }) {
  const t = usePublicText();
  const language = useLanguage();
  const title = `${t('models.years')} (${t('models.inventedMark')})`;
  const sum = (of: (typeof columns)[number]) => years.reduce((total, year) => total + year[of], 0);
  const [first] = years;
  return (
    <>
      <TableBox title={title}>
        <table className="ds-table" data-size="sm" data-color="neutral">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('models.year')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="number">
                  {t(`models.${column}`)}
                </th>
              ))}
              <th scope="col" className="number">
                {t('models.coverage')}
              </th>
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr key={year.year}>
                <th scope="row">{year.year}</th>
                {columns.map((column) => (
                  <td key={column} className="number">
                    {formatNumber(year[column], language)}
                  </td>
                ))}
                <td className="number">{formatPercent(year.coverage, language)}</td>
              </tr>
            ))}
            <tr className="grid-total">
              <th scope="row">{t('models.sum')}</th>
              {columns.map((column) => (
                <td key={column} className="number">
                  {formatNumber(sum(column), language)}
                </td>
              ))}
              <td />
            </tr>
          </tbody>
        </table>
      </TableBox>
      <p className="figure-notes">
        {t('models.yearsNote', {
          year: String(accounts.assumptions.priceYear),
          frame: formatNumber((first?.central ?? 0) + (first?.frameLeft ?? 0), language),
        })}
      </p>
    </>
  );
}
