import type { Grid, GridCell, GridUnit } from '@samblikk/statistics';
import { formatNumber, formatPercent, formatPoints, type Language } from '@samblikk/text';
import type { TableBlock } from './model.ts';
import type { Say } from './say.ts';
import type { Writing } from './writing.ts';

/** A table of the response and quality of the release, by the id it has on their page; undefined where there is none. */
export const gridOf = ({ grids }: Writing, id: string): Grid | undefined => grids.find((grid) => grid.id === id);

/**
 * The numbers of response and quality as their page has them.
 * @param chosen the codes of the columns to take; all when left out
 */
export function gridBlock({ say, about }: Writing, grid: Grid, chosen?: readonly string[]): TableBlock {
  const { language } = say;
  const columns = grid.columns.flatMap(({ code, label, unit }, at) =>
    chosen === undefined || chosen.includes(code) ? [{ at, unit, label: label[language] }] : [],
  );
  const rows = grid.total ? [...grid.rows, grid.total] : grid.rows;
  return {
    kind: 'table',
    id: `table-${grid.id}`,
    caption: grid.title[language],
    columns: [
      { label: grid.rowLabel[language], number: false },
      ...columns.map(({ label, unit }) => ({ label, number: unit !== 'text' })),
    ],
    rows: rows.map(({ label, cells }) => [
      label[language],
      ...columns.map(({ at, unit }) => written(cells[at], unit, say)),
    ]),
    notes: [...grid.notes.map((note) => note[language]), say('source', about)],
  };
}

const whole = (value: number, language: Language) => formatNumber(Math.round(value), language);
const writers: Record<GridUnit, (value: number, language: Language) => string> = {
  agencies: whole,
  measures: whole,
  answers: whole,
  minutes: whole,
  text: whole,
  percent: (value, language) => formatPercent(Math.round(value), language),
  points: formatPoints,
};

function written(cell: GridCell | undefined, unit: GridUnit, { language }: Say): string {
  if (cell?.text) return cell.text[language];
  return cell?.value == null ? '–' : writers[unit](cell.value, language);
}
