import type { Text } from '@samblikk/text';
import { type RdfFormat, rdfEndings, rdfFormats } from '../platform/rdf/index.ts';
import type { DatedRelease } from '../releases/index.ts';
import { codeListsPath } from './skos.ts';
import { texts } from './texts.ts';
import { jsonStat } from './vocabularies.ts';

/** A file that a release can be had as. */
export interface DataFile {
  /** What it is called among the files of its release. */
  readonly key: string;
  readonly title: Text;
  readonly about: Text;
  /** In the vocabulary of file types of the EU. */
  readonly fileType: 'CSV' | 'JSON' | 'JSON_LD' | 'RDF_TURTLE' | 'RDF_XML' | 'XLSX';
  readonly mediaType: string;
  /** Without the host. */
  readonly address: string;
  /** The address of what its content conforms to, besides its media type. */
  readonly standard?: string;
}

/** The files of a release, in the order they are told. */
export function filesOf({ year, number }: DatedRelease): readonly DataFile[] {
  const register = (file: string, more = '') =>
    `/api/v1/register.${file}?round=${year}&release=${number}&lang=nb${more}`;
  return [
    {
      key: 'csv',
      title: texts.csv,
      about: texts.csvAbout,
      fileType: 'CSV',
      mediaType: 'text/csv',
      address: register('csv'),
    },
    {
      key: 'csv-excel',
      title: texts.csvExcel,
      about: texts.csvExcelAbout,
      fileType: 'CSV',
      mediaType: 'text/csv',
      address: register('csv', '&excel=true'),
    },
    {
      key: 'json',
      title: texts.json,
      about: texts.jsonAbout,
      fileType: 'JSON',
      mediaType: 'application/json',
      address: register('json'),
    },
    {
      key: 'json-stat',
      title: texts.jsonStat,
      about: texts.jsonStatAbout,
      fileType: 'JSON',
      mediaType: 'application/json',
      address: `/api/v1/statistics/${year}/table?rows=phase&release=${number}`,
      standard: jsonStat.value,
    },
  ];
}

const ofCodeLists: Readonly<Record<RdfFormat, Pick<DataFile, 'title' | 'fileType'>>> = {
  ttl: { title: texts.turtle, fileType: 'RDF_TURTLE' },
  jsonld: { title: texts.jsonLd, fileType: 'JSON_LD' },
  rdf: { title: texts.rdfXml, fileType: 'RDF_XML' },
};

/** The files that hold all code lists. */
export const codeListFiles: readonly DataFile[] = rdfEndings.map((ending) => ({
  ...ofCodeLists[ending],
  key: ending,
  about: texts.codeListsAbout,
  mediaType: rdfFormats[ending].type,
  address: `${codeListsPath}.${ending}`,
}));
