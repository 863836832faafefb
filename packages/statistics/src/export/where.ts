/** Where a table is found, and under which licence: known by whoever serves it, and said in its files. */
export interface Where {
  /** The page with the same numbers; none for a release that is not public. */
  readonly page?: string;
  /** The same numbers for programs: an address of the API, of this very release. */
  readonly data: string;
  readonly license: { readonly name: string; readonly url: string };
}
