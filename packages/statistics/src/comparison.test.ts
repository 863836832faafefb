import { describe, expect, it } from 'vitest';
import { count } from './count.ts';
import { measuresBehind } from './measures-behind.ts';
import { sampleDataset } from './sample.ts';
import { type TableQuery, tableOf } from './table.ts';
import { variablesIn } from './variables-in.ts';

const dataset = sampleDataset();
const compare = (variable: string, code: string, against: 'rest' | 'all') => ({ variable, codes: [code], against });

describe('some measures beside the others', () => {
  it('are counted apart from the rest, and blank with neither', () => {
    const table = tableOf(dataset, { rows: 'phase', columns: compare('ministry', 'KMD', 'rest') });
    expect(table.dimensions[1]?.categories.map(({ code }) => code)).toEqual(['KMD', 'rest']);
    expect(table.values).toEqual([1, 0, 2, 0, 0, 1]);
    expect(table.title.nb).toBe('Tiltak etter: phase og ministry: KMD mot alle andre, 2019');
    const funding = tableOf(dataset, { rows: 'phase', columns: compare('funding', 'yes', 'rest') });
    expect(funding.dimensions[1]?.categories.map(({ label }) => label.nb)).toEqual(['yes', 'Alle andre', 'Ikke svart']);
    expect(funding.margins.columns).toEqual([2, 1, 1]);
    const asked = tableOf(dataset, { rows: 'phase', columns: compare('ks', 'yes', 'rest') });
    expect(asked.margins.columns).toEqual([1, 0, 1]);
    expect(asked.leftOut.notAsked).toBe(2);
  });

  it('stand in a title by the first two where they are many, and whole in a note', () => {
    const codes = ['A', 'B', 'C', 'D'];
    const rows = [...codes, 'E'].map((ministry) => ({ answers: { phase: 'idea', ministry }, known: {} }));
    const { title, notes } = tableOf(sampleDataset(rows), {
      rows: 'phase',
      columns: { variable: 'ministry', codes, against: 'rest' },
      filters: { ministry: codes },
    });
    expect(title.nb).toBe(
      'Tiltak etter: phase og ministry: A, B og 2 til mot alle andre, 2019 – bare ministry: A, B og 2 til',
    );
    expect(notes.map(({ nb }) => nb)).toContain('«A, B og 2 til» er: A, B, C, D.');
  });

  it('are among all of those asked, and the table says so', () => {
    const table = tableOf(dataset, { rows: 'phase', columns: compare('effects', 'quality', 'all') });
    expect(table.margins).toEqual({ rows: [1, 2, 1], columns: [2, 4] });
    expect(table.notes.map(({ nb }) => nb).join()).toContain('«Alle» omfatter også');
    const answered = tableOf(dataset, {
      rows: 'phase',
      columns: compare('effects', 'quality', 'all'),
      base: 'answered',
    });
    expect(answered.margins.columns).toEqual([2, 3]);
  });

  it('lead to lists of their length: cells, margins, and with layers', () => {
    const queries: TableQuery[] = ['funding', 'ks', 'effects', 'ministry'].flatMap((variable) =>
      (['rest', 'all'] as const).flatMap((against) => {
        if (variable === 'effects' && against === 'rest') return [];
        const side = compare(
          variable,
          { funding: 'yes', ks: 'yes', effects: 'quality', ministry: 'KMD' }[variable] ?? '',
          against,
        );
        return (['asked', 'answered'] as const).flatMap((base): TableQuery[] => [
          { rows: 'phase', columns: side, base },
          { rows: 'phase', columns: 'effects', layers: side, base },
          { rows: 'effects', columns: side, base, filters: { [variable]: side.codes } },
        ]);
      }),
    );
    for (const query of queries) {
      const table = tableOf(dataset, query);
      const [rows, columns, layers] = table.dimensions.map(({ categories }) => categories.map(({ code }) => code));
      const listed = (rows ?? []).flatMap((row) =>
        (columns ?? []).flatMap((column) =>
          (layers ?? [undefined]).map((layer) => count(dataset, measuresBehind(table, row, column, layer))),
        ),
      );
      expect(listed, JSON.stringify(query)).toEqual(table.counts);
      expect(columns?.map((column) => count(dataset, measuresBehind(table, undefined, column)))).toEqual(
        table.margins.columns,
      );
      expect(count(dataset, measuresBehind(table))).toBe(table.n);
    }
  });

  it('are about the variable they are compared by', () => {
    expect(variablesIn({ rows: 'phase', columns: compare('ministry', 'KMD', 'all') })).toEqual(['phase', 'ministry']);
  });

  it('must be of a code that there is, and cannot be parted where a measure may be both', () => {
    const refused = (variable: string, code: string) => () =>
      tableOf(dataset, { rows: 'phase', columns: compare(variable, code, 'rest') });
    expect(refused('ministry', 'XYZ')).toThrow('unknownCode: ministry=XYZ');
    expect(refused('nothing', 'x')).toThrow('unknownVariable: nothing');
    expect(refused('cost', 'x')).toThrow('noCategories: cost');
    expect(refused('effects', 'quality')).toThrow('overlap: effects');
  });
});
