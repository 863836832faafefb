import { type BarChart, drawChart } from '@samblikk/charts';
import type { Table } from '@samblikk/statistics';
import type { FigureBlock } from './model.ts';
import type { Say } from './say.ts';
import { writtenIn } from './tables.ts';

/** As wide as the text of a page, in pixels. */
const width = 640;

/** The picture of a table: its numbers are in the table beside it too. */
export function pictureOf(table: Table, id: string, say: Say): Pick<FigureBlock, 'svg' | 'alt'> | undefined {
  const [rows, columns] = table.dimensions;
  // Too many bars for one picture; the table says it all.
  if (!rows || rows.categories.length === 0 || table.dimensions.length > 2) return undefined;
  const { language } = say;
  const series = columns?.categories.map(({ code, label }) => ({ code, label: label[language] })) ?? [
    { code: 'all', label: table.title[language] },
  ];
  const written = writtenIn(table, language);
  const chart: BarChart = {
    kind: 'bars',
    title: table.title[language],
    description: say('alt', { title: ended(table.title[language]) }),
    unit: table.unit,
    layout: columns ? (table.unit === 'measures' ? 'stacked' : 'grouped') : 'plain',
    series,
    ...(columns && { legend: columns.label[language] }),
    rows: rows.categories.map(({ code, label }, row) => ({
      code,
      label: label[language],
      values: series.map((_, at) => table.values[row * series.length + at] ?? null),
      texts: series.map((_, at) => written(row * series.length + at)),
      ...(columns && table.unit === 'measures' && { total: String(table.margins.rows[row] ?? '') }),
    })),
  };
  return { svg: drawChart(chart, { width, id: `chart-${id}` }), alt: chart.description };
}

/** A title as a sentence. */
const ended = (title: string): string => (/[.?!]$/.test(title) ? title : `${title}.`);
