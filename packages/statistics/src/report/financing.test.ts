import { type Answers, editionOf, type MeasureRow } from '@samblikk/questionnaire';
import { expect, test } from 'vitest';
import { datasetFrom } from '../dataset.ts';
import { computeFigure } from '../figure.ts';
import type { Table } from '../table.ts';
import { randomRows } from '../testing.ts';
import { costSharing, crossCuttingFunding, financingFigures, fundingSources, unfunded } from './financing.ts';
import { findingOf } from './findings.ts';

const edition = editionOf('2026');
if (!edition) throw new Error('There is no edition 2026');
const rows: readonly MeasureRow[] = [...randomRows(edition, 400, 11)];
const dataset = datasetFrom(edition, rows);
const all: readonly Answers[] = rows.map(({ answers }) => answers);
/** What is cross-cutting, by hand. */
const across = all.filter(
  ({ involvesOthers, involvedScope }) =>
    involvesOthers === 'yes' &&
    ['otherStateSectors', 'otherLevels', 'stateSectorsAndOtherLevels'].includes(String(involvedScope)),
);
const cells = ({ dimensions: [side], counts, values }: Table) =>
  Object.fromEntries((side?.categories ?? []).map(({ code }, at) => [code, { count: counts[at], value: values[at] }]));

test('what cross-cutting measures are paid by, and how costs are shared, is as counted by hand', () => {
  const funded = across.filter(({ funding }) => funding !== undefined);
  const byFunding = cells(computeFigure(crossCuttingFunding, dataset));
  for (const code of ['yes', 'no', 'partly'])
    expect(byFunding[code]?.count).toBe(funded.filter(({ funding }) => funding === code).length);
  expect(byFunding.yes?.value).toBeCloseTo((100 * (byFunding.yes?.count ?? 0)) / funded.length, 9);

  const told = across.filter(({ fundingSources: sources }) => Array.isArray(sources) && sources.length > 0);
  const bySource = computeFigure(fundingSources, dataset);
  expect(bySource.n).toBe(told.length);
  expect(cells(bySource).digifin?.count).toBe(
    told.filter(({ fundingSources: sources }) => (sources as string[]).includes('digifin')).length,
  );

  const shared = computeFigure(costSharing, dataset);
  expect(shared.n).toBe(across.length);
  expect(cells(shared).sharingKey?.count).toBe(
    across.filter(({ sharingOfCosts }) => sharingOfCosts === 'sharingKey').length,
  );
});

test('what lacks money stands by phase and by whom it involves, and adds up to all that lack', () => {
  const table = computeFigure(unfunded, dataset);
  const lacking = all.filter(({ funding }) => funding === 'no' || funding === 'partly');
  expect(table.n).toBe(lacking.filter(({ phase }) => phase !== undefined).length + blankPhases(table));
  expect(table.counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(table.n);
});

/** Measures whose phase is blank are a row of their own. */
const blankPhases = ({ dimensions: [phases, scopes], counts }: Table): number => {
  const at = phases?.categories.findIndex(({ code }) => code === 'blank') ?? -1;
  const width = scopes?.categories.length ?? 0;
  return at < 0 ? 0 : counts.slice(at * width, (at + 1) * width).reduce<number>((sum, count) => sum + (count ?? 0), 0);
};

test.each(['nb', 'nn', 'en'] as const)(
  'each leads with a sentence in %s that names which measures it is about',
  (language) => {
    const clause = { nb: /tverrgående|mangler/, nn: /tverrgåande|manglar/, en: /cross-cutting|lack/ }[language];
    for (const figure of financingFigures) {
      const sentence = (findingOf(figure.id, computeFigure(figure, dataset), language) ?? [])
        .map(({ text }) => text)
        .join('');
      expect(sentence, figure.id).toMatch(clause);
      expect(sentence, figure.id).not.toMatch(/[{}]|undefined|NaN/);
    }
  },
);
