import { describe, expect, it } from 'vitest';
import { datasetFrom } from '../dataset.ts';
import { computeFigure } from '../figure.ts';
import { figuresOf } from '../report/index.ts';
import { dataset2019, edition2019, lateRows2019, rows2019 } from '../report/survey-2019.ts';
import { answeredByDay } from './by-day.ts';
import { inTimeOnly, lateEffect } from './late.ts';
import { statesOf } from './states.ts';

describe('quality of the survey of 2019', () => {
  const late = Uint8Array.from(rows2019, (row) => (lateRows2019.includes(row) ? 1 : 0));
  const marked = { ...dataset2019, late };
  const inTime = datasetFrom(
    edition2019,
    rows2019.filter((row) => !lateRows2019.includes(row)),
  );

  it('a figure without the late measures is the figure of the others', () => {
    expect(lateRows2019).toHaveLength(14);
    expect(inTimeOnly(marked).size).toBe(418);
    for (const figure of figuresOf(dataset2019)) {
      const { numbers, n } = lateEffect(figure, marked);
      const table = computeFigure(figure, inTime);
      expect(n.inTime, figure.id).toBe(table.n);
      const [rows, columns] = table.dimensions;
      const width = columns?.categories.length ?? 1;
      for (const [row, { code }] of (rows?.categories ?? []).entries())
        for (let column = 0; column < width; column += 1) {
          const other = columns?.categories[column]?.code;
          const one = numbers.find((it) => it.code === (other === undefined ? code : `${code}/${other}`));
          expect(one?.count.inTime, `${figure.id} ${code}`).toBe(table.counts[row * width + column]);
        }
    }
  });

  it('states add up, and are as one counts them by hand', () => {
    for (const id of dataset2019.columns.keys()) {
      const { answered, blank, notAsked, withheld, asked } = statesOf(dataset2019, id);
      expect(answered + blank + notAsked + withheld, id).toBe(432);
      expect(asked).toBe(answered + blank);
    }
    const answeredFunding = rows2019.filter(({ answers }) => answers.funding !== undefined).length;
    expect(statesOf(dataset2019, 'funding')).toMatchObject({ answered: answeredFunding, blank: 432 - answeredFunding });
  });

  it('days add up to all who answered', () => {
    const days = [-9, -1, 0, 0, 4, 4, 4];
    expect(answeredByDay(days).at(-1)?.by).toBe(days.length);
    expect(answeredByDay([])).toEqual([{ day: 0, first: 0, by: 0 }]);
  });
});
