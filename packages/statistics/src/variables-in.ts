import type { Side } from './dimension.ts';
import type { TableQuery } from './table.ts';

/** Every variable that a table is read by: its rows, columns and layers, its filters, and the amount it sums. */
export function variablesIn({ rows, columns, layers, filters = {}, of }: TableQuery): readonly string[] {
  const named = (side: Side): readonly string[] =>
    typeof side === 'string'
      ? [side]
      : 'variable' in side
        ? [side.variable]
        : side.selections.flatMap(({ where }) => Object.keys(where));
  const sides = [rows, columns, layers].filter((side) => side !== undefined);
  return [...sides.flatMap(named), ...Object.keys(filters), ...(of === undefined ? [] : [of])];
}
