import { describe, expect, it } from 'vitest';
import { RegisterSearch } from './search.ts';

const search = (query: string) => new RegisterSearch(new URLSearchParams(query));

describe('RegisterSearch', () => {
  it('joins what the form sends several times, and leaves out what is blank', () => {
    expect(search('q=&phase=idea&phase=concept&page=3').query('nn').toString()).toBe(
      'phase=idea%2Cconcept&page=3&lang=nn',
    );
  });

  it('takes away one code and starts from the first page', () => {
    expect(search('q=skole&phase=idea,concept&page=3').without('phase', 'idea')).toBe(
      '/register?q=skole&phase=concept',
    );
    expect(search('phase=idea').without('phase', 'idea')).toBe('/register');
    expect(search('agency=Difi').without('agency', '991825827')).toBe('/register');
  });

  it('keeps words and order when filters are cleared', () => {
    expect(search('q=skole&sort=name&phase=idea&page=2').cleared()).toBe('/register?q=skole&sort=name');
  });

  it('turns the page without touching the rest', () => {
    expect(search('q=skole&phase=idea').with({ page: '2' })).toBe('/register?q=skole&phase=idea&page=2');
  });
});
