import { codeListsPath, license } from '@samblikk/contract';
import { csvw } from '@samblikk/files';
import { type Column, columnsOf } from './columns.ts';
import type { Listing } from './listing.ts';
import { words } from './words.ts';

/**
 * What the CSV of a listing holds, for programs (CSV on the Web).
 * @param site where the web is, without language
 * @param url the address of the file
 * @param header the first row of a file that was written before: its columns are those, also where ours are others today
 */
export function csvwOf(
  listing: Listing,
  { site, url, excel, header }: { site: string; url: string; excel: boolean; header?: readonly string[] },
): object {
  const { language, source } = listing;
  const { yes, no } = words[language];
  const ours = columnsOf(listing);
  const columns = header?.map((title) => ours.find(titled(title, excel)) ?? unknown(title)) ?? ours;
  return csvw({
    ...{ url, language, source, license: license.url, flavour: excel ? 'excel' : 'strict', key: ['number', 'year'] },
    columns: columns.map(({ list, ...column }) => ({
      ...column,
      codes: list && `${site}${codeListsPath}/${list}`,
    })),
    ...(excel && { booleans: [yes, no] }),
  });
}

const titled = (title: string, excel: boolean) => (column: Column) => (excel ? column.heading : column.name) === title;

/** A column that the program wrote once, and knows no longer. */
const unknown = (title: string): Omit<Column, 'cell'> => ({ name: title, heading: title, about: '', type: 'text' });
