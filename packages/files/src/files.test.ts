import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import readExcel from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { canonical, csvFile, csvRows, parquetFile, textCell, unharmed, workbookOf, workbookStream } from './index.ts';

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
    expect(csvRows([['-1', -1.5]], { flavour: 'excel' })).toBe("'-1;-1,5\r\n");
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

describe('files that are written as they are sent', () => {
  /** Batches, and how many of them are waiting to be taken: a stream asks for more only when it has sent what it has. */
  async function* batches<Row>(many: number, row: (at: number) => Row, asked: number[]): AsyncGenerator<Row[]> {
    for (let at = 0; at < many; at++) {
      asked.push(at);
      yield Array.from({ length: 100 }, (_, place) => row(at * 100 + place));
    }
  }

  test('a workbook: every text is a text, days and numbers are counted with, and the bytes are the same each time', async () => {
    const texts = ['=1+1', '_x0041_', '<b>&"', 'a\nb', 'a\rb', 'toString', ' x ', '\u0000æ\ud800'];
    const write = () =>
      buffer(
        workbookStream([
          {
            name: 'A & B',
            widths: [10, 10, 10],
            table: { rows: 10 },
            rows: [[[{ heading: 'Tekst' }, 12, { day: '2026-08-30' }], ...texts.map((text) => [text, null])]],
          },
          { name: 'Tom', widths: [10], rows: [] },
        ]),
      );
    const [first, second] = [await write(), await write()];
    expect(first.equals(second)).toBe(true);
    const [sheet, empty] = await readExcel(first);
    expect(sheet?.sheet).toBe('A & B');
    expect(sheet?.data[0]).toEqual(['Tekst', 12, new Date('2026-08-30T00:00:00Z')]);
    expect(sheet?.data.slice(1).map((row) => row[0])).toEqual([
      '=1+1',
      '_x0041_',
      '<b>&"',
      'a\nb',
      'a\rb',
      'toString',
      'x',
      'æ',
    ]);
    expect(empty?.data).toEqual([]);
  });

  test('Parquet is read back as it was written, over several row groups, with what is said of it', async () => {
    const rows = (at: number) => [`nr. ${at} =`, at % 3 === 0 ? null : at * 1_000_000_000, at % 2 === 0];
    const columns = [
      { name: 'text', type: 'text' },
      { name: 'number', type: 'number' },
      { name: 'yes', type: 'boolean' },
    ] as const;
    const pieces: Uint8Array[] = [];
    const asked: number[] = [];
    for await (const piece of parquetFile(columns, batches(90, rows, asked), { source: 'https://x.example/?æ' })) {
      if (pieces.length === 0) expect(asked).toEqual([]);
      pieces.push(piece);
    }
    const file = new Uint8Array(Buffer.concat(pieces)).buffer;
    const metadata = parquetMetadata(file);
    expect(metadata.row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([2000, 2000, 2000, 2000, 1000]);
    expect(metadata.key_value_metadata).toEqual([{ key: 'source', value: 'https://x.example/?æ' }]);
    const read = await parquetReadObjects({ file });
    expect(read.map(({ text, number, yes }) => [text, number === null ? null : Number(number), yes])).toEqual(
      Array.from({ length: 9000 }, (_, at) => rows(at)),
    );
  });

  test('a long workbook asks for rows only as it is read', async () => {
    const asked: number[] = [];
    const row = (at: number) => [`${at} ${randomBytes(300).toString('base64')}`];
    const stream = workbookStream([{ name: 'Rader', widths: [10], rows: batches(2000, row, asked) }]);
    const first = await new Promise<Buffer>((done) => stream.once('data', done).once('data', () => stream.pause()));
    expect(first.toString('latin1', 0, 2)).toBe('PK');
    await new Promise((done) => setTimeout(done, 200));
    // What waits in the streams between: far from all 2000.
    expect(asked.length).toBeLessThan(30);
    stream.destroy();
  });
});
