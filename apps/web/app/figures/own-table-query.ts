/** What a table of one's own shows, as the form's field `show` has it: `share:rows`, `sum:totalCost`; empty is counts. */
export interface OwnTableQuery {
  readonly rows: string | undefined;
  readonly columns: string | undefined;
  readonly show: string;
  readonly base: 'asked' | 'answered' | undefined;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** Parameters of the page itself; every other one is a filter. */
const own = ['year', 'release', 'rows', 'columns', 'show', 'share', 'measure', 'of', 'base', 'filter', 'code', 'lang'];
const bases = ['asked', 'answered'] as const;

/**
 * What the address asks for. The form says `show=sum:totalCost` and adds one filter as `filter=phase:idea`; addresses may also
 * say it as the API does: `measure=sum&of=totalCost&phase=idea`.
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
  const rows = search.get('rows') || undefined;
  const columns = search.get('columns') || undefined;
  return {
    rows,
    columns: columns === rows ? undefined : columns,
    show: shown(search),
    base: bases.find((base) => base === search.get('base')),
    filters: Object.fromEntries([...filters].map(([variable, codes]) => [variable, [...codes]])),
  };
}

function shown(search: URLSearchParams): string {
  const show = search.get('show');
  if (show !== null) return show;
  const [share, measure, of] = ['share', 'measure', 'of'].map((name) => search.get(name) ?? '');
  if (share || measure === 'share') return `share:${share || (search.get('columns') ? 'columns' : 'table')}`;
  return measure === 'sum' || measure === 'median' ? `${measure}:${of}` : '';
}

/** The same as the API is asked for it: a table's own parameters, and a filter for each variable. */
export function apiQuery({ rows, columns, show, base, filters }: OwnTableQuery): Record<string, string> {
  const [measure = '', what = ''] = show.split(':');
  const statistic: Readonly<Record<string, Record<string, string>>> = {
    share: { share: what },
    sum: { measure, of: what },
    median: { measure, of: what },
  };
  return {
    ...Object.fromEntries(Object.entries(filters).map(([variable, codes]) => [variable, codes.join(',')])),
    ...(rows !== undefined && { rows }),
    ...(columns !== undefined && { columns }),
    ...(Object.hasOwn(statistic, measure) ? statistic[measure] : {}),
    ...(base !== undefined && { base }),
  };
}
