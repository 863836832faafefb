import type { QualityGrid } from '@samblikk/contract/client';
import { formatNumber, formatPercent, formatPoints, type Language, useLanguage } from '../i18n/index.ts';
import { TableBox, useDataHref } from '../ui/index.ts';
import { listAddress } from './dataset.ts';

type Row = QualityGrid['rows'][number];
type Unit = QualityGrid['columns'][number]['unit'];

/** A number as the page shows it: counts whole, shares as whole per cent, changes with a sign; `–` where there is none. */
export function showGridValue(value: number | null, unit: Unit, language: Language): string {
  if (value === null) return '–';
  if (unit === 'percent') return formatPercent(Math.round(value), language);
  return unit === 'points' ? formatPoints(value, language) : formatNumber(Math.round(value), language);
}

/**
 * A table where each column has its own unit; rows in groups where they are. A number that the register can list is a link
 * to its measures.
 * @param pathOf where the label of a row leads
 */
export function GridTable(props: {
  grid: QualityGrid;
  year: number;
  release: number | undefined;
  rows?: readonly Row[];
  pathOf?: (row: Row) => string | undefined;
}) {
  const { grid, year, release, rows = grid.rows, pathOf } = props;
  const to = useDataHref();
  const language = useLanguage();
  const show = ({ value, text, measures }: Row['cells'][number], unit: Unit) => {
    if (text !== undefined) return text;
    const said = showGridValue(value, unit, language);
    return measures ? <a href={to(listAddress(measures, year, release))}>{said}</a> : said;
  };
  const line = (row: Row, isTotal: boolean) => {
    const path = isTotal ? undefined : pathOf?.(row);
    return (
      <tr key={row.code} className={isTotal ? 'grid-total' : undefined}>
        <th scope="row">{path === undefined ? row.label : <a href={to(path)}>{row.label}</a>}</th>
        {grid.columns.map(({ code, unit }, at) => {
          const cell = row.cells[at];
          return (
            <td key={code} className={unit === 'text' ? undefined : 'number'}>
              {cell && show(cell, unit)}
            </td>
          );
        })}
      </tr>
    );
  };
  const last = grid.total && rows === grid.rows ? rows.length - 1 : -1;
  const groups = [...Map.groupBy(rows, ({ group }) => group)];
  return (
    <TableBox title={rows[0]?.group ?? grid.title}>
      <table className="ds-table" data-size="sm" data-color="neutral">
        <caption className="visually-hidden">{grid.title}</caption>
        <thead>
          <tr>
            <th scope="col">{grid.rowLabel}</th>
            {grid.columns.map(({ code, label, unit }) => (
              <th key={code} scope="col" className={unit === 'text' ? undefined : 'number'}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(([group, own]) => (
          <tbody key={group ?? ''}>
            {group !== undefined && groups.length > 1 && (
              <tr>
                <th scope="rowgroup" colSpan={grid.columns.length + 1} className="grid-group">
                  {group}
                </th>
              </tr>
            )}
            {own.map((row) => line(row, rows.indexOf(row) === last))}
          </tbody>
        ))}
      </table>
    </TableBox>
  );
}
