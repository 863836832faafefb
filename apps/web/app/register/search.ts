import { queryText, searchedFor, tidyQuery } from '@samblikk/contract/client';

/** The state of the register: all of it in the address. */
export class RegisterSearch {
  readonly params: URLSearchParams;
  /** @param ignored parameters that filter nothing: no link goes on with them */
  constructor(params: URLSearchParams, ignored: readonly string[] = []) {
    this.params = new URLSearchParams([...params].filter(([name, value]) => value !== '' && !ignored.includes(name)));
  }

  /** What the API is asked, in the language of the page. */
  query(lang: string): URLSearchParams {
    const query = tidyQuery(this.params);
    query.set('lang', lang);
    return query;
  }

  /** The address of the same search with these parameters instead; the page starts from the first again. */
  with(changes: Record<string, string | undefined>): string {
    const next = tidyQuery(this.params);
    if (!('page' in changes)) next.delete('page');
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) next.delete(name);
      else next.set(name, value);
    }
    return address(next);
  }

  /** The address without one chosen code of a filter. */
  without(variable: string, code: string): string {
    const all = this.codes(variable);
    // An agency may be written by name in the address; its number is then not there to take away.
    const left = all.includes(code) ? all.filter((other) => other !== code) : [];
    return this.with({ [variable]: left.length === 0 ? undefined : left.join(',') });
  }

  /** The address of the same search with a filter instead of the words. */
  instead(variable: string, code: string): string {
    const codes = [...new Set([...this.codes(variable).filter(Boolean), code])];
    return this.with({ q: undefined, sort: undefined, [variable]: codes.join(',') });
  }

  /** The address without any filter; words and order stay. */
  cleared(): string {
    const next = new URLSearchParams();
    for (const name of ['q', 'sort']) {
      const value = this.params.get(name);
      if (value !== null) next.set(name, value);
    }
    return address(next);
  }

  codes(variable: string): string[] {
    return this.params.getAll(variable).flatMap((value) => value.split(','));
  }

  /** The address of something else about the same search, whatever page and order it is read in. */
  watched(path: string): string {
    return path + queryText(searchedFor(this.params));
  }

  /** The address of the same measures seen together: of one round, the newest of those that are searched. */
  portfolio(): string {
    const query = searchedFor(this.params);
    const years = this.codes('round').map(Number).filter(Boolean);
    if (years.length > 0) query.set('round', String(Math.max(...years)));
    return `/portefolje${queryText(query)}`;
  }

  /** The query of the files: everything but the page. */
  files(lang: string): URLSearchParams {
    const query = this.query(lang);
    query.delete('page');
    query.delete('size');
    return query;
  }
}

const address = (params: URLSearchParams): string => `/register${queryText(params)}`;
