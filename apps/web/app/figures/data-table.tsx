import { useLanguage, usePublicText } from '../i18n/index.ts';
import { TableBox, useDataHref } from '../ui/index.ts';
import { type Cell, type Dataset, listAddress } from './dataset.ts';
import { InventedMark } from './provenance.tsx';
import { showValue } from './value.ts';

/** The numbers of a table, each a link to the register's list of the measures it counts. */
export function DataTable({
  dataset,
  caption,
  release,
}: {
  dataset: Dataset;
  caption: string;
  release?: number | undefined;
}) {
  const t = usePublicText();
  const counts = dataset.unit === 'measures';
  const number = (cell: Cell, unit = dataset.unit) => (
    <LinkedNumber cell={cell} unit={unit} dataset={dataset} release={release} />
  );
  return (
    <TableBox title={caption}>
      <table className="ds-table" data-size="sm" data-color="neutral">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          {dataset.columnLabel !== undefined && (
            <tr className="table-spanner">
              <td />
              <th scope="colgroup" colSpan={dataset.columns.length}>
                {dataset.columnLabel}
              </th>
              <td />
            </tr>
          )}
          <tr>
            <th scope="col">{dataset.rowLabel}</th>
            {dataset.columns.length === 0 ? (
              <th scope="col" className="number">
                {t(`unit.${dataset.unit}`)}
              </th>
            ) : (
              dataset.columns.map(({ code, label }) => (
                <th key={code} scope="col" className="number">
                  {label}
                </th>
              ))
            )}
            {(!counts || dataset.columns.length > 0) && (
              <th scope="col" className="number">
                {counts ? t('table.total') : t('unit.measures')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {dataset.rows.map(({ category, cells, total }) => (
            <tr key={category.code}>
              <th scope="row">{category.label}</th>
              {cells.map((cell, column) => (
                <td key={dataset.columns[column]?.code ?? ''} className="number">
                  {number(cell)}
                </td>
              ))}
              {(!counts || dataset.columns.length > 0) && <td className="number">{number(total, 'measures')}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('table.all')}</th>
            {dataset.columns.length > 0 &&
              dataset.columnTotals.map((cell, column) => (
                <td key={dataset.columns[column]?.code} className="number">
                  {number(cell, 'measures')}
                </td>
              ))}
            {dataset.columns.length === 0 && !counts && <td className="number" />}
            <td className="number">{number(dataset.total, 'measures')}</td>
          </tr>
        </tfoot>
      </table>
    </TableBox>
  );
}

function LinkedNumber({
  cell,
  unit,
  dataset,
  release,
}: {
  cell: Cell;
  unit: Dataset['unit'];
  dataset: Dataset;
  release: number | undefined;
}) {
  const to = useDataHref();
  const language = useLanguage();
  const text = showValue(cell, unit, language);
  if (cell.value === null || cell.count === 0) return text;
  return (
    <>
      <a href={to(listAddress(cell.measures, dataset.year, release))}>{text}</a>
      {cell.invented && <InventedMark />}
    </>
  );
}
