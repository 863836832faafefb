import { type ParquetCell, type ParquetColumn, parquetFile } from '@samblikk/files';
import type { Series } from '../series.ts';
import { distinctNames } from './names.ts';
import { aboutSeries, type SeriesSaid, seriesLines } from './series.ts';

/**
 * A series as an Apache Parquet file: the lines of its CSV with their types, and `status`, which says why there is no number. Breaks and
 * notes stand in the footer.
 * @returns the bytes of the file, the same whenever it is written
 */
export async function seriesToParquet(series: Series, said: SeriesSaid): Promise<Uint8Array> {
  const { title, language, notices = [], address = '' } = said;
  const { base, selection } = aboutSeries(series, language);
  const contents = title[language];
  const notice = notices.map((text) => text[language]).join(' ') || null;
  const sides = distinctNames(series.variables).flatMap((name) => [name, `${name}_label`]);
  const columns: ParquetColumn[] = [
    ...sides.map((name) => ({ name, type: 'text' as const })),
    ...(['year', 'stretch'] as const).map((name) => ({ name, type: 'number' as const })),
    { name: 'value', type: series.unit === 'measures' ? 'number' : 'decimal' },
    { name: 'status', type: 'text' },
    ...(['count', 'n'] as const).map((name) => ({ name, type: 'number' as const })),
    ...['source', 'contents', 'unit', 'address', 'base', 'selection', 'release', 'notice'].map((name) => ({
      ...{ name, type: 'text' as const },
    })),
  ];
  const rows = seriesLines(series, language).map((line): ParquetCell[] => {
    const { year, stretch, point, sign, n, source, release } = line;
    const value = sign === undefined && point.value !== null ? Math.round(point.value * 1e4) / 1e4 : null;
    return [
      ...[...line.sides, year, stretch, value, sign ?? null, point.count, n],
      ...[source, contents, series.unit, address, base, selection || null, release || null, notice],
    ];
  });
  const remarks = (all: Series['breaks']) =>
    JSON.stringify(all.map(({ from, to, note }) => ({ from, to, note: note[language] })));
  const about = { title: contents, breaks: remarks(series.breaks), notes: remarks(series.notes), source: address };
  const batches = (async function* () {
    yield rows;
  })();
  const pieces: Uint8Array[] = [];
  for await (const piece of parquetFile(columns, batches, about)) pieces.push(piece);
  return Buffer.concat(pieces);
}
