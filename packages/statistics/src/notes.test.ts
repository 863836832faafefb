import { describe, expect, it } from 'vitest';
import { DatasetBuilder } from './dataset.ts';
import { amountVariable, sampleRows, sampleVariables } from './sample.ts';
import { type TableQuery, tableOf } from './table.ts';

/** The amount of the measures in FIN may not be told. */
const withheld = {
  ...amountVariable('cost'),
  numberOf: ({ answers }: (typeof sampleRows)[number]) =>
    answers.ministry === 'FIN' ? undefined : (answers.cost as number | undefined),
};
const variables = sampleVariables.map((variable) => (variable.id === 'cost' ? withheld : variable));

/** The sample, where the third measure, which says nothing of funding or cost, came in late. */
const builder = new DatasetBuilder({ id: '2019', year: 2019 }, variables);
sampleRows.forEach((row, index) => {
  builder.add(row, index === 2);
});
const dataset = builder.build();
const said = (query: TableQuery) => tableOf(dataset, query).notes.map(({ nb }) => nb);

describe('notes are about the rows of the table', () => {
  it('says how many came late, whatever is filtered, and nothing where none did', () => {
    expect(said({ rows: 'phase' })).toContain(
      '1 av de offentlige tiltakene kom inn etter fristen og er med i tallene.',
    );
    expect(said({ rows: 'phase', filters: { phase: ['concept'] } })).toContain(
      '1 av de offentlige tiltakene kom inn etter fristen og er med i tallene.',
    );
    expect(said({ rows: 'phase', filters: { ministry: ['FIN'] } })).toEqual([]);
  });

  it('says of those left out that they came late, and not that they are in', () => {
    expect(said({ rows: 'funding', base: 'answered' })).toEqual([
      '1 tiltak uten svar er holdt utenfor.',
      '1 av de offentlige tiltakene som er holdt utenfor, kom inn etter fristen.',
    ]);
  });

  it('tells amounts that nobody stated from those that may not be told', () => {
    const table = tableOf(dataset, { rows: 'phase', statistic: 'sum', of: 'cost' });
    expect(table).toMatchObject({ n: 2, late: 0, leftOut: { withoutAmount: 1, amountWithheld: 1 } });
    expect(table.notes.map(({ nb }) => nb)).toEqual([
      '1 tiltak har ikke oppgitt beløpet og er holdt utenfor.',
      '1 tiltak er holdt utenfor fordi beløpet er unntatt offentlighet.',
    ]);
    expect(table.title.nb).toBe('Sum i kroner av «cost» etter: phase, 2019');
  });
});

describe('the title says what the numbers are of', () => {
  it('names base and selection', () => {
    const filters = { phase: ['idea', 'concept'], ministry: ['KMD'] };
    expect(tableOf(dataset, { rows: 'effects', statistic: 'share', filters }).title.nb).toBe(
      'Andel i prosent av tiltakene som svarte, etter: effects, 2019 – bare phase: idea eller concept; ministry: KMD',
    );
    expect(tableOf(dataset, { rows: 'effects', statistic: 'share', base: 'asked' }).title.en).toBe(
      'Share in per cent of the measures that were asked, by: effects, 2019',
    );
  });
});
