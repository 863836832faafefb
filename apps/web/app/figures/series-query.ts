import { addressOf } from '../platform/index.ts';
import { type FileLink, fileLinks } from '../ui/index.ts';

/** What a series is of, as the form has it: `figure:phases` or `rows:phase`, and what is shown of a table: `share`, `sum:totalCost`. */
export interface SeriesAsked {
  readonly what: string;
  readonly show: string;
  /** Filters and pinned releases, as the API has them. */
  readonly rest: Readonly<Record<string, string>>;
}

const own = ['what', 'show', 'lang', 'rows', 'figure', 'measure', 'of', 'base', 'share', 'columns'];

/** What the address asks for: as the form says it, or as the API does (`figure=phases`, `rows=phase&measure=share`). */
export function readSeriesQuery(search: URLSearchParams): SeriesAsked {
  const [figure, rows, measure, of] = ['figure', 'rows', 'measure', 'of'].map((name) => search.get(name) ?? '');
  const what = search.get('what') ?? (figure ? `figure:${figure}` : rows ? `rows:${rows}` : '');
  const show = search.get('show') ?? [measure, of].filter(Boolean).join(':');
  const rest = [...search].filter(([name, value]) => value !== '' && !own.includes(name));
  return { what, show, rest: Object.fromEntries(rest) };
}

/** The same as the API is asked for it; undefined when nothing is chosen. */
export function seriesQuery({ what, show, rest }: SeriesAsked): Record<string, string> | undefined {
  const [kind, ...id] = what.split(':');
  const [measure = '', of = ''] = show.split(':');
  if (kind === 'figure') return { ...rest, figure: id.join(':') };
  if (kind !== 'rows') return undefined;
  return { ...rest, rows: id.join(':'), ...(measure !== '' && { measure }), ...(of !== '' && { of }) };
}

export function seriesFiles(asked: SeriesAsked, lang: string): FileLink[] {
  return fileLinks('series', ({ query }) =>
    addressOf('readSeries', { query: { ...seriesQuery(asked), lang, ...query } }),
  );
}
