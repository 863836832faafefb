import type { BarChart } from '@samblikk/charts';
import type { PortfolioTable } from '@samblikk/contract/client';
import { ChartPicture } from '../figures/index.ts';
import { formatNumber, type Language, useLanguage, usePublicText } from '../i18n/index.ts';
import { TableBox } from '../ui/index.ts';

type Cell = PortfolioTable['rows'][number]['cells'][number];

/** A table of a portfolio: each number a link to the list of the measures it counts. */
export function NumbersTable({
  table,
  hrefOf,
  drawn = false,
}: {
  table: PortfolioTable;
  hrefOf: (list: string) => string;
  /** Whether its parts are drawn too, laid end to end. */
  drawn?: boolean;
}) {
  const t = usePublicText();
  const language = useLanguage();
  const { id, title, rowLabel, columns, rows, total, notes } = table;
  const chart = drawn ? chartOf(table, language) : undefined;
  const cells = (all: readonly Cell[]) =>
    columns.map(({ code }, at) => (
      <td key={code} className="number">
        <Linked cell={all[at]} hrefOf={hrefOf} />
      </td>
    ));
  return (
    <section className="portfolio-part" aria-labelledby={id} id={`tabell-${id}`}>
      <h2 className="ds-heading" data-size="sm" id={id}>
        {title}
      </h2>
      <p className="subtle small">{t('portfolio.n', { n: formatNumber(table.n, language) })}</p>
      {chart && <ChartPicture chart={chart} />}
      <TableBox title={title}>
        <table className="ds-table" data-size="sm" data-color="neutral">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{rowLabel}</th>
              {columns.map(({ code, label }) => (
                <th key={code} scope="col" className="number">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, label, cells: own }) => (
              <tr key={code}>
                <th scope="row">{label}</th>
                {cells(own)}
              </tr>
            ))}
          </tbody>
          {total && (
            <tfoot>
              <tr>
                <th scope="row">{t('table.total')}</th>
                {cells(total)}
              </tr>
            </tfoot>
          )}
        </table>
      </TableBox>
      {notes.length > 0 && (
        <ul className="figure-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Linked({ cell, hrefOf }: { cell: Cell | undefined; hrefOf: (list: string) => string }) {
  const language = useLanguage();
  if (!cell || cell.value === null) return '–';
  const text = formatNumber(cell.value, language);
  return cell.list === null ? text : <a href={hrefOf(cell.list)}>{text}</a>;
}

/** The columns that make up each row, before that of all. */
function chartOf({ title, columns, rows }: PortfolioTable, language: Language): BarChart {
  const parts = columns.slice(
    0,
    columns.findIndex(({ code }) => code === 'all'),
  );
  const shown = rows.map(({ code, label, cells }) => {
    const values = parts.map((_, at) => cells[at]?.value ?? null);
    const total = formatNumber(cells[parts.length]?.value ?? 0, language);
    return { code, label, values, texts: values.map((value) => formatNumber(value ?? 0, language)), total };
  });
  return {
    ...{ kind: 'bars', layout: 'stacked', unit: 'measures', title },
    description: shown.map(({ label, total }) => `${label}: ${total}`).join(', '),
    series: parts.map(({ code, label }) => ({ code, label })),
    rows: shown,
  };
}
