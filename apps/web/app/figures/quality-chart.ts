import type { BarChart } from '@samblikk/charts';
import type { QualityGrid } from '@samblikk/contract/client';
import type { Language } from '../i18n/index.ts';
import { showGridValue } from './grid-table.tsx';

type Row = QualityGrid['rows'][number];

/** The most bars of a picture: the table beside it has them all. */
const mostBars = 12;

/** What of a grid is drawn: those who answered and those who did not, laid end to end; or what is blank most often. */
export function chartOfGrid(grid: QualityGrid, language: Language): BarChart | undefined {
  const rows = grid.total ? grid.rows.slice(0, -1) : grid.rows;
  const base = { kind: 'bars', title: grid.title, description: grid.finding } as const;
  if (grid.id === 'response') {
    const [answered, unanswered, asked] = ['answered', 'unanswered', 'asked'].map((code) => placeOf(grid, code));
    const series = [answered, unanswered].flatMap((at) => grid.columns[at ?? -1] ?? []);
    return {
      ...base,
      ...{ layout: 'stacked', unit: 'measures', series },
      rows: rows.map((row) => ({
        ...textsOf(row, [answered, unanswered], 'agencies', language),
        total: showGridValue(row.cells[asked ?? -1]?.value ?? null, 'agencies', language),
      })),
    };
  }
  if (grid.id !== 'blanks') return undefined;
  const at = placeOf(grid, 'share');
  const shareOf = (row: Row) => row.cells[at]?.value ?? 0;
  const most = rows.filter((row) => shareOf(row) > 0).sort((a, b) => shareOf(b) - shareOf(a));
  if (most.length === 0) return undefined;
  return {
    ...base,
    ...{ layout: 'plain', unit: 'percent', series: grid.columns.slice(at, at + 1) },
    rows: most.slice(0, mostBars).map((row) => textsOf(row, [at], 'percent', language)),
  };
}

const placeOf = ({ columns }: QualityGrid, code: string): number => columns.findIndex((column) => column.code === code);

function textsOf(
  { code, label, cells }: Row,
  places: readonly (number | undefined)[],
  unit: 'agencies' | 'percent',
  language: Language,
) {
  const values = places.map((at) => cells[at ?? -1]?.value ?? null);
  return { code, label, values, texts: values.map((value) => showGridValue(value, unit, language)) };
}
