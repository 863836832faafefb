import { editions } from '@samblikk/questionnaire';
import { describe, expect, it } from 'vitest';
import { computeFigure } from './figure.ts';
import { figuresOf } from './report/index.ts';
import { edition2019 } from './report/survey-2019.ts';
import { tableOf } from './table.ts';
import { randomDataset, randomRows } from './testing.ts';

describe('randomRows', () => {
  it('are the same for the same seed, and others for another', () => {
    const rows = (seed: number) => [...randomRows(edition2019, 20, seed)];
    expect(rows(1)).toEqual(rows(1));
    expect(rows(1)).not.toEqual(rows(2));
  });
});

describe('randomDataset', () => {
  it.each(Object.values(editions).map((edition) => [edition.id, edition] as const))(
    'of edition %s can be counted by every variable and has the figures of its year',
    (_, edition) => {
      const dataset = randomDataset(edition, 300, 7);
      expect(dataset.size).toBe(300);
      for (const [id, column] of dataset.columns) {
        if (column.numbers)
          expect(tableOf(dataset, { rows: 'ministry', statistic: 'sum', of: id }).n).toBeGreaterThan(0);
        else {
          const { n, leftOut } = tableOf(dataset, { rows: id, columns: 'ministry' });
          expect(n + leftOut.notAsked).toBe(300);
        }
      }
      const figures = figuresOf(dataset);
      // Of what 2019 asked come the ten of the note; later ones also tell how measures are paid for.
      expect(figures).toHaveLength(edition.year === 2019 ? 10 : 14);
      for (const figure of figures) expect(computeFigure(figure, dataset).n).toBeGreaterThan(0);
    },
  );
});
