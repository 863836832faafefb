import type { CsvFlavour } from './csv.ts';

/** One column of a CSV, as a program must know it to read its cells. */
export interface CsvColumn {
  /** What programs call it. */
  readonly name: string;
  /** What people call it. */
  readonly heading: string;
  /** What it holds, in words. */
  readonly about?: string;
  /** `number` is a whole one, `decimal` any. */
  readonly type: 'text' | 'number' | 'decimal' | 'boolean' | 'day';
  /** There may be several values in a cell, with `|` between. */
  readonly several?: boolean | undefined;
  /** The address of the code list that its values are from. */
  readonly codes?: string | undefined;
  /** What stands in cells that have no value of the column’s. */
  readonly none?: readonly string[] | undefined;
}

export interface CsvDescription {
  /** The address of the file. */
  readonly url: string;
  readonly language: string;
  readonly title?: string;
  /** The address of the licence. */
  readonly license: string;
  /** Where people find the same. */
  readonly source?: string;
  readonly flavour: CsvFlavour;
  readonly columns: readonly CsvColumn[];
  /** The columns that tell rows from each other. */
  readonly key: readonly string[];
  /** How yes and no are written. */
  readonly booleans?: readonly [yes: string, no: string];
}

/**
 * What a CSV of ours holds, for programs (CSV on the Web, https://www.w3.org/TR/tabular-metadata/): how it is written (`csvFile`),
 * and of each column its words, type, what separates several values, and where what a code means is told.
 */
export function csvw({ url, language, title, license, source, ...file }: CsvDescription): object {
  const { columns, key } = file;
  const excel = file.flavour === 'excel';
  const [yes, no] = file.booleans ?? ['yes', 'no'];
  const types = {
    text: 'string',
    number: { base: 'integer' },
    decimal: excel ? { base: 'number', format: { decimalChar: ',' } } : { base: 'number' },
    boolean: { base: 'boolean', format: `${yes}|${no}` },
    day: { base: 'date', format: 'yyyy-MM-dd' },
  } as const;
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': language }],
    url,
    ...(title !== undefined && { 'dc:title': title }),
    'dc:license': { '@id': license },
    ...(source !== undefined && { 'dc:source': { '@id': source } }),
    dialect: {
      encoding: 'utf-8',
      delimiter: excel ? ';' : ',',
      lineTerminators: [excel ? '\r\n' : '\n'],
      quoteChar: '"',
      doubleQuote: true,
      header: true,
      headerRowCount: 1,
    },
    tableSchema: {
      columns: columns.map(({ name, heading, about = '', type, several, codes, none = [] }) => ({
        name: inTemplate(name),
        // The first row, to the letter.
        titles: excel ? heading : name,
        'dc:title': heading,
        ...(about !== '' && { 'dc:description': about }),
        datatype: types[type],
        ...(several && { separator: '|' }),
        ...(none.length > 0 && { null: ['', ...none] }),
        ...(codes !== undefined && { valueUrl: `${codes}{#${inTemplate(name)}}` }),
      })),
      primaryKey: key.map(inTemplate),
    },
  };
}

/** A name as the standard takes it: that of a variable in a template of addresses (RFC 6570). */
const inTemplate = (name: string): string => name.replace(/[^A-Za-z0-9_]/g, '_');
