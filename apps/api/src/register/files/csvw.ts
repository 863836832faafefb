import { codeListsPath, license } from '@samblikk/contract';
import { columnsOf } from './columns.ts';
import type { Listing } from './listing.ts';
import { words } from './words.ts';

const whole = { base: 'integer' } as const;

/**
 * What the CSV of a listing holds, for programs (CSV on the Web, https://www.w3.org/TR/tabular-metadata/): how it is written, and of each
 * column its words, type, what separates several values, and where what a code means is told.
 * @param site where the web is, without language
 * @param url the address of the file
 */
export function csvwOf(listing: Listing, { site, url, excel }: { site: string; url: string; excel: boolean }): object {
  const { language } = listing;
  const { yes, no } = excel ? words[language] : { yes: 'yes', no: 'no' };
  const types = {
    text: 'string',
    number: whole,
    boolean: { base: 'boolean', format: `${yes}|${no}` },
    day: { base: 'date', format: 'yyyy-MM-dd' },
  } as const;
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': language }],
    url,
    'dc:license': { '@id': license.url },
    'dc:source': { '@id': listing.source },
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
      columns: columnsOf(listing).map(({ name, heading, about, type, list, several }) => ({
        name,
        // The first row, to the letter.
        titles: excel ? heading : name,
        'dc:title': heading,
        ...(about !== '' && { 'dc:description': about }),
        datatype: types[type],
        ...(several && { separator: '|' }),
        ...(list !== undefined && { valueUrl: `${site}${codeListsPath}/${list}{#${name}}` }),
      })),
      primaryKey: ['number', 'year'],
    },
  };
}
