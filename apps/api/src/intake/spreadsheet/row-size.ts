import type { Cell } from '@samblikk/questionnaire/match';

/** How much a row is to keep and to carry: its characters, and some for each cell. */
export function charactersIn(row: readonly Cell[]): number {
  let sum = 0;
  for (const cell of row) sum += typeof cell === 'string' ? cell.length + 4 : 8;
  return sum;
}
