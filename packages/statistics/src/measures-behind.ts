import type { Dimension } from './dimension.ts';
import { blankCode, combineFilters, type Filters, statedCode } from './filter.ts';
import type { Table } from './table.ts';

/** What a measure must pass to be in this category, or, when none is named, anywhere on this side of the table. */
function whereOf(dimension: Dimension | undefined, code: string | undefined, table: Table): Filters {
  if (!dimension) return {};
  if (code !== undefined) {
    const category = dimension.categories.find((candidate) => candidate.code === code);
    if (!category) throw new RangeError(`${dimension.id} has no category ${code}`);
    return category.where;
  }
  if (dimension.complete) return table.sealed ? anywhere(dimension, table.filters) : {};
  const codes = dimension.categories.flatMap((category) => category.where[dimension.id] ?? []);
  return { [dimension.id]: [...new Set(codes)] };
}

/**
 * Everywhere on a side that leaves out no measure. A list would say so by leaving the variable out; but then it would no longer
 * be about whose, and count what this table counts as withheld by its answers.
 */
function anywhere({ id, categories }: Dimension, filters: Filters): Filters {
  const isVariable = categories.some(({ where }) => id in where);
  if (!isVariable || id in filters) return {};
  return { [id]: [statedCode, ...(categories.some(({ where }) => where[id]?.includes(blankCode)) ? [blankCode] : [])] };
}

/**
 * The query that lists the measures a cell counts: variable → codes. Leave out the column for a row's margin, the row
 * for a column's, the layer for all layers together, all of them for all measures in the table. Its list has as many rows as the count.
 *
 * Codes joined by `~` must be chosen together; an amount's code `answered` means that it is stated.
 *
 * @throws RangeError when the table has no such category
 * @example
 * measuresBehind(tableOf(dataset, { rows: 'phase', filters: { ministry: ['KMD'] } }), 'idea')
 * // → { ministry: ['KMD'], phase: ['idea'] }
 */
export function measuresBehind(table: Table, row?: string, column?: string, layer?: string): Filters {
  const [rows, columns, layers] = table.dimensions;
  const amount: Filters = table.of === undefined ? {} : { [table.of]: [statedCode] };
  return [whereOf(rows, row, table), whereOf(columns, column, table), whereOf(layers, layer, table), amount].reduce(
    combineFilters,
    table.filters,
  );
}
