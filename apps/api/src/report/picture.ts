import { drawChart } from '@samblikk/charts';
import { chartOf, type Table } from '@samblikk/statistics';
import type { FigureBlock } from './model.ts';
import type { Say } from './say.ts';

/** As wide as the text of a page, in pixels. */
const width = 640;

/** The picture of a table, as on the page and in files: its numbers are in the table beside it too. */
export function pictureOf(table: Table, id: string, say: Say): Pick<FigureBlock, 'svg' | 'alt'> | undefined {
  const [rows] = table.dimensions;
  // Too many bars for one picture; the table says it all.
  if (!rows || rows.categories.length === 0 || table.dimensions.length > 2) return undefined;
  const chart = chartOf(table, say.language);
  const alt = say('alt', { title: ended(chart.title) });
  return { svg: drawChart({ ...chart, description: alt }, { width, id: `chart-${id}` }), alt };
}

/** A title as a sentence. */
const ended = (title: string): string => (/[.?!]$/.test(title) ? title : `${title}.`);
