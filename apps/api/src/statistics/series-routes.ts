import { license, type offered, queryText, readSeries } from '@samblikk/contract';
import { releaseName } from '@samblikk/questionnaire';
import {
  type Filters,
  pictureOfSeries,
  type Series,
  type SeriesSaid,
  seriesToCsv,
  seriesToJsonStat,
  seriesToParquet,
  seriesToXlsx,
} from '@samblikk/statistics';
import type { FastifyInstance } from 'fastify';
import {
  cacheable,
  type Deps,
  describeFile,
  few,
  filtersOf,
  languageOf,
  nameOfFile,
  negotiateFormat,
  sendFile,
  serve,
} from '../platform/http/index.ts';
import { pngOf } from '../platform/pictures/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import {
  type DatedRelease,
  type LoadedRelease,
  loaded,
  newestReleases,
  refuseMissing,
  refuseUnknown,
  releases,
  variablesAmong,
  withAgencyNumbers,
} from '../releases/index.ts';
import { requestedSeries } from './series.ts';

/** Figures and tables over the rounds. */
export function seriesRoutes(app: FastifyInstance, { readDb, clock, config: { publicUrl } }: Deps): void {
  serve(app, readSeries, async ({ query, request, reply }) => {
    const {
      rows,
      columns,
      figure,
      releases: named,
      format,
      lang: _,
      measure: statistic,
      of,
      p,
      base,
      share,
      ...rest
    } = query;
    const parts = await partsNamed(named);
    cacheable(reply, { lastModified: parts.map(({ release }) => release.frozenAt), pinned: named !== undefined });
    const datasets = parts.map(({ sealed }) => sealed);
    const known = variablesAmong(datasets, filtersOf(rest));
    const filters = await withAgencyNumbers(readDb, parts, known.filters);
    const asked = { rows: rows ?? '', columns, statistic, of, p, base, share, filters };
    const { series, title } = requestedSeries(parts, figure === undefined ? asked : { figure });
    const language = languageOf(request);
    const kind = negotiateFormat('series', format, request);
    const name = seriesName(series, figure, filters);
    const addressOf = (ignored: readonly string[]) => foundAt(publicUrl + request.url, parts, ignored);
    if (kind === 'json-stat') {
      describeFile(reply, { format: kind, name });
      const stat = seriesToJsonStat(series, { title, language });
      const ignored = known.ignored.length > 0 ? { ignored: [...known.ignored] } : {};
      const notice = [...new Set(parts.flatMap(({ release }) => release.notice?.[language] ?? []))];
      const updated = parts.map(({ release }) => release.frozenAt.toISOString()).toSorted();
      const extension = { ...stat.extension, notice, license: license.url, ...ignored };
      return {
        ...stat,
        href: addressOf(known.ignored),
        ...(updated.length > 0 && { updated: updated.at(-1) }),
        extension,
      };
    }
    refuseUnknown(datasets, known.ignored);
    const notices = [
      ...new Map(parts.flatMap(({ release: { notice } }) => (notice ? [[notice.nb, notice]] : []))).values(),
    ];
    const content = await contentOf(kind, series, {
      title,
      language,
      notices,
      address: addressOf([]),
    });
    return sendFile(reply, { format: kind, name, content });
  });

  /** The newest public release of each round, oldest first; or those named. @throws ApiError notFound, releaseWithdrawn */
  async function partsNamed(names: string | undefined): Promise<LoadedRelease[]> {
    const chosen = names === undefined ? await newestReleases(readDb, clock()) : await releasesNamed(names.split(','));
    if (chosen.length === 0) throw new ApiError('notFound', { detail: 'noRelease' });
    const inOrder = chosen.toSorted((a, b) => a.year - b.year || a.number - b.number);
    return Promise.all(inOrder.map((release) => loaded(readDb, release)));
  }

  async function releasesNamed(names: readonly string[]): Promise<DatedRelease[]> {
    const all = await releases(readDb, clock());
    const byYear = new Map<number, DatedRelease>();
    for (const name of names) {
      const found = all.find((release) => releaseName(release) === name.trim());
      const [year, number] = name.split('.').map(Number);
      if (found) byYear.set(found.year, found);
      else await refuseMissing(readDb, { year: year || 0, number: number || 0 });
    }
    return [...byYear.values()];
  }
}

/** Where a series is found for good, whichever format it came as: the address names the releases, and nothing that filters nothing. */
function foundAt(address: string, parts: readonly LoadedRelease[], ignored: readonly string[]): string {
  const url = new URL(address);
  for (const name of ['format', 'releases', ...ignored]) url.searchParams.delete(name);
  url.searchParams.set('releases', parts.map(({ release }) => releaseName(release)).join(','));
  return url.origin + url.pathname + queryText(url.searchParams);
}

/** What the file of a series is called: what it is of, what its numbers are, the selection, the years. */
function seriesName(series: Series, figure: string | undefined, filters: Filters): string {
  const years = series.years.map(({ edition }) => edition.year);
  const { statistic, of: amount, base } = series.years.at(-1) as Series['years'][number];
  const what = statistic === 'count' ? [] : [statistic, ...(amount === undefined ? [] : [amount])];
  const based = statistic === 'share' || base === 'answered' ? [base] : [];
  const of = figure ?? [...series.variables, ...what, ...based].join('-');
  const chosen = figure === undefined ? Object.entries(filters).map(([id, codes]) => `${id}-${few(codes)}`) : [];
  const span = [...new Set([years[0], years.at(-1)])].map(String);
  return nameOfFile(['series', of, ...chosen, ...span]);
}

type SeriesFormat = keyof typeof offered.series;

/** A series as a file. */
function contentOf(
  format: Exclude<SeriesFormat, 'json-stat'>,
  series: Series,
  said: Required<SeriesSaid>,
): string | Promise<Uint8Array> {
  const { title, language, address } = said;
  const drawn = () => pictureOfSeries(seriesToJsonStat(series, { title, language }), { language, address });
  const writers: Record<typeof format, () => string | Promise<Uint8Array>> = {
    xlsx: () => seriesToXlsx(series, said),
    csv: () => seriesToCsv(series, said),
    'csv-excel': () => seriesToCsv(series, said, { flavour: 'excel' }),
    parquet: () => seriesToParquet(series, said),
    svg: drawn,
    // Twice as many pixels as units, as of tables.
    png: () => pngOf(drawn(), 2),
  };
  return writers[format]();
}
