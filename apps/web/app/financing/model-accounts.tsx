import type { FinancingModelsReply } from '@samblikk/contract/client';
import { formatNumber, formatPercent, useLanguage, usePublicText } from '../i18n/index.ts';
import { TableBox } from '../ui/index.ts';
import { useMarked } from './model-mark.tsx';
import { MoneyTable } from './model-years.tsx';

type Product = FinancingModelsReply['accounts']['products'][number];

/** The accounts product by product: costs, income and indicators, with the forecast and what it rests on. */
export function ModelAccounts({ reply }: { reply: FinancingModelsReply }) {
  const t = usePublicText();
  const language = useLanguage();
  const { accounts } = reply;
  const { assumptions } = accounts;
  const drivenBy = ({ drivers }: Product) =>
    drivers
      .map(({ type, indicator, percent }) =>
        t('models.driver', {
          percent: formatPercent(percent, language),
          type: type.label.toLocaleLowerCase('nb'),
          indicator: indicator.label.toLocaleLowerCase('nb'),
        }),
      )
      .join(' ');
  const marked = useMarked();
  const products = accounts.products.map((product) => (
    <details key={product.code} className="model-product">
      <summary>{marked(product.label)}</summary>
      {product.about !== '' && <p>{product.about}</p>}
      <ProductTable reply={reply} product={product} />
      <p className="figure-notes">
        {t('models.assumptions', {
          growth: formatPercent(product.growth, language),
          drivers: drivenBy(product),
          year: String(assumptions.priceYear),
          added: formatPercent(assumptions.addedByDevelopment, language),
          frame: formatPercent(assumptions.frameGrowth, language),
        })}
      </p>
    </details>
  ));
  return (
    <>
      <p className="figure-title">{t('models.gapTitle')}</p>
      <MoneyTable title={t('models.gapTitle')} years={accounts.gap} />
      <p className="figure-notes">{t('models.gapNote')}</p>
      {products}
    </>
  );
}

function ProductTable({ reply: { accounts, years }, product }: { reply: FinancingModelsReply; product: Product }) {
  const t = usePublicText();
  const language = useLanguage();
  const title = useMarked()(`${t('models.accounts')}: ${product.label}`);
  const lines = [
    ...product.costs.map(({ label, kroner, forecast }) => ({ label, numbers: [...kroner, ...forecast] })),
    ...product.income.map(({ label, source, kroner }) => ({ label: `${source.label}: ${label}`, numbers: kroner })),
    ...product.indicators.map(({ label, numbers, forecast }) => ({ label, numbers: [...numbers, ...forecast] })),
  ];
  const columns = [
    ...accounts.years.map(String),
    ...years.map(({ year }) => t('models.forecast', { year: String(year) })),
  ];
  return (
    <TableBox title={title}>
      <table className="ds-table" data-size="sm" data-color="neutral">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('models.line')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, numbers }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {columns.map((column, at) => {
                const number = numbers[at];
                return (
                  <td key={column} className="number">
                    {number === undefined ? '' : formatNumber(number, language)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
