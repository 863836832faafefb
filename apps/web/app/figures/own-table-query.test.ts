import { describe, expect, it } from 'vitest';
import { apiQuery, readQuery } from './own-table-query.ts';

const asked = (query: string) => apiQuery(readQuery(new URLSearchParams(query)));

describe('the address of a table of one’s own', () => {
  it('says statistic and base as the form does', () => {
    expect(asked('rows=phase&columns=&show=&base=asked&filter=')).toEqual({ rows: 'phase', base: 'asked' });
    expect(asked('rows=phase&show=share:table&base=answered')).toEqual({
      rows: 'phase',
      share: 'table',
      base: 'answered',
    });
    expect(asked('rows=phase&show=median:totalCost')).toEqual({ rows: 'phase', measure: 'median', of: 'totalCost' });
  });

  it('says the same as the API does, and nothing of it is a filter', () => {
    expect(readQuery(new URLSearchParams('rows=phase&measure=sum&of=totalCost'))).toMatchObject({
      show: 'sum:totalCost',
      filters: {},
    });
    expect(readQuery(new URLSearchParams('rows=phase&columns=funding&measure=share')).show).toBe('share:columns');
    expect(asked('rows=phase&share=rows&ministry=KMD,FIN')).toEqual({
      rows: 'phase',
      share: 'rows',
      ministry: 'KMD,FIN',
    });
  });

  it('takes any word for the name of a filter, but never for what the table is', () => {
    expect(asked('rows=phase&constructor=x&filter=toString:y')).toEqual({
      rows: 'phase',
      constructor: 'x',
      toString: 'y',
    });
    expect(asked('rows=phase&filter=rows:agency&filter=lang:en')).toEqual({ rows: 'phase' });
    expect(asked('rows=phase&show=constructor:x')).toEqual({ rows: 'phase' });
  });
});
