import { latestEdition } from '@samblikk/questionnaire';
import { expect, test } from 'vitest';
import { columnIn, listOf, placeOf, rowInFile } from './list.ts';
import type { UploadedSheet } from './schema.ts';
import { yieldToOthers } from './yield-to-others.ts';

const itSheet: UploadedSheet = {
  name: 'IT',
  rows: [
    ['Prosjektnavn', 'Fase'],
    ['A', 'Idé'],
    ['B', 'Idé'],
  ],
  hiddenRows: [2],
};
const hrSheet: UploadedSheet = {
  name: 'HR',
  rows: [['Oversikt'], ['Fase', 'Ansvarlig', 'Prosjektnavn'], ['Idé', 'Kari', 'C'], ['Idé', 'Ola', 'D']],
  hiddenRows: [3],
};
const kept = [
  { name: 'Veiledning', rows: 5 },
  { name: 'IT', rows: itSheet.rows.length, alike: 2 },
  { name: 'HR', rows: hrSheet.rows.length, alike: 2 },
];

test('two sheets are one list: cells under the same headings, rows and columns that lead back to each sheet', async () => {
  const chosen = new Map([
    [1, itSheet],
    [2, hrSheet],
  ]);
  const list = await listOf(latestEdition, kept, chosen, undefined, yieldToOthers());
  expect(list.layout.headings).toEqual(['Prosjektnavn', 'Fase', 'Ansvarlig']);
  expect(list.layout.rows.map((at) => list.sheet.rows[at])).toEqual([
    ['A', 'Idé', null],
    ['B', 'Idé', null],
    ['C', 'Idé', 'Kari'],
    ['D', 'Idé', 'Ola'],
  ]);
  const rows = list.layout.rows.map((at) => at + 1);
  expect(rows.map((row) => placeOf(list, row))).toEqual([
    { sheet: 'IT', row: 2 },
    { sheet: 'IT', row: 3 },
    { sheet: 'HR', row: 3 },
    { sheet: 'HR', row: 4 },
  ]);
  // Five rows of instructions come first in the file.
  expect(rows.map((row) => rowInFile(list, row))).toEqual([5 + 2, 5 + 3, 5 + 3 + 3, 5 + 3 + 4]);
  expect(rows.map((row) => columnIn(list, row, 'A'))).toEqual(['A', 'A', 'C', 'C']);
  expect(list.sheet.hiddenRows?.map((at) => placeOf(list, at + 1))).toEqual([
    { sheet: 'IT', row: 3 },
    { sheet: 'HR', row: 4 },
  ]);
});

test('one sheet is read as it stands, and counted through the file', async () => {
  const list = await listOf(latestEdition, kept, new Map([[2, hrSheet]]), undefined, yieldToOthers());
  expect(list.sheet).toBe(hrSheet);
  expect(placeOf(list, 3)).toEqual({ row: 3 });
  expect(rowInFile(list, 3)).toBe(5 + 3 + 3);
});
