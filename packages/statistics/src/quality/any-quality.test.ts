import {
  type Answers,
  countedRow,
  type Edition,
  editionOf,
  type MeasureRow,
  variablesOf,
} from '@samblikk/questionnaire';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DatasetBuilder } from '../dataset.ts';
import type { Figure } from '../figure.ts';
import { partOf } from '../part-of.ts';
import { randomRows } from '../testing.ts';
import { datasetOf, slowTable, someMeasures, someQuery } from '../testing-slowly.ts';
import {
  blankReasons,
  blanksByQuestion,
  openQuestions,
  reasonsForBlank,
  StatesCounter,
  statesByQuestion,
} from './blanks.ts';
import { lateEffect, lateNumbers, lateSummary } from './late.ts';
import { minutesUsed } from './minutes.ts';

// Blanks, late answers and minutes by going through the answers one by one.

const edition = (year: string) => editionOf(year) as Edition;

describe('blanks', () => {
  /** When a question of 2019 is asked, read in its form; those not here are asked of everyone. */
  const asksWhen: Readonly<Record<string, (answers: Answers) => boolean>> = {
    exemptionBasis: ({ publishable }) => publishable === 'no',
    involvedScope: ({ involvesOthers }) => involvesOthers === 'yes',
    discussedWithKs: ({ involvesOthers, involvedScope }) =>
      involvesOthers === 'yes' && ['otherLevels', 'stateSectorsAndOtherLevels'].includes(String(involvedScope)),
    effectsOther: ({ effects = [] }) => (effects as string[]).includes('other'),
    beneficiariesOther: ({ beneficiaries = [] }) => (beneficiaries as string[]).includes('other'),
    technologiesOther: ({ technologies = [] }) => (technologies as string[]).includes('other'),
  };
  /** What a measure is to the public: read whole, its cost exempt, withheld and told among others, withheld and not told. */
  type Standing = 'open' | 'costExempt' | 'told' | 'untold';
  const someRound = fc.record({
    seed: fc.nat(1e6),
    standings: fc.array(
      fc.oneof<fc.Arbitrary<Standing>[]>(fc.constant('open' as const), fc.constantFrom('costExempt', 'told', 'untold')),
      { minLength: 1, maxLength: 40 },
    ),
  });

  function round(year: string, seed: number, standings: readonly Standing[]) {
    const asked = edition(year);
    const rows = [...randomRows(asked, standings.length, seed)].map(({ answers, known }, at) => ({
      standing: standings[at] as Standing,
      known,
      answers: {
        ...answers,
        publishable: ['told', 'untold'].includes(standings[at] as string) ? 'no' : 'yes',
      } as Answers,
    }));
    const builder = new DatasetBuilder(asked, variablesOf(asked));
    const every = new Set(variablesOf(asked).map(({ id }) => id));
    const told = new Set(rows.flatMap(({ standing }, at) => (standing === 'told' ? [String(at)] : [])));
    const disclosed = { measures: told, unanimous: new Set<string>() };
    rows.forEach(({ standing, answers, known }, at) => {
      const isOpen = standing === 'open' || standing === 'costExempt';
      const withheld = isOpen ? new Set(standing === 'costExempt' ? ['totalCost', 'costBand'] : []) : every;
      const row = { answers, known, visibility: isOpen ? 'whole' : 'withheld', withheld } as const;
      builder.add(countedRow(asked, row, disclosed, String(at)) as MeasureRow);
    });
    const dataset = builder.build();
    const open = [...rows.keys()].filter((at) => ['open', 'costExempt'].includes(rows[at]?.standing as string));
    const texts = openQuestions(asked).flatMap(({ id }) => (dataset.columns.has(id) ? [] : [id]));
    const counter = new StatesCounter(asked, texts, rows.length - open.length);
    for (const at of open) {
      const { answers = {}, standing } = rows[at] ?? {};
      counter.add({ answers, hidden: standing === 'costExempt' ? ['totalCost'] : [] });
    }
    const counted = {
      edition: asked,
      countedBy: () => dataset,
      open: partOf(dataset, open),
      unanimous: new Set<string>(),
      texts: counter.states(),
    };
    return { rows, counted, texts };
  }

  test('every question is answered, blank, not asked or withheld as often as the measures say one by one', () => {
    fc.assert(
      fc.property(someRound, ({ seed, standings }) => {
        const { rows, counted, texts } = round('2019', seed, standings);
        const found = statesByQuestion(counted);
        const grid = blanksByQuestion(counted, rows.length);
        for (const { id } of openQuestions(counted.edition)) {
          const states = { answered: 0, blank: 0, notAsked: 0, withheld: 0 };
          for (const { answers, standing } of rows) {
            // Tags are people's own words, and texts no table counts: neither is told of a measure withheld whole.
            const own = texts.includes(id) || id === 'tags';
            const kept =
              standing === 'untold' ||
              (standing === 'told' && own) ||
              (standing === 'costExempt' && id === 'totalCost');
            if (kept) states.withheld += 1;
            else if (asksWhen[id]?.(answers) === false) states.notAsked += 1;
            else if (answers[id] === undefined) states.blank += 1;
            else states.answered += 1;
          }
          const asked = states.answered + states.blank;
          expect([id, found.get(id)]).toEqual([id, { ...states, asked }]);
          const cells = grid.rows.find(({ code }) => code === id)?.cells.map(({ value }) => value);
          const share = asked === 0 ? null : expect.closeTo((100 * states.blank) / asked, 9);
          expect(cells).toEqual([asked, states.answered, states.blank, share, states.notAsked, states.withheld]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('reasons are those given by the measures that were asked why', () => {
    const [reason] = reasonsForBlank(edition('2026'));
    expect(reason).toMatchObject({ of: 'totalCost', by: { id: 'totalCostReason' } });
    if (!reason) return;
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 150 }), (seed, n) => {
        const { rows, counted } = round(
          '2026',
          seed,
          Array.from({ length: n }, () => 'open' as const),
        );
        const asked = rows.filter(({ answers }) => answers.totalCost === undefined);
        const grid = blankReasons(counted, reason);
        const given = (code: string) =>
          asked.filter(({ answers }) => (answers.totalCostReason ?? 'blank') === code).length;
        expect(grid.total?.cells[0]?.value).toBe(asked.length);
        for (const { code, cells } of grid.rows)
          expect([code, ...cells.map(({ value }) => value)]).toEqual([
            code,
            given(code),
            asked.length === 0 ? null : expect.closeTo((100 * given(code)) / asked.length, 9),
          ]);
        expect(grid.rows.reduce((sum, { code }) => sum + given(code), 0)).toBe(asked.length);
      }),
      { numRuns: 25 },
    );
  });
});

test('a figure with and without late measures has the numbers that lists with and without them have', () => {
  const title = { nb: 't', nn: 't', en: 't' };
  const someFigure = fc
    .tuple(someQuery, fc.boolean())
    .map(([{ layers: _, ...query }, bySize]): Figure & { rows: string } => ({
      ...query,
      ...{ id: 'f', number: 1, title, ...(bySize && { order: 'size' as const }) },
    }));
  fc.assert(
    fc.property(someMeasures, someFigure, (measures, figure) => {
      const effect = lateEffect(figure, datasetOf(measures));
      const inTime = measures.filter(({ late }) => !late);
      const [all, without] = [slowTable(measures, figure), slowTable(inTime, figure)];
      expect(effect.n).toEqual({ all: all.within().length, inTime: without.within().length });
      expect(effect.blank).toEqual({ all: all.leftOut.blank, inTime: without.leftOut.blank });
      const shareIn = (slow: typeof all, row: string, column: string | undefined) => {
        const of =
          figure.statistic === 'share' ? (figure.shareOf ?? (column === undefined ? 'table' : 'columns')) : 'table';
        const base = { table: [], rows: [row], columns: [undefined, column], layers: [] }[of];
        const among = slow.within(...base).length;
        return among === 0 ? null : expect.closeTo((100 * slow.within(row, column).length) / among, 9);
      };
      let [most, changed] = [0, 0];
      for (const { code, count, share } of effect.numbers) {
        const [row = '', column] = code.split('/');
        const expected = { all: all.within(row, column).length, inTime: without.within(row, column).length };
        expect([code, count]).toEqual([code, expected]);
        expect([code, share]).toEqual([
          code,
          { all: shareIn(all, row, column), inTime: shareIn(without, row, column) },
        ]);
        most = Math.max(most, expected.all - expected.inTime);
        if (expected.all !== expected.inTime) changed += 1;
      }
      expect(lateSummary([effect], []).rows[0]?.cells[5]?.value).toBe(most);
      const rows = lateNumbers([effect]).rows;
      expect(rows).toHaveLength(effect.numbers.length);
      expect(lateNumbers([effect]).finding.en).toMatch(new RegExp(`^${changed} of the ${rows.length} `));
      const points = rows.map(({ cells }) => [cells[2]?.value, cells[3]?.value, cells[4]?.value]);
      for (const [a, b, change] of points) expect(change).toEqual(a == null || b == null ? null : a - b);
    }),
    { numRuns: 150 },
  );
});

test('minutes used are of those who are measured: the middle one, the quarters, and all together', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(600), { maxLength: 30 }), (minutes) => {
      const sorted = minutes.filter((one) => one !== 0).toSorted((a, b) => a - b);
      // Quarters of the way from the first to the last, between two where no one stands there.
      const at = (fourths: number) => {
        if (sorted.length === 0) return null;
        const steps = (sorted.length - 1) * fourths;
        const [low, over] = [Math.floor(steps / 4), steps % 4];
        const [one, next] = [sorted[low] as number, sorted[low + 1] ?? 0];
        return expect.closeTo(over === 0 ? one : (one * (4 - over) + next * over) / 4, 9);
      };
      let total = 0;
      for (const one of minutes) total += one;
      expect(minutesUsed(minutes)).toEqual({
        ...{ agencies: sorted.length, total },
        ...{ lower: at(1), median: at(2), upper: at(3) },
      });
    }),
  );
});
