import { z } from 'zod';
import type { EndpointName } from './addresses.ts';
import { endpoint } from './endpoint.ts';
import { csvwType } from './formats.ts';
import { anyVariable, readMeasure, registerFilter } from './register.ts';

/** `excel=true` is the one choice that has no ending of its own. */
const excel = {
  excel: z
    .stringbool()
    .optional()
    .meta({ description: 'CSV as a Norwegian Excel opens it: semicolon, decimal comma and byte order mark.' }),
};

/** A file has all pages: what the address of one says of it is let in, and says nothing. */
const pages = { page: z.string().optional(), size: z.string().optional(), cursor: z.string().optional() };

const fileQuery = z.object({ ...registerFilter, ...excel, ...pages }).catchall(anyVariable);

/** The measures of a search as a file: same filters and order as the list, all pages of it. */
const registerFile = (name: EndpointName, format: string) =>
  endpoint(name, {
    summary: `The measures of a search as ${format}: all of them, public answers only`,
    description:
      'The parameters of the search, and its order; a parameter that is no variable is refused (422), for a file cannot say that it was ignored. Codes and their texts both; organisation number, ministry, release, the moment the data are as of, and the address of the search stand in the file.',
    tag: 'register',
    action: 'public.read',
    query: fileQuery,
    reply: 'file',
    errors: ['unknownVariable', 'notFound', 'releaseWithdrawn'],
  });

export const registerXlsx = registerFile('registerXlsx', 'an Excel workbook with a sheet that explains it');
export const registerCsv = registerFile('registerCsv', 'CSV');
export const registerJson = registerFile('registerJson', 'JSON');
export const registerNdjson = registerFile('registerNdjson', 'NDJSON, a measure a line');
export const registerParquet = registerFile('registerParquet', 'Apache Parquet');

/** How a program is to read the CSV of the same search. */
export const registerCsvw = endpoint('registerCsvw', {
  summary: 'What the CSV of a search holds, column by column (CSV on the Web)',
  description:
    'The same parameters as the file; its header `Link` (`rel="describedby"`) leads here. Types, what separates several values, and the addresses of what codes mean.',
  tag: 'register',
  action: 'public.read',
  query: fileQuery,
  reply: 'file',
  types: [csvwType],
  errors: ['unknownVariable', 'notFound', 'releaseWithdrawn'],
});

/** One measure as a file: a row for each round it is public in, newest first, with the columns of the register’s files. */
const measureFile = (name: EndpointName, format: string) =>
  endpoint(name, {
    summary: `One public measure as ${format}, in every round it is public in`,
    tag: 'register',
    action: 'public.read',
    params: readMeasure.params,
    query: z.object({ ...excel, lang: readMeasure.query.shape.lang }),
    reply: 'file',
    errors: ['notFound', 'publicMeasureWithdrawn'],
  });

export const measureXlsx = measureFile('measureXlsx', 'an Excel workbook');
export const measureCsv = measureFile('measureCsv', 'CSV');
export const measureJson = measureFile('measureJson', 'JSON');
export const measureCsvw = {
  ...measureFile('measureCsvw', 'a description of its CSV, column by column (CSV on the Web)'),
  types: [csvwType],
};
