import type { FinancingModelsReply } from '@samblikk/contract/client';
import { formatNumber, formatPercent, useLanguage, usePublicText } from '../i18n/index.ts';
import { TableBox } from '../ui/index.ts';
import { useMarked } from './model-mark.tsx';

const columns = ['cost', 'central', 'serviceOwners', 'endUsers', 'gap'] as const;

type Year = Readonly<Record<(typeof columns)[number], number>> & {
  readonly year: number;
  readonly coverage?: number;
  readonly forecast?: boolean;
};

/** What runs costs each year, who pays, and what nobody pays. */
export function YearsTable({ reply: { years, accounts } }: { reply: FinancingModelsReply }) {
  const t = usePublicText();
  const language = useLanguage();
  const [first] = years;
  return (
    <>
      <MoneyTable title={t('models.years')} years={years} sums />
      <p className="figure-notes">
        {t('models.yearsNote', {
          year: String(accounts.assumptions.priceYear),
          frame: formatNumber((first?.central ?? 0) + (first?.frameLeft ?? 0), language),
        })}
      </p>
    </>
  );
}

/** A line for each year: costs, who pays, and the gap; with what is covered, and sums, where told. */
export function MoneyTable(props: { title: string; years: readonly Year[]; sums?: true }) {
  const { years, sums = false } = props;
  const t = usePublicText();
  const language = useLanguage();
  const title = useMarked()(props.title);
  const sum = (of: (typeof columns)[number]) => years.reduce((total, year) => total + year[of], 0);
  const covered = years.every(({ coverage }) => coverage !== undefined);
  return (
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
            {covered && (
              <th scope="col" className="number">
                {t('models.coverage')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year.year}>
              <th scope="row">{year.forecast ? t('models.forecast', { year: String(year.year) }) : year.year}</th>
              {columns.map((column) => (
                <td key={column} className="number">
                  {formatNumber(year[column], language)}
                </td>
              ))}
              {covered && <td className="number">{formatPercent(year.coverage ?? 0, language)}</td>}
            </tr>
          ))}
          {sums && (
            <tr className="grid-total">
              <th scope="row">{t('models.sum')}</th>
              {columns.map((column) => (
                <td key={column} className="number">
                  {formatNumber(sum(column), language)}
                </td>
              ))}
              {covered && <td />}
            </tr>
          )}
        </tbody>
      </table>
    </TableBox>
  );
}
