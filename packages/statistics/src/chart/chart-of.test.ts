import { type Edition, editionOf } from '@samblikk/questionnaire';
import { describe, expect, it } from 'vitest';
import { datasetFrom } from '../dataset.ts';
import { type TableQuery, tableOf } from '../table.ts';
import { chartOf } from './chart-of.ts';
import { pictureOf } from './picture.ts';

const rows = [
  { answers: { phase: 'idea', funding: 'yes', effects: ['efficiency', 'other'] }, known: {} },
  { answers: { phase: 'idea', funding: 'no', effects: ['efficiency'] }, known: {} },
  { answers: { phase: 'planning', funding: 'yes', effects: ['decisionSupport'] }, known: {} },
];
const dataset = datasetFrom(editionOf('2019') as Edition, rows);
const chart = (query: TableQuery) => chartOf(tableOf(dataset, query), 'nb');

describe('chartOf', () => {
  it('draws one variable as plain bars, with counts and their share', () => {
    const { layout, rows: drawn, description } = chart({ rows: 'phase' });
    expect(layout).toBe('plain');
    expect(drawn.map(({ values: [value] }) => value).slice(0, 3)).toEqual([2, 0, 1]);
    expect(drawn.map(({ texts: [text] }) => text).slice(0, 3)).toEqual([
      '2 (67\u00a0%)',
      '0 (0\u00a0%)',
      '1 (33\u00a0%)',
    ]);
    expect(drawn.map(({ label }) => label)).toContain('Drift og evt. kontinuerlig videreutvikling (smidig/agil)');
    expect(description).toContain('Idé: 2 (67\u00a0%).');
  });

  it('lays parts end to end where they make up the row: as long as it, or as shares of it', () => {
    const counted = chart({ rows: 'phase', columns: 'funding' });
    expect([counted.layout, counted.legend, counted.rows[0]?.values, counted.rows[0]?.total]).toEqual([
      'stacked',
      'Finansiering',
      [1, 1, 0],
      '2',
    ]);
    const shared = chart({ rows: 'phase', columns: 'funding', statistic: 'share', shareOf: 'rows' });
    expect([shared.layout, shared.rows[0]?.values, shared.rows[0]?.total]).toEqual([
      'stacked100',
      [50, 50, 0],
      'n\u00a0=\u00a02',
    ]);
    // No measures to take a share of: the sign, and no part.
    expect(shared.rows[1]?.texts).toEqual(['.', '.', '.']);
  });

  it('stands bars side by side where a measure may be in several parts, also when a figure asks for stacks', () => {
    expect(chart({ rows: 'phase', columns: 'effects' }).layout).toBe('grouped');
    expect(
      chartOf({ ...tableOf(dataset, { rows: 'phase', columns: 'effects' }), layout: 'stacked100' }, 'nb').layout,
    ).toBe('grouped');
    expect(
      chartOf({ ...tableOf(dataset, { rows: 'phase', columns: 'funding' }), layout: 'stacked100' }, 'nb').layout,
    ).toBe('stacked100');
    expect(chart({ rows: 'phase', columns: 'funding', statistic: 'share', shareOf: 'columns' }).layout).toBe('grouped');
  });

  it('a number that is withheld is its sign, without a bar', () => {
    const table = tableOf(dataset, { rows: 'phase' });
    const sealed = { ...table, values: [null, ...table.values.slice(1)], status: { 0: ':' } };
    expect(chartOf(sealed, 'nb').rows[0]).toMatchObject({ values: [null], texts: [':'] });
  });
});

describe('pictureOf', () => {
  it('has a panel for each category of a third variable', () => {
    const table = tableOf(dataset, { rows: 'phase', columns: 'funding', layers: 'effects' });
    const svg = pictureOf(table, { language: 'nb' });
    const layers = table.dimensions[2]?.categories ?? [];
    expect(layers.length).toBeGreaterThan(1);
    for (const { label } of layers) expect(svg).toContain(`font-weight="700">${label.nb.slice(0, 20)}`);
    expect(svg.match(/<g transform/g)).toHaveLength(layers.length);
  });

  it('says what it is of, n, base, source and address', () => {
    const table = tableOf(dataset, { rows: 'phase', filters: { funding: ['yes'] } });
    const address = 'https://example.no/tall/tabell?rows=phase';
    const svg = pictureOf(table, { language: 'nb', address });
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join(' ');
    for (const said of [
      'n = 2 tiltak. Tiltak som fikk spørsmålet',
      'Utvalg: Finansiering: Ja.',
      'Kilde: Samblikk',
      address,
    ])
      expect(texts).toContain(said);
  });
});
