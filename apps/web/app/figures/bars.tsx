import { useId } from 'react';
import { formatPercent, useLanguage, usePublicText } from '../i18n/index.ts';
import type { Category, Cell, Dataset } from './dataset.ts';
import { Patterns, seriesOf } from './patterns.tsx';
import { InventedMark } from './provenance.tsx';
import { showValue } from './value.ts';

/** What of a table is drawn. */
type Drawn = Pick<Dataset, 'rows' | 'columns' | 'columnLabel' | 'unit' | 'several' | 'n'>;

/**
 * Horizontal bars, drawn on the server, the longest as wide as there is room. Labels are text that wraps, so none is cut.
 * Two variables that share out the measures of a row are stacked, each part told by pattern and number besides its colour;
 * where they overlap, each has a bar of its own. For screen readers it is one picture with a name: the table beside it has
 * every number.
 */
export function Bars({ dataset, label }: { dataset: Drawn; label: string }) {
  const id = useId();
  const t = usePublicText();
  const stacked = isStacked(dataset);
  return (
    <div className="bars" role="img" aria-labelledby={id}>
      <p className="visually-hidden" id={id}>
        {t('figure.barTitle', { title: label })}
      </p>
      {stacked ? (
        <Stacks dataset={dataset} />
      ) : dataset.columns.length === 0 ? (
        <Plain dataset={dataset} />
      ) : (
        <Groups dataset={dataset} />
      )}
    </div>
  );
}

/** Whether the parts of each row make up the row, so that they can be laid end to end. */
function isStacked({ rows, columns, unit }: Drawn): boolean {
  if (columns.length === 0) return false;
  const sum = (cells: readonly Cell[]) => cells.reduce((total, { value }) => total + (value ?? 0), 0);
  return rows.every(({ cells, total }) =>
    unit === 'measures'
      ? total.count !== null && sum(cells) === total.count
      : unit === 'percent' && (total.count === 0 || Math.abs(sum(cells) - 100) < 0.5),
  );
}

/** How many bars are drawn, each with its label. */
export const barsIn = (dataset: Drawn): number =>
  dataset.rows.length * (isStacked(dataset) ? 1 : Math.max(dataset.columns.length, 1));

function Plain({ dataset: { rows, unit, several, n } }: { dataset: Drawn }) {
  const longest = Math.max(...rows.map(({ cells }) => cells[0]?.value ?? 0), 0);
  return rows.map(({ category, cells: [cell] }) =>
    cell === undefined ? null : (
      // Of how many is said where each measure is in one row.
      <Bar
        key={category.code}
        category={category}
        cell={cell}
        unit={unit}
        longest={longest}
        {...(!several && { of: n })}
      />
    ),
  );
}

function Groups({ dataset: { rows, columns, unit } }: { dataset: Drawn }) {
  const longest = Math.max(...rows.flatMap(({ cells }) => cells.map(({ value }) => value ?? 0)), 0);
  return rows.map(({ category, cells }) => (
    <div className="bar-group" key={category.code}>
      <p className="bar-group-title">{category.label}</p>
      {cells.map((cell, at) => {
        const column = columns[at];
        return column && <Bar key={column.code} category={column} cell={cell} unit={unit} longest={longest} />;
      })}
    </div>
  ));
}

function Bar(props: { category: Category; cell: Cell; unit: Dataset['unit']; longest: number; of?: number }) {
  const { category, cell, unit, longest, of } = props;
  const language = useLanguage();
  const width = longest > 0 ? (100 * (cell.value ?? 0)) / longest : 0;
  const share = unit === 'measures' && of && cell.value !== null ? Math.round((100 * cell.value) / of) : undefined;
  return (
    <div className="bar-row">
      <p className="bar-label">{category.label}</p>
      <svg className="bar-track" width="100%" height="20" aria-hidden="true" focusable="false">
        <rect className="bar-0" width={`${width}%`} height="20" rx="2" />
      </svg>
      <p className="bar-value">
        <span>{showValue(cell, unit, language)}</span>
        {cell.invented && <InventedMark />}
        {share !== undefined && <span className="bar-share"> ({formatPercent(share, language)})</span>}
      </p>
    </div>
  );
}

/** How much of the longest bar, in per cent, a number takes on a narrow screen; a part with less room has none: the table has it. */
const roomFor = (number: string): number => 1.6 + 2.8 * number.length;

function Stacks({ dataset: { rows, columns, columnLabel, unit } }: { dataset: Drawn }) {
  const id = useId();
  const language = useLanguage();
  const lengths = rows.map(({ cells }) => cells.reduce((sum, { value }) => sum + (value ?? 0), 0));
  const longest = Math.max(...lengths, 0);
  return (
    <>
      <ul className="bar-legend">
        <li>{columnLabel}:</li>
        {columns.map(({ code, label }, at) => (
          <li key={code}>
            <svg width="18" height="18" aria-hidden="true" focusable="false">
              <rect {...seriesOf(id, at)} x="1" y="1" width="16" height="16" />
            </svg>
            <span>{label}</span>
          </li>
        ))}
      </ul>
      <Patterns id={id} />
      {rows.map(({ category, cells, total }) => {
        let start = 0;
        return (
          <div className="bar-row" key={category.code}>
            <p className="bar-label">{category.label}</p>
            <svg className="bar-track" width="100%" height="26" aria-hidden="true" focusable="false">
              {cells.map((cell, at) => {
                const width = longest > 0 ? (100 * (cell.value ?? 0)) / longest : 0;
                const x = start;
                start += width;
                if (width === 0) return null;
                const number = showValue(cell, unit, language);
                return (
                  <g key={columns[at]?.code ?? ''}>
                    <rect {...seriesOf(id, at)} x={`${x}%`} y="1" width={`${width}%`} height="24" />
                    {width >= roomFor(number) && (
                      <text className={`bar-number bar-number-${at % 5}`} x={`${x + width / 2}%`} y="18">
                        {number}
                      </text>
                    )}
                  </g>
                );
              })}
            </svg>
            <p className="bar-value">{showValue(total, 'measures', language)}</p>
          </div>
        );
      })}
    </>
  );
}
