/** What an address of the register has besides the search itself. */
const besides: ReadonlySet<string> = new Set(['page', 'size', 'cursor', 'sort', 'release', 'lang']);

/** The query of a search with its `?`, always written alike: what makes two searches the same. Nothing when it is of everything. */
export function searchAddress(parameters: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const text = [value].flat().join(',');
    if (text !== '' && !besides.has(name)) params.set(name, text);
  }
  return params.size === 0 ? '' : `?${params.toString().replaceAll('%2C', ',')}`;
}

/** The parameters of a search as it stands in an address; the same name several times is a list. */
export function parametersIn(search: string): Record<string, string> {
  const params = new URLSearchParams(search);
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name).join(',')]));
}
