import { drawChart, type LineChart } from '@samblikk/charts';
import type { Language, Text } from '@samblikk/text';
import type { seriesToJsonStat } from '../export/series.ts';
import { writtenNumber } from './written.ts';

/** A series as the API sends it. */
type SeriesStat = ReturnType<typeof seriesToJsonStat>;
export type StatSeries = Pick<SeriesStat, 'label' | 'source' | 'note' | 'id' | 'value'> & {
  readonly dimension: Readonly<
    Record<
      string,
      {
        readonly label: string;
        readonly category: { readonly index: readonly string[]; readonly label: Readonly<Record<string, string>> };
      }
    >
  >;
  readonly status?: Readonly<Record<string, string>> | undefined;
  readonly extension: Pick<SeriesStat['extension'], 'unit' | 'breaks'> & {
    readonly years: readonly { readonly year: number }[];
  };
};

/** One category over the years, as it is shown. */
export interface WrittenLine {
  readonly codes: readonly string[];
  readonly code: string;
  readonly label: string;
  /** With the place of each number among those of the series. */
  readonly points: readonly {
    readonly year: number;
    readonly value: number | null;
    readonly text: string;
    readonly place: number;
  }[];
}

/** The lines of a series, in the order of its numbers. */
export function writtenLines(stat: StatSeries, language: Language): WrittenLine[] {
  const { id, dimension, value, status, extension } = stat;
  const { years, unit } = extension;
  const grid = id
    .slice(0, -2)
    .map((name) => dimension[name]?.category)
    .reduce<{ codes: string[]; labels: string[] }[]>(
      (all, side) =>
        all.flatMap(({ codes, labels }) =>
          (side?.index ?? []).map((code) => ({
            codes: [...codes, code],
            labels: [...labels, side?.label[code] ?? code],
          })),
        ),
      [{ codes: [], labels: [] }],
    );
  return grid.map(({ codes, labels }, line) => ({
    ...{ codes, code: codes.join('~'), label: labels.join(' – ') },
    points: years.map(({ year }, at) => {
      const place = line * years.length + at;
      const number = value[place] ?? null;
      return { year, value: number, text: writtenNumber(number, unit, language, status?.[place]), place };
    }),
  }));
}

/** More lines than this are read as a table, not as a picture. */
const mostLines = 8;

/** The lines that are drawn: those with the largest newest numbers, in the order of the series. */
export function drawnLines(lines: readonly WrittenLine[]): readonly WrittenLine[] {
  const told = lines.filter(({ points }) => points.some(({ value }) => value !== null));
  const newest = ({ points }: WrittenLine) => points.findLast(({ value }) => value !== null)?.value ?? 0;
  const chosen = new Set(told.toSorted((a, b) => newest(b) - newest(a)).slice(0, mostLines));
  return told.filter((line) => chosen.has(line));
}

/** A series as lines, in pieces where it breaks. What has no number is in the table: a line has no point there. */
export function chartOfSeries(stat: StatSeries, language: Language): LineChart {
  const lines = drawnLines(writtenLines(stat, language));
  const { breaks, unit, years } = stat.extension;
  const starts = new Set(breaks.map(({ to }) => to));
  return {
    kind: 'lines',
    title: stat.label,
    description: lines
      .map(({ label, points }) => `${label}: ${points.map(({ year, text }) => `${year} ${text}`).join(', ')}.`)
      .join(' '),
    ...{ unit, years: years.map(({ year }) => year), breaks },
    lines: lines.map(({ code, label, points }) => ({ code, label, pieces: piecesOf(points, starts) })),
  };
}

type Points = WrittenLine['points'];

/** A new piece begins after each break, and where a number is missing. */
function piecesOf(points: Points, starts: ReadonlySet<number>): Points[] {
  const pieces: Points[number][][] = [[]];
  for (const point of points) {
    if (starts.has(point.year) || point.value === null) pieces.push([]);
    if (point.value !== null) pieces.at(-1)?.push(point);
  }
  return pieces.filter((piece) => piece.length > 0);
}

const sourceWord: Text = { nb: 'Kilde', nn: 'Kjelde', en: 'Source' };

/** A series as a picture that explains itself where it is found alone, as SVG. */
export function pictureOfSeries(
  stat: StatSeries,
  { language, address }: { language: Language; address: string },
): string {
  const notes = stat.note.filter((note) => !stat.extension.breaks.some((gap) => note.endsWith(gap.note)));
  return drawChart(chartOfSeries(stat, language), {
    width: 800,
    id: 'series',
    frame: {
      heading: stat.label,
      above: [],
      below: [...notes, `${sourceWord[language]}: ${stat.source}.`, address],
    },
  });
}
