import { codeListsPath, formats, formatsOf, type RegisterFormat } from '@samblikk/contract';
import type { Text } from '@samblikk/text';
import { type RdfFormat, rdfEndings, rdfFormats } from '../platform/rdf/index.ts';
import type { FrozenFile } from '../publication/index.ts';
import type { DatedRelease } from '../releases/index.ts';
import { texts } from './texts.ts';

/** A file that a release can be had as. */
export interface DataFile {
  /** What it is called among the files of its release. */
  readonly key: string;
  readonly title: Text;
  readonly about: Text;
  /** In the vocabulary of file types of the EU. */
  readonly fileType: 'CSV' | 'JSON' | 'JSON_LD' | 'PARQUET' | 'RDF_TURTLE' | 'RDF_XML' | 'XLSX';
  readonly mediaType: string;
  /** Without the host. */
  readonly address: string;
  /** How large it is, and its SHA-256 in hexadecimal: of files that are frozen. */
  readonly frozen?: Pick<FrozenFile, 'bytes' | 'sha256'>;
  /** What its content conforms to, besides its media type. */
  readonly standard?: { readonly address: string; readonly title: Text };
}

/** How the formats of the register are told of. NDJSON is none of the EU’s file types, and has no line here. */
const told: Partial<Record<RegisterFormat, Pick<DataFile, 'title' | 'about' | 'fileType'>>> = {
  xlsx: { title: texts.xlsx, about: texts.xlsxAbout, fileType: 'XLSX' },
  'csv-excel': { title: texts.csvExcel, about: texts.csvExcelAbout, fileType: 'CSV' },
  csv: { title: texts.csv, about: texts.csvAbout, fileType: 'CSV' },
  json: { title: texts.json, about: texts.jsonAbout, fileType: 'JSON' },
  parquet: { title: texts.parquet, about: texts.parquetAbout, fileType: 'PARQUET' },
};

/** The files of a release, in the order they are offered: the frozen ones, which are the same bytes for good, and a table. */
export function filesOf(
  { year, number }: Pick<DatedRelease, 'year' | 'number'>,
  frozen: readonly FrozenFile[],
): readonly DataFile[] {
  const register = formatsOf('register').flatMap(({ format }): DataFile[] => {
    const about = told[format];
    const file = frozen.find((one) => one.format === format);
    if (!about || !file) return [];
    const standard = { address: `${file.address}-metadata.json`, title: texts.csvw };
    return [
      {
        ...about,
        key: format,
        mediaType: formats[format].type,
        address: file.address,
        frozen: file,
        ...(about.fileType === 'CSV' && { standard }),
      },
    ];
  });
  return [
    ...register,
    {
      key: 'json-stat',
      title: texts.jsonStat,
      about: texts.jsonStatAbout,
      fileType: 'JSON',
      mediaType: formats['json-stat'].type,
      address: `/api/v1/statistics/${year}/table?rows=phase&release=${number}`,
      standard: { address: 'https://json-stat.org/full/', title: jsonStatName },
    },
  ];
}

const jsonStatName: Text = { nb: 'JSON-stat 2.0', nn: 'JSON-stat 2.0', en: 'JSON-stat 2.0' };

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
