import type { Side } from './dimension.ts';
import type { TableQuery } from './table.ts';

/** Every variable that a table is read by: its rows and columns, its filters, and the amount it sums. */
export function variablesIn({ rows, columns, filters = {}, of }: TableQuery): readonly string[] {
  const named = (side: Side): readonly string[] =>
    typeof side === 'string' ? [side] : side.selections.flatMap(({ where }) => Object.keys(where));
  const sides = columns === undefined ? [rows] : [rows, columns];
  return [...sides.flatMap(named), ...Object.keys(filters), ...(of === undefined ? [] : [of])];
}
