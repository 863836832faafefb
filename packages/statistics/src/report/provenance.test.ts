import { describe, expect, it } from 'vitest';
import { computeFigure } from '../figure.ts';
import { provenanceOf } from '../provenance.ts';
import { type TableQuery, tableOf } from '../table.ts';
import { publication2019 } from './2019.ts';
import { figuresOf } from './index.ts';
import { dataset2019 } from './survey-2019.ts';

const originsOf = (query: TableQuery) => provenanceOf(tableOf(dataset2019, query), dataset2019, publication2019);

describe('which numbers of 2019 are published', () => {
  it('is what the note says, figure by figure', () => {
    const published = figuresOf(dataset2019).map((figure) => {
      const table = computeFigure(figure, dataset2019);
      const { values } = provenanceOf(table, dataset2019, publication2019);
      const codes = table.dimensions[0]?.categories.map(({ code }) => code) ?? [];
      const width = table.dimensions[1]?.categories.length ?? 1;
      return [
        figure.number,
        new Set(
          values.flatMap((origin, cell) =>
            origin === 'published' ? [`${codes[Math.floor(cell / width)]}${width > 1 ? ` ${cell % width}` : ''}`] : [],
          ),
        ),
      ] as const;
    });
    // Read in the note: its figures 1, 2 and 7 have no numbers in text, and figure 4 and 6 only some.
    expect(Object.fromEntries(published)).toEqual({
      1: new Set(),
      // Of coherent services it tells the number, 134, and no more than that it is a little less than a third.
      2: new Set(['serviceQuality', 'efficiency', 'lessEnvironmentalLoad']),
      3: new Set(['citizens', 'employees', 'stateAgencies', 'municipalities', 'privateCompanies', 'other']),
      4: new Set(['under10m', 'from10to50m', 'over100m']),
      5: new Set(['yes', 'no', 'partly']),
      6: new Set(['idea', 'concept']),
      // 219 in execution are funded.
      7: new Set(['execution 0']),
      8: new Set(['low', 'some', 'high', 'blank']),
      9: new Set(['develops', 'reuses', 'both']),
      10: new Set(['ownSector', 'otherStateSectors', 'otherLevels', 'stateSectorsAndOtherLevels', 'other']),
    });
  });

  it('holds for the same measures by another variable, and for no others', () => {
    expect(originsOf({ rows: 'fullyFunded' })).toMatchObject({ values: ['published', 'invented', 'invented'] });
    expect(originsOf({ rows: 'funding', filters: { ministry: ['KMD'] } }).values).not.toContain('published');
    expect(originsOf({ rows: 'costBand', statistic: 'sum', of: 'totalCost' }).values).not.toContain('published');
  });

  it('holds for a share of what is told by what is told', () => {
    // 301 of 418 are told; so are the 35 % in the cloud, but only of all 432.
    expect(originsOf({ rows: 'funding', statistic: 'share' }).values).toEqual(['published', 'published', 'published']);
    const cloud = (base: 'asked' | 'answered') => {
      const { dimensions } = tableOf(dataset2019, { rows: 'technologies', statistic: 'share', base });
      const at = dimensions[0]?.categories.findIndex(({ code }) => code === 'cloud') ?? -1;
      return originsOf({ rows: 'technologies', statistic: 'share', base }).values[at];
    };
    expect([cloud('asked'), cloud('answered')]).toEqual(['published', 'invented']);
  });
});
