import type { Text } from '@samblikk/questionnaire';
import type { EndpointName } from './addresses.ts';

// What data are handed out as. One table of formats, and one of which of them each resource comes in: routes, sender, links
// on pages and catalogue all read these.

/** Media types of tables. */
export const csvType = 'text/csv';
/** Of what describes a CSV for programs (CSV on the Web). */
export const csvwType = 'application/csvm+json';
export const parquetType = 'application/vnd.apache.parquet';
export const svgType = 'image/svg+xml';
export const pngType = 'image/png';
/** SPSS system files. */
export const savType = 'application/x-spss-sav';
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Format {
  /** Of a file’s name, without the dot. */
  readonly ending: string;
  readonly type: string;
  /** What Content-Type says besides. */
  readonly parameters?: string;
  /** A browser shows it; all else is saved as a file. */
  readonly shown?: true;
  /** What a link to it is called. */
  readonly label: Text;
}

const same = (name: string): Text => ({ nb: name, nn: name, en: name });
const csvParameters = '; charset=utf-8; header=present';

export const formats = {
  xlsx: { ending: 'xlsx', type: xlsxType, label: same('Excel') },
  'csv-excel': {
    ending: 'csv',
    type: csvType,
    parameters: csvParameters,
    label: { nb: 'CSV for Excel', nn: 'CSV for Excel', en: 'CSV for Norwegian Excel' },
  },
  csv: { ending: 'csv', type: csvType, parameters: csvParameters, label: same('CSV') },
  json: { ending: 'json', type: 'application/json', parameters: '; charset=utf-8', shown: true, label: same('JSON') },
  'json-stat': {
    ending: 'json',
    type: 'application/json',
    parameters: '; charset=utf-8',
    shown: true,
    label: same('JSON-stat'),
  },
  'json-ld': {
    ending: 'jsonld',
    type: 'application/ld+json',
    parameters: '; charset=utf-8',
    shown: true,
    label: same('JSON-LD'),
  },
  ndjson: { ending: 'ndjson', type: 'application/x-ndjson', parameters: '; charset=utf-8', label: same('NDJSON') },
  pdf: { ending: 'pdf', type: 'application/pdf', label: same('PDF') },
  png: {
    ending: 'png',
    type: pngType,
    label: { nb: 'Bilde (PNG)', nn: 'Bilete (PNG)', en: 'Picture (PNG)' },
  },
  svg: {
    ending: 'svg',
    type: svgType,
    parameters: '; charset=utf-8',
    label: { nb: 'Bilde (SVG)', nn: 'Bilete (SVG)', en: 'Picture (SVG)' },
  },
  parquet: { ending: 'parquet', type: parquetType, label: same('Parquet') },
  sav: { ending: 'sav', type: savType, label: same('SPSS') },
  r: {
    ending: 'R',
    type: 'text/x-r',
    parameters: '; charset=utf-8',
    label: { nb: 'R-skript', nn: 'R-skript', en: 'R script' },
  },
} as const satisfies Record<string, Format>;
export type FormatName = keyof typeof formats;

/** How a format is asked for: where, when it has an address of its own, and what the query says. */
interface Asked {
  readonly endpoint?: EndpointName;
  /** Its name among the frozen files of an edition. */
  readonly file?: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** The formats that each resource comes in, in the order they are offered: what most people want is first. */
export const offered = {
  /** The measures of a search. */
  register: {
    xlsx: { endpoint: 'registerXlsx' },
    'csv-excel': { endpoint: 'registerCsv', query: { excel: 'true' } },
    csv: { endpoint: 'registerCsv' },
    json: { endpoint: 'registerJson' },
    ndjson: { endpoint: 'registerNdjson' },
    parquet: { endpoint: 'registerParquet' },
  },
  /** One measure, in every round it is public in. */
  measure: {
    xlsx: { endpoint: 'measureXlsx' },
    'csv-excel': { endpoint: 'measureCsv', query: { excel: 'true' } },
    csv: { endpoint: 'measureCsv' },
    json: { endpoint: 'measureJson' },
    'json-ld': { endpoint: 'measureJsonLd' },
  },
  /** All public measures of a release, frozen (`/2019.1/tiltak.csv`). */
  edition: {
    xlsx: { file: 'tiltak.xlsx' },
    'csv-excel': { file: 'tiltak-excel.csv' },
    csv: { file: 'tiltak.csv' },
    json: { file: 'tiltak.json' },
    ndjson: { file: 'tiltak.ndjson' },
    parquet: { file: 'tiltak.parquet' },
    sav: { file: 'tiltak.sav' },
    r: { file: 'tiltak.R' },
  },
  /** A table of statistics, or a figure. */
  table: {
    xlsx: { query: { format: 'xlsx' } },
    'csv-excel': { query: { format: 'csv-excel' } },
    csv: { query: { format: 'csv' } },
    'json-stat': { query: { format: 'json' } },
    parquet: { query: { format: 'parquet' } },
    png: { query: { format: 'png' } },
    svg: { query: { format: 'svg' } },
  },
  /** A table of response and quality, whose columns have each their unit. */
  quality: {
    xlsx: { query: { format: 'xlsx' } },
    'csv-excel': { query: { format: 'csv-excel' } },
    csv: { query: { format: 'csv' } },
    'json-stat': { query: { format: 'json' } },
  },
  /** Flows between two rounds. */
  flows: {
    'csv-excel': { query: { format: 'csv-excel' } },
    csv: { query: { format: 'csv' } },
    json: { query: { format: 'json' } },
    png: { query: { format: 'png' } },
    svg: { query: { format: 'svg' } },
  },
  /** How long measures are in each phase, how their cost grew, which were funded, what ended. */
  lifeCycle: {
    'csv-excel': { query: { format: 'csv-excel' } },
    csv: { query: { format: 'csv' } },
    json: { query: { format: 'json' } },
  },
  /** Measures seen together. */
  portfolio: {
    xlsx: { query: { format: 'xlsx' } },
    pdf: { query: { format: 'pdf' } },
    json: { query: { format: 'json' } },
  },
  /** Costs shared by several keys. */
  costSharing: {
    xlsx: { query: { format: 'xlsx' } },
    'csv-excel': { query: { format: 'csv-excel' } },
    csv: { query: { format: 'csv' } },
    json: { query: { format: 'json' } },
  },
  /** Financing models tried on product accounts. */
  financingModels: {
    xlsx: { query: { format: 'xlsx' } },
    'csv-excel': { query: { format: 'csv-excel' } },
    csv: { query: { format: 'csv' } },
    json: { query: { format: 'json' } },
  },
  /** What is open of a measure's financing plan. */
  financingPlan: {
    'csv-excel': { query: { format: 'csv-excel' } },
    csv: { query: { format: 'csv' } },
    json: { query: { format: 'json' } },
  },
  /** Product accounts as a list to be filled in. */
  exampleAccounts: {
    xlsx: { query: { format: 'xlsx' } },
    'csv-excel': { query: { format: 'csv-excel' } },
    csv: { query: { format: 'csv' } },
  },
  /** A series over the rounds. */
  series: {
    xlsx: { query: { format: 'xlsx' } },
    'csv-excel': { query: { format: 'csv-excel' } },
    csv: { query: { format: 'csv' } },
    'json-stat': { query: { format: 'json' } },
    parquet: { query: { format: 'parquet' } },
    png: { query: { format: 'png' } },
    svg: { query: { format: 'svg' } },
  },
} as const satisfies Record<string, Partial<Record<FormatName, Asked>>>;
export type Resource = keyof typeof offered;
export type RegisterFormat = keyof (typeof offered)['register'];
export type EditionFormat = keyof (typeof offered)['edition'];

/** The formats of a table as `format` in its address names them. */
export const tableFormats = Object.values(offered.table).map(({ query }) => query.format);

/** A format of a resource: its name, what a link to it is called, and how it is asked for. */
export type FormatOf<R extends Resource> = Asked &
  (typeof offered)[R][keyof (typeof offered)[R]] & { readonly format: keyof (typeof offered)[R]; readonly label: Text };

/** The formats of a resource, in the order they are offered. */
export function formatsOf<R extends Resource>(resource: R): FormatOf<R>[] {
  return Object.entries<Asked>(offered[resource]).map(
    ([format, asked]) => ({ ...asked, format, label: formats[format as FormatName].label }) as unknown as FormatOf<R>,
  );
}

/** The file formats of the yearly report. */
export const reportFormats = ['docx', 'html', 'pdf'] as const;
export type ReportFormat = (typeof reportFormats)[number];
