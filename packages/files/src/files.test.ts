import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import readExcel from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { canonical, csvFile, csvRows, textCell, unharmed, workbookOf } from './index.ts';

/** As a spreadsheet reads it: every line break outside quotes ends a row. */
const asSpreadsheet = (file: string, delimiter: string) =>
  parse(file, { delimiter, bom: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] }) as string[][];

describe('CSV', () => {
  test.each([
    ['strict', ','],
    ['excel', ';'],
  ] as const)('any cell comes back, as %s', (flavour, delimiter) => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('a\nb', 'a\r\nb', 'a\rb', '"', ';', ',', '=1', "'=1", "''@x", '- a\n- b', '\t', ' x '),
    );
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1 });
    fc.assert(
      fc.property(rows, (written) => {
        const read = asSpreadsheet(csvFile(written, { flavour }), delimiter);
        expect(read.map((row) => row.map(unharmed))).toEqual(written);
      }),
      { seed: 1 },
    );
  });

  test('a lone line feed is quoted where the records end in CRLF, and a formula is only text', () => {
    const file = csvFile(
      [
        ['Navn', 'Leveranse'],
        ['=1+1', 'Vi leverer:\n- søk\n- arkiv'],
      ],
      { flavour: 'excel' },
    );
    expect(file).toBe('\uFEFFNavn;Leveranse\r\n\'=1+1;"Vi leverer:\n- søk\n- arkiv"\r\n');
    expect(csvRows([['=1', 2, null]], { verbatim: true })).toBe('=1,2,\n');
  });
});

test('canonical JSON sorts keys, leaves out what is undefined, and refuses what JSON cannot hold', () => {
  expect(canonical({ b: [1, { d: null, c: 'æ' }], a: undefined, A: 1.5 })).toBe('{"A":1.5,"b":[1,{"c":"æ","d":null}]}');
  expect(() => canonical(undefined)).toThrow(TypeError);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { seed: 1 },
  );
});

test('a workbook holds words that every object knows, and is the same bytes whenever it is written', async () => {
  const words = Object.getOwnPropertyNames(Object.prototype);
  const write = () =>
    workbookOf([{ sheet: 'Ord', data: words.map((word) => [textCell(word), textCell('=1+1'), textCell('_x0041_')]) }]);
  const [first, second] = [await write(), await write()];
  const [sheet] = await readExcel(first);
  expect(sheet?.data).toEqual(words.map((word) => [word, '=1+1', '_x0041_']));
  expect(first.equals(second)).toBe(true);
});
