// A search of the register as it stands in addresses: of pages, files, feeds and letters alike.

/** What an address has besides what is searched for: in which order, how much of it, of which release, in which language. */
const besides: readonly string[] = ['page', 'size', 'cursor', 'sort', 'release', 'lang'];

/** A query with its `?`, nothing when it is empty; what stands between codes is readable. */
export function queryText(query: URLSearchParams): string {
  return query.size === 0 ? '' : `?${query.toString().replaceAll('%2C', ',').replaceAll('%7E', '~')}`;
}

/** Each parameter once, in the order they came in: codes of one that stands several times are joined by comma, blanks are left out. */
export function tidyQuery(query: URLSearchParams): URLSearchParams {
  const tidy = new URLSearchParams();
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name);
    const codes = [...new Set(values.flatMap((value) => value.split(',')))].filter((code) => code !== '');
    const text = name === 'q' ? (values.find((value) => value.trim() !== '') ?? '').trim() : codes.join(',');
    if (text !== '') tidy.set(name, text);
  }
  return tidy;
}

/** What is searched for, whatever page and order it is read in: the same query for the same search. Empty when it is of everything. */
export function searchedFor(query: URLSearchParams): URLSearchParams {
  const tidy = tidyQuery(query);
  for (const name of besides) tidy.delete(name);
  tidy.sort();
  return tidy;
}

/** Whether a parameter is one that others put on links to count visits by, or to get past a cache: no one means it as a filter. */
export const isTracking = (name: string): boolean =>
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|twclid|igshid|mc_[ce]id|_\w*)$/.test(name);
