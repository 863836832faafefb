import { describe, expect, it } from 'vitest';
import { count } from '../count.ts';
import { computeFigure } from '../figure.ts';
import type { Filters } from '../filter.ts';
import { measuresBehind } from '../measures-behind.ts';
import { share } from '../share.ts';
import { tableOf } from '../table.ts';
import { type Total, totals2019 } from './2019-totals.ts';
import { figuresOf } from './index.ts';
import { dataset2019, lateRows2019, population2019, published2019 } from './survey-2019.ts';

function compute(total: Total): number | null {
  if ('count' in total) return count(dataset2019, total.count);
  if ('distinct' in total) return tableOf(dataset2019, { rows: total.distinct }).values.filter((value) => value).length;
  if ('agencies' in total) {
    const wanted = Object.entries(total.agencies);
    return population2019.filter((agency) => wanted.every(([name, value]) => agency[name] === value)).length;
  }
  const percent = share(count(dataset2019, total.percent), count(dataset2019, total.of));
  return percent === null ? null : Math.round(percent);
}

describe('the survey of 2019', () => {
  it('gives every total that was published', () => {
    const computed = totals2019.map(([what, total]) => ({ what, published: compute(total) }));
    expect(computed).toEqual(published2019.totals);
  });

  it('gives the ten figures of the note', () => {
    const figures = figuresOf(dataset2019);
    expect(figures.map((figure) => figure.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const shown = figures.map((figure) => {
      const { values, n, dimensions } = computeFigure(figure, dataset2019);
      const whole = values.map((value) => Math.round(value ?? Number.NaN));
      return [figure.number, n, dimensions[0]?.categories[0]?.code, whole] as const;
    });
    const values = new Map(shown.map(([number, , , whole]) => [number, whole]));
    expect(shown.map(([, n]) => n)).toEqual([432, 431, 432, 317, 418, 432, 432, 432, 432, 218]);
    expect(shown[0]?.[2]).toBe('KMD');
    expect(values.get(1)?.reduce((total, value) => total + value)).toBe(432);
    expect(values.get(2)?.slice(0, 2)).toEqual([64, 59]);
    // Largest first, where the order of the categories says nothing.
    expect(values.get(3)).toEqual([50, 42, 40, 33, 24, 3]);
    expect(values.get(4)?.[0]).toBe(56);
    expect(values.get(5)).toEqual([301, 61, 56]);
    expect(values.get(6)?.slice(0, 2)).toEqual([41, 58]);
    expect(values.get(8)).toEqual([26, 47, 22, 5]);
    expect(values.get(9)).toEqual([192, 179, 96]);
    expect(values.get(10)).toEqual([67, 56, 51, 27, 17]);
  });

  describe('holds what the note says in words of ministries and agencies', () => {
    const perMinistry = (filters: Filters) => {
      const { dimensions, values } = tableOf(dataset2019, { rows: 'ministry', filters });
      const counts = dimensions[0]?.categories.map(({ code }, row) => [code, values[row] ?? 0] as const) ?? [];
      return counts.toSorted(([, a], [, b]) => b - a).map(([code]) => code);
    };

    it.each([
      ['3.1.2: Helse- og omsorgs- and Kunnskapsdepartementet have most for citizens', ['HOD', 'KD'], 'citizens'],
      ['3.2: most of those over 100 million are under ASD and HOD', ['ASD', 'HOD'], 'large'],
      ['3.4.2: KMD and HOD involve municipalities and counties most', ['HOD', 'KMD'], 'municipal'],
    ] as const)('%s', (_, two, which) => {
      const filters = {
        citizens: { beneficiaries: ['citizens'] },
        large: { costBand: ['over100m'] },
        municipal: { municipal: ['yes'] },
      }[which];
      expect(perMinistry(filters).slice(0, 2).toSorted()).toEqual(two);
    });

    it('3.3.2: most of those that both develop and reuse are cross-cutting', () => {
      const both = { developsShared: ['yes'], reusesShared: ['yes'] };
      const crossing = count(dataset2019, { ...both, crossCutting: ['yes'] });
      expect(crossing).toBeGreaterThan(count(dataset2019, both) / 2);
    });

    it('note 5: those that say nothing of funding came in after the deadline', () => {
      const late = lateRows2019.map(({ answers }) => answers.funding);
      expect(late).toEqual(Array.from({ length: 14 }, () => undefined));
      expect(count(dataset2019, { funding: ['blank'] })).toBe(14);
    });
  });

  it('has the names of 2019', () => {
    const names = population2019.map(({ nameNb }) => nameNb);
    expect(names).toContain('Direktoratet for forvaltning og ikt (Difi)');
    expect(names).toContain('Oljedirektoratet');
    expect(names.filter((name) => /Digitaliserings|Sokkeldir|Statsforvalter/.test(name ?? ''))).toEqual([]);
  });

  it('leads from every number of every figure to as many measures', () => {
    for (const figure of figuresOf(dataset2019)) {
      const table = computeFigure(figure, dataset2019);
      const [rows, columns] = table.dimensions;
      const behind = rows?.categories.flatMap((row) =>
        (columns?.categories ?? [undefined]).map((column) =>
          count(dataset2019, measuresBehind(table, row.code, column?.code)),
        ),
      );
      expect(behind, figure.id).toEqual(table.counts);
    }
  });
});
