import type { MeasureRow } from '@samblikk/questionnaire';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count } from './count.ts';
import { combineFilters, type Filters } from './filter.ts';
import { sampleDataset, sampleRows } from './sample.ts';

const dataset = sampleDataset();

describe('count', () => {
  it('takes any code inside a variable, all variables together', () => {
    expect(count(dataset)).toBe(4);
    expect(count(dataset, { phase: ['idea', 'execution'] })).toBe(2);
    expect(count(dataset, { phase: ['concept'], funding: ['yes'] })).toBe(1);
    expect(count(dataset, { phase: [] })).toBe(0);
  });

  it('finds blank, codes chosen together, and stated amounts; never what was not asked', () => {
    expect(count(dataset, { funding: ['blank'] })).toBe(1);
    expect(count(dataset, { effects: ['quality~efficiency'] })).toBe(1);
    expect(count(dataset, { effects: ['quality~efficiency', 'other'] })).toBe(2);
    expect(count(dataset, { cost: ['answered'] })).toBe(3);
    expect(count(dataset, { cost: ['blank'] })).toBe(1);
    expect(count(dataset, { ks: ['yes', 'no', 'blank'] })).toBe(2);
  });

  it('refuses what does not exist', () => {
    expect(() => count(dataset, { effects: ['quality~nothing'] })).toThrow('unknownCode: effects=nothing');
    expect(() => count(dataset, { cost: ['5'] })).toThrow('unknownCode: cost=5');
    expect(() => count(dataset, { nothing: ['a'] })).toThrow('unknownVariable: nothing');
  });
});

describe('combineFilters', () => {
  it('lets through exactly what both let through', () => {
    const codes = (all: string[]) => fc.subarray([...all, 'blank'], { minLength: 1 });
    const filters: fc.Arbitrary<Filters> = fc.record(
      {
        phase: codes(['idea', 'concept', 'execution']),
        effects: codes(['quality', 'efficiency', 'other', 'quality~other']),
        funding: codes(['yes', 'no']),
      },
      { requiredKeys: [] },
    );
    const answers = fc.record(
      {
        phase: fc.constantFrom('idea', 'concept', 'execution'),
        effects: fc.subarray(['quality', 'efficiency', 'other'], { minLength: 1 }),
        funding: fc.constantFrom('yes', 'no', 'partly'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(filters, filters, fc.array(answers, { minLength: 1, maxLength: 20 }), (a, b, all) => {
        const rows: MeasureRow[] = all.map((one) => ({ answers: one, known: {} }));
        const slowly = rows.filter((row) => {
          const alone = sampleDataset([row]);
          return count(alone, a) === 1 && count(alone, b) === 1;
        });
        expect(count(sampleDataset(rows), combineFilters(a, b))).toBe(slowly.length);
      }),
    );
  });

  it('says nothing twice', () => {
    expect(combineFilters({ phase: ['idea', 'concept'] }, { phase: ['concept'] })).toEqual({ phase: ['concept'] });
    expect(combineFilters({ effects: ['quality', 'other'] }, { effects: ['efficiency'] })).toEqual({
      effects: ['efficiency~quality', 'efficiency~other'],
    });
  });
});

describe('a variable with very many distinct answers', () => {
  it('keeps each of them apart', () => {
    const rows = Array.from({ length: 70_000 }, (_, i): MeasureRow => ({ answers: { ministry: `M${i}` }, known: {} }));
    const large = sampleDataset([...sampleRows, ...rows]);
    expect(large.columns.get('ministry')?.keys).toBeInstanceOf(Uint32Array);
    expect(count(large, { ministry: ['M0', 'M255', 'M256', 'M65535', 'M69999', 'KMD'] })).toBe(8);
  });
});
