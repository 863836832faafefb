import type { TableBlock } from './model.ts';

/** How the width of a table is shared: as told, else the names take what numbers leave. */
export function columnWidths(columns: TableBlock['columns']): readonly number[] {
  if (columns.some(({ width }) => width !== undefined)) return columns.map(({ width = 0 }) => width);
  const numbers = columns.filter(({ number }) => number).length;
  const each = Math.min(0.16, 0.6 / Math.max(numbers, 1));
  const names = (1 - each * numbers) / Math.max(columns.length - numbers, 1);
  return columns.map(({ number }) => (number ? each : names));
}
