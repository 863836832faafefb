import { queryText } from '@samblikk/contract/client';

/** A table of one's own as the form has it. */
export interface OwnTableQuery {
  readonly rows: string | undefined;
  readonly columns: string | undefined;
  readonly layers: string | undefined;
  /** What each cell tells: `share:rows`, `sum:totalCost`, `p25:totalCost`; empty is counts. */
  readonly show: string;
  readonly base: 'asked' | 'answered' | undefined;
  /** Some measures beside others: `ministry:KMD`. */
  readonly compare: string | undefined;
  readonly against: 'rest' | 'all' | undefined;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** Parameters of the page itself; every other one is a filter. */
const own = [
  ...['year', 'release', 'lang', 'rows', 'columns', 'layers', 'show', 'share', 'measure', 'of', 'p', 'base'],
  ...['compare', 'against', 'filter', 'code'],
];
const bases = ['asked', 'answered'] as const;
const others = ['rest', 'all'] as const;

/**
 * What the address asks for. The form says `show=sum:totalCost`; addresses may also say it as the API does:
 * `measure=sum&of=totalCost&phase=idea`, or have filters as `filter=phase:idea`.
 * @param variables what can be a filter; what else the address has, `utm_source` say, is not ours
 */
export function readQuery(search: URLSearchParams, variables?: readonly string[]): OwnTableQuery {
  const filters = new Map<string, Set<string>>();
  const add = (variable: string, codes: string) => {
    if (codes === '' || own.includes(variable) || variables?.includes(variable) === false) return;
    filters.set(variable, new Set([...(filters.get(variable) ?? []), ...codes.split(',')]));
  };
  for (const [name, value] of search) add(name, value);
  for (const value of search.getAll('filter')) {
    const [variable = '', ...codes] = value.split(':');
    if (variable !== '') add(variable, codes.join(':'));
  }
  const named = (name: string) => search.get(name) || undefined;
  // A table by two variables has columns, whichever of the fields was filled in.
  const [columns, layers] = [named('columns'), named('layers')].filter((side) => side !== undefined);
  return {
    rows: named('rows'),
    columns,
    layers,
    show: shown(search),
    base: bases.find((base) => base === search.get('base')),
    compare: named('compare'),
    against: others.find((against) => against === search.get('against')),
    filters: Object.fromEntries([...filters].map(([variable, codes]) => [variable, [...codes]])),
  };
}

function shown(search: URLSearchParams): string {
  const show = search.get('show');
  if (show !== null) return show;
  const [share, measure = '', of, p] = ['share', 'measure', 'of', 'p'].map((name) => search.get(name) ?? '');
  const sides = ['columns', 'layers', 'compare'].some((name) => search.get(name));
  if (share || measure === 'share') return `share:${share || (sides ? 'columns' : 'table')}`;
  if (measure === 'quantile') return `p${p || 50}:${of}`;
  return ofAmounts.has(measure) ? `${measure}:${of}` : '';
}

const ofAmounts: ReadonlySet<string> = new Set(['sum', 'mean', 'median']);

/** What `show` says, as the API is asked for it. */
export function statisticOf(show: string): Readonly<Record<string, string>> {
  const [measure = '', what = ''] = show.split(':');
  if (measure === 'share') return { share: what };
  if (ofAmounts.has(measure)) return { measure, of: what };
  const [, p] = /^p(\d{1,2})$/.exec(measure) ?? [];
  return p === undefined ? {} : { measure: 'quantile', p, of: what };
}

/** The same as the API is asked for it: a table's own parameters, and a filter for each variable. */
export function apiQuery({ show, filters, ...sides }: OwnTableQuery): Record<string, string> {
  return { ...given(filters), ...given(sides), ...statisticOf(show) };
}

/** The address of the page of a table. */
export function pageAddress({ filters, ...asked }: OwnTableQuery, year: number, release: number | undefined): string {
  const query = given({ year, release, ...asked, ...Object.fromEntries(Object.entries(filters)) });
  return `/tall/tabell${queryText(new URLSearchParams(query))}`;
}

/** The same table without one code of a filter. */
export function withoutCode(asked: OwnTableQuery, variable: string, code: string): OwnTableQuery {
  const codes = asked.filters[variable]?.filter((other) => other !== code) ?? [];
  return { ...asked, filters: { ...asked.filters, [variable]: codes } };
}

type Parameter = string | number | readonly string[] | undefined;

/** What is said, as parameters: lists joined by comma, without what is empty. */
function given(parameters: Readonly<Record<string, Parameter>>): Record<string, string> {
  const said = Object.entries(parameters).map(([name, value = '']) => [name, String(value)] as const);
  return Object.fromEntries(said.filter(([, value]) => value !== ''));
}
