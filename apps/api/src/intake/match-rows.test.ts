import { describe, expect, test } from 'vitest';
import { matchRows, type RowIdentity } from './match-rows.ts';
import type { KnownMeasure } from './spreadsheet/state.ts';

const measureOf = (number: string, title: string | null, more: Partial<KnownMeasure> = {}): KnownMeasure => ({
  id: number,
  number,
  externalId: null,
  title,
  here: true,
  answers: {},
  version: 1,
  previous: undefined,
  settled: false,
  ...more,
});
const rowOf = (row: number, more: Partial<RowIdentity>): RowIdentity => ({
  row,
  number: undefined,
  externalId: undefined,
  title: undefined,
  asNew: false,
  ...more,
});
const found = async (rows: RowIdentity[], measures: KnownMeasure[]) =>
  [...(await matchRows(rows, measures))]
    .toSorted(([a], [b]) => a - b)
    .map(([row, match]) => [row, match.how, 'measure' in match ? match.measure.number : undefined]);

describe('a row is about', () => {
  test('the measure with its number, whatever it is called', async () => {
    const measures = [measureOf('2019-0001', 'Felles arkiv'), measureOf('2019-0002', 'Ny chatbot')];
    expect(await found([rowOf(2, { number: '2019-0001', title: 'Ny chatbot' })], measures)).toEqual([
      [2, 'number', '2019-0001'],
    ]);
  });

  test('a measure with the same title before one much alike, and this round’s before an earlier one', async () => {
    const measures = [
      measureOf('2019-0001', 'Felles arkivløsning', { here: false }),
      measureOf('2026-0001', 'Felles arkivløsning'),
      measureOf('2026-0002', 'Felles arkivløsing'),
    ];
    const rows = [rowOf(2, { title: 'Felles arkivløsning!' }), rowOf(3, { title: 'Feles arkivløsing' })];
    expect(await found(rows, measures)).toEqual([
      [2, 'name', '2026-0001'],
      [3, 'name', '2026-0002'],
    ]);
  });

  test('a new measure when only a number in the title tells them apart, or when it is said to be', async () => {
    const measures = [measureOf('2026-0001', 'Flytting til sky, fase 1'), measureOf('2026-0002', 'Ny chatbot')];
    const rows = [rowOf(2, { title: 'Flytting til sky, fase 2' }), rowOf(3, { title: 'Ny chatbot', asNew: true })];
    expect((await found(rows, measures)).map(([, how]) => how)).toEqual(['new', 'new']);
  });

  test('no measure when the number is unknown or stands twice', async () => {
    const rows = [
      rowOf(2, { number: '2019-0009' }),
      rowOf(3, { number: '2019-0001' }),
      rowOf(4, { number: '2019-0001' }),
    ];
    const matches = await matchRows(rows, [measureOf('2019-0001', 'A')]);
    expect([...matches.values()].map(({ how }) => how)).toEqual(['unknownNumber', 'number', 'duplicate']);
    expect(matches.get(4)).toMatchObject({ first: 3 });
  });

  test('the measure with its number in whatever writing', async () => {
    const rows = [rowOf(2, { number: '2019/1' }), rowOf(3, { number: 'nr. 2019 – 0002' })];
    expect(await found(rows, [measureOf('2019-0001', null), measureOf('2019-0002', null)])).toEqual([
      [2, 'number', '2019-0001'],
      [3, 'number', '2019-0002'],
    ]);
  });

  test('the one its number says, and it is told when the agency’s own number says another', async () => {
    const measures = [
      measureOf('2026-0001', null, { externalId: 'A-1' }),
      measureOf('2026-0002', null, { externalId: 'A-2' }),
      measureOf('2026-0003', null),
    ];
    const rows = [
      rowOf(2, { number: '2026-0001', externalId: 'A-1' }),
      rowOf(3, { number: '2026-0002', externalId: 'A-9' }),
      rowOf(4, { number: '2026-0003', externalId: 'A-2' }),
      rowOf(5, { number: '2026-0009', externalId: 'A-9' }),
    ];
    const matches = [...(await matchRows(rows, measures)).values()];
    expect(matches.map((match) => ('against' in match ? match.against : undefined))).toEqual([
      undefined,
      'otherId',
      'otherNumber',
      'duplicate',
    ]);
    expect(matches.map(({ how }) => how)).toEqual(['number', 'number', 'number', 'unknownNumber']);
  });

  test('the agency’s own measure of two with the same number of their own', async () => {
    const measures = ['nav', 'digdir'].map((agencyId) => ({
      ...measureOf(`of ${agencyId}`, null, { externalId: 'A-1' }),
      agencyId,
    }));
    const rows = [{ ...rowOf(2, { externalId: 'A-1' }), agencyId: 'digdir' }];
    expect((await matchRows(rows, measures)).get(2)).toMatchObject({ measure: { agencyId: 'digdir' } });
  });

  test('surely where numbers or titles are the same, less so the less alike titles are', async () => {
    const measures = [
      measureOf('2026-0001', 'Felles arkivløsning'),
      measureOf('2026-0002', 'Ny chatbot for innbyggere'),
    ];
    const rows = [rowOf(2, { title: 'felles arkivløsning' }), rowOf(3, { title: 'Ny chatbott for innbyggere' })];
    const sure = [...(await matchRows(rows, measures)).values()].map((match) => ('sure' in match ? match.sure : 0));
    expect(sure[0]).toBe(1);
    expect(sure[1]).toBeGreaterThan(0.8);
    expect(sure[1]).toBeLessThan(1);
  });

  test('a measure with the agency’s own number, once', async () => {
    const rows = [rowOf(2, { externalId: 'A-1' }), rowOf(3, { externalId: 'A-1' })];
    const matches = await matchRows(rows, [measureOf('2026-0001', 'A', { externalId: 'A-1' })]);
    expect([...matches.values()].map(({ how }) => how)).toEqual(['externalId', 'duplicate']);
  });
});

test('ten thousand rows are held against three thousand measures', async () => {
  const measures = Array.from({ length: 3_000 }, (_, at) => measureOf(`2026-${at}`, `Tiltak nummer ${at} av mange`));
  const rows = Array.from({ length: 10_000 }, (_, at) =>
    rowOf(at + 2, { title: `Tiltak nummer ${at + 1_000} av mange` }),
  );
  const matches = [...(await matchRows(rows, measures)).values()];
  expect(matches.filter(({ how }) => how === 'name')).toHaveLength(2_000);
});
