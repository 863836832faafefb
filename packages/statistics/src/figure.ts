import type { Text } from '@samblikk/questionnaire';
import type { Dataset } from './dataset.ts';
import { blankCode } from './filter.ts';
import { type ChartLayout, type Table, type TableQuery, tableOf } from './table.ts';
import { variablesIn } from './variables-in.ts';

/** A figure of a report, as data: what is counted, and what must be said with it. */
export interface Figure extends TableQuery {
  /** Stable, used in addresses. */
  readonly id: string;
  readonly number: number;
  readonly title: Text;
  readonly notes?: readonly Text[];
  /** `size`: largest category first. Default is the order of the questionnaire. */
  readonly order?: 'size';
  /** How parts of rows are drawn; default is end to end where they make up their row. */
  readonly layout?: ChartLayout;
}

/** Whether the dataset has every variable the figure counts by. */
export function canCompute(figure: Figure, dataset: Dataset): boolean {
  return variablesIn(figure).every((variable) => dataset.columns.has(variable));
}

/** The same table with its rows in falling order of measures; equal ones keep their order, and blank stays last. */
function largestFirst(table: Table): Table {
  const [rows, ...rest] = table.dimensions;
  if (!rows) return table;
  const margins = table.margins.rows;
  const isBlank = (row: number) => (rows.categories[row]?.code === blankCode ? 1 : 0);
  const order = rows.categories
    .map((_, row) => row)
    .sort((a, b) => isBlank(a) - isBlank(b) || (margins[b] ?? 0) - (margins[a] ?? 0));
  const inOrder = <V>(cells: readonly V[]): V[] => {
    const width = cells.length / order.length;
    return order.flatMap((row) => cells.slice(row * width, (row + 1) * width));
  };
  const { rowsByLayer } = table.margins;
  return {
    ...table,
    dimensions: [{ ...rows, categories: order.flatMap((row) => rows.categories[row] ?? []) }, ...rest],
    values: inOrder(table.values),
    counts: inOrder(table.counts),
    margins: { ...table.margins, rows: inOrder(margins), ...(rowsByLayer && { rowsByLayer: inOrder(rowsByLayer) }) },
  };
}

/**
 * The table of a figure, under the figure's title and with its notes after those of the dataset.
 * @throws StatisticsError when the dataset lacks a variable (ask `canCompute` first)
 */
export function computeFigure(figure: Figure, dataset: Dataset): Table {
  const table = tableOf(dataset, figure);
  const titled = {
    ...table,
    title: figure.title,
    notes: [...table.notes, ...(figure.notes ?? [])],
    ...(figure.layout && { layout: figure.layout }),
  };
  return figure.order === 'size' ? largestFirst(titled) : titled;
}
