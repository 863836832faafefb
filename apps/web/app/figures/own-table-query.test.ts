import { describe, expect, it } from 'vitest';
import { faultsOf, refusedFault, type Variable } from './own-table-faults.ts';
import { apiQuery, pageAddress, readQuery, withoutCode } from './own-table-query.ts';

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
    expect(asked('rows=phase&show=p25:totalCost')).toEqual({
      rows: 'phase',
      measure: 'quantile',
      p: '25',
      of: 'totalCost',
    });
    expect(asked('rows=phase&layers=funding&compare=ministry:KMD&against=all')).toEqual({
      rows: 'phase',
      columns: 'funding',
      compare: 'ministry:KMD',
      against: 'all',
    });
  });

  it('says the same as the API does, and nothing of it is a filter', () => {
    expect(readQuery(new URLSearchParams('rows=phase&measure=sum&of=totalCost'))).toMatchObject({
      show: 'sum:totalCost',
      filters: {},
    });
    expect(readQuery(new URLSearchParams('rows=phase&columns=funding&measure=share')).show).toBe('share:columns');
    expect(readQuery(new URLSearchParams('rows=phase&measure=quantile&p=90&of=totalCost')).show).toBe('p90:totalCost');
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

describe('the address of its page', () => {
  it('says all that is chosen, and loses one code at a time', () => {
    const search = 'rows=phase&columns=funding&show=share:rows&compare=skate:yes&phase=idea&phase=concept&ministry=KMD';
    const query = readQuery(new URLSearchParams(search));
    const address = pageAddress(query, 2019, 2);
    expect(readQuery(new URLSearchParams(address.split('?')[1]))).toEqual(query);
    expect(address).toContain('year=2019&release=2&');
    expect(
      readQuery(new URLSearchParams(pageAddress(withoutCode(query, 'phase', 'idea'), 2019, undefined).split('?')[1])),
    ).toEqual({
      ...query,
      filters: { phase: ['concept'], ministry: ['KMD'] },
    });
    expect(withoutCode(withoutCode(query, 'phase', 'idea'), 'phase', 'concept').filters.phase).toEqual([]);
  });
});

describe('what cannot be made', () => {
  const plain = { source: 'question', facet: false, comparability: null } as const;
  const code = (name: string) => ({ code: name, label: name });
  const variables: readonly Variable[] = [
    { ...plain, id: 'phase', label: 'Fase', several: false, unit: null, options: [code('idea')] },
    { ...plain, id: 'effects', label: 'Effekter', several: true, unit: null, options: [code('quality')] },
    { ...plain, id: 'cost', label: 'Kostnad', several: false, unit: 'kroner', options: [] },
  ];
  const faults = (search: string) =>
    faultsOf(readQuery(new URLSearchParams(search)), variables).map(({ message, field }) => [message, field]);

  it('is said of the field where it was chosen', () => {
    expect(faults('rows=phase&columns=effects&layers=effects&show=sum:cost')).toEqual([]);
    expect(faults('rows=nothing&columns=cost')).toEqual([
      ['ownTable.faultVariable', 'ownTable.rows'],
      ['ownTable.faultAmount', 'ownTable.columns'],
    ]);
    expect(faults('rows=phase&columns=phase')).toEqual([]);
    expect(faults('rows=phase&columns=phase&layers=effects')).toEqual([['ownTable.faultSame', 'ownTable.columns']]);
    expect(faults('rows=phase&columns=effects&compare=phase:idea')).toEqual([
      ['ownTable.faultSame', 'ownTable.compare'],
    ]);
    expect(faults('rows=effects&show=p25:phase')).toEqual([['ownTable.faultNoAmount', 'ownTable.show']]);
    expect(faults('rows=phase&compare=effects:quality')).toEqual([['ownTable.faultOverlap', undefined]]);
    expect(faults('rows=phase&compare=effects:quality&against=all')).toEqual([]);
    expect(faults('rows=effects&columns=effects&layers=effects&compare=phase:idea')).toEqual([
      ['ownTable.faultSides', undefined],
    ]);
  });

  it('names the codes that the API did not know, and else says what the API says', () => {
    const problem = { type: '', title: 'Ukjent', status: 422, code: 'unknownVariable', instance: '', detail: 'Nei.' };
    const refused = (search: string, question: string) =>
      refusedFault(
        { ...problem, issues: [{ question, code: 'unknownCode', params: {}, level: 'error' }] },
        readQuery(new URLSearchParams(search)),
        variables,
      );
    const values = { code: 'maybe', name: 'Fase' };
    expect(refused('rows=effects&phase=idea,maybe', 'phase')).toEqual({
      message: 'ownTable.faultCode',
      values,
      field: 'ownTable.filter',
    });
    expect(refused('rows=effects&compare=phase:maybe', 'phase')).toEqual({
      message: 'ownTable.faultCode',
      values,
      field: 'ownTable.compare',
    });
    expect(refusedFault(problem, readQuery(new URLSearchParams('rows=phase')), variables).values).toEqual({
      detail: 'Nei.',
    });
  });
});
