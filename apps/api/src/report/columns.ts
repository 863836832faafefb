import type { TableBlock } from './model.ts';

/** What a letter of a head and the gaps of a cell take of the width of a page. */
const letter = 0.0106;
const gaps = 0.026;

/** How the width of a table is shared: as told, else the names take what numbers leave. No word of a head is divided. */
export function columnWidths(columns: TableBlock['columns']): readonly number[] {
  if (columns.some(({ width }) => width !== undefined)) return columns.map(({ width = 0 }) => width);
  const numbers = columns.filter(({ number }) => number);
  // Two columns of words need more of it.
  const room = columns.length - numbers.length > 1 ? 0.5 : 0.6;
  const least = Math.min(0.16, room / Math.max(numbers.length, 1));
  const wanted = numbers.map(({ label }) => Math.max(least, longestWord(label) * letter + gaps));
  const sum = wanted.reduce((all, one) => all + one, 0);
  const given = wanted.map((one) => one * Math.min(1, 0.72 / sum));
  const names = (1 - Math.min(sum, 0.72)) / Math.max(columns.length - numbers.length, 1);
  return columns.map((column) => (column.number ? (given[numbers.indexOf(column)] ?? least) : names));
}

const longestWord = (label: string): number => Math.max(...label.split(/\s+/).map((word) => word.length));
