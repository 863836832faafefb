import type { EditionFormat } from '@samblikk/contract';
import { license } from '@samblikk/contract';
import {
  type CsvFlavour,
  csvFile,
  csvRows,
  parquetFile,
  rowsInSheet,
  type StreamedCell,
  workbookStream,
} from '@samblikk/files';
import { formatDate, formatMoment, releaseName } from '@samblikk/questionnaire';
import type { Database } from '../../platform/db/index.ts';
import type { PublicMeasure } from '../rows.ts';
import { type Cell, type Column, columnsOf } from './columns.ts';
import { aboutReleases, inJson } from './json.ts';
import { batchesOf, type Listing } from './listing.ts';
import { sav } from './microdata.ts';
import { rScript } from './r-script.ts';
import { words } from './words.ts';

type Pieces = AsyncIterable<string | Uint8Array>;

/** A listing as a file, some measures at a time: the same columns whatever the format, and the same bytes each time. */
export const writers: Record<EditionFormat, (db: Database, listing: Listing) => Pieces> = {
  csv: (db, listing) => csv(db, listing, 'strict'),
  'csv-excel': (db, listing) => csv(db, listing, 'excel'),
  xlsx: workbook,
  json,
  ndjson,
  parquet,
  // Of one release alone: what is asked, and which answers there are, is another matter each year.
  sav,
  r: (_db, listing) => rScript(listing),
};

const rowOf = (columns: readonly Column[], measure: PublicMeasure): Cell[] =>
  columns.map((column) => column.cell(measure));

/**
 * For programs codes as they are and columns by name; for people with a spreadsheet headings and words. What a spreadsheet
 * would run as a formula gets an apostrophe in front.
 */
async function* csv(db: Database, listing: Listing, flavour: CsvFlavour): Pieces {
  const columns = columnsOf(listing, flavour === 'excel');
  const { yes, no } = flavour === 'excel' ? words[listing.language] : { yes: 'yes', no: 'no' };
  const written = (cell: Cell) => (typeof cell === 'boolean' ? (cell ? yes : no) : cell);
  yield csvFile([columns.map(({ name, heading }) => (flavour === 'excel' ? heading : name))], { flavour });
  for await (const batch of batchesOf(db, listing))
    yield csvRows(
      batch.map((measure) => rowOf(columns, measure).map(written)),
      { flavour },
    );
}

/** A sheet with the measures (one more for each million), and one that says what they are. */
function workbook(db: Database, listing: Listing): Pieces {
  const said = words[listing.language];
  const columns = columnsOf(listing, true);
  const cell = (value: Cell, { type }: Column): StreamedCell => {
    if (typeof value === 'boolean') return value ? said.yes : said.no;
    return type === 'day' && typeof value === 'string' ? { day: value } : value;
  };
  const perSheet = rowsInSheet - 1;
  const sheets = Math.max(1, Math.ceil(listing.entries.length / perSheet));
  const measures = Array.from({ length: sheets }, (_, at) => {
    const entries = listing.entries.subarray(at * perSheet, (at + 1) * perSheet);
    return {
      name: sheets === 1 ? said.measures : `${said.measures} ${at + 1}`,
      widths: columns.map(({ type }) => (type === 'text' ? 24 : 14)),
      table: { rows: entries.length + 1 },
      rows: (async function* () {
        yield [columns.map(({ heading }) => ({ heading }))];
        for await (const batch of batchesOf(db, { ...listing, entries }))
          yield batch.map((measure) => columns.map((column) => cell(column.cell(measure), column)));
      })(),
    };
  });
  return workbookStream([
    ...measures,
    { name: said.explanation, widths: [36, 36, 80], rows: [explanation(listing, columns)] },
  ]);
}

/** What one must know to use the file: what it is, where it is from, and what each column holds. */
function explanation(listing: Listing, columns: readonly Column[]): StreamedCell[][] {
  const { parts, entries, language, source, asked } = listing;
  const said = words[language];
  const releases = parts.map(({ release }) => [
    said.release,
    `${releaseName(release)}: ${said.asOf} ${formatDate(release.dataAsOf.toISOString(), language)}, ${said.made} ${formatMoment(release.frozenAt.toISOString(), language)}`,
  ]);
  const notices = new Set(parts.flatMap(({ release }) => release.notice?.[language] ?? []));
  return [
    [{ heading: said.title }],
    [said.source, source],
    ...asked.map((line) => [...line]),
    [said.n, entries.length],
    ...releases,
    ...[...notices].map((notice) => [said.notice, notice]),
    [said.license, `NLOD 2.0, ${license.url}`],
    [],
    [{ heading: said.column }, { heading: said.name }, { heading: said.holds }],
    ...columns.map(({ heading, name, about }) => [heading, name, about]),
  ];
}

async function* json(db: Database, listing: Listing): Pieces {
  const about = {
    license: license.url,
    source: listing.source,
    releases: aboutReleases(listing),
    total: listing.entries.length,
  };
  yield `${JSON.stringify(about).slice(0, -1)},"measures":[`;
  let separator = '\n';
  for await (const batch of batchesOf(db, listing)) {
    yield separator + batch.map((measure) => JSON.stringify(inJson(measure, listing))).join(',\n');
    separator = ',\n';
  }
  yield '\n]}\n';
}

/** A measure a line. There is no head, so each says where it is from. */
async function* ndjson(db: Database, listing: Listing): Pieces {
  for await (const batch of batchesOf(db, listing))
    yield batch
      .map((measure) => {
        const { release } = measure.part;
        const from = {
          release: releaseName(release),
          dataAsOf: release.dataAsOf.toISOString(),
          source: listing.source,
        };
        return `${JSON.stringify({ ...inJson(measure, listing), ...from })}\n`;
      })
      .join('');
}

function parquet(db: Database, listing: Listing): Pieces {
  const columns = columnsOf(listing);
  const rows = async function* () {
    for await (const batch of batchesOf(db, listing)) yield batch.map((measure) => rowOf(columns, measure));
  };
  const about = { source: listing.source, license: license.url, releases: JSON.stringify(aboutReleases(listing)) };
  return parquetFile(
    columns.map(({ name, type }) => ({ name, type: type === 'day' ? 'text' : type })),
    rows(),
    about,
  );
}
