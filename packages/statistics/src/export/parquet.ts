import { parquetFile } from '@samblikk/files';
import type { Language } from '@samblikk/questionnaire';
import type { Table } from '../table.ts';
import { explanationOf } from './explanation.ts';
import { linesOf, longColumns, statusColumn } from './long.ts';
import type { Where } from './where.ts';

/**
 * A table as an Apache Parquet file: the columns of the CSV with their types, and one that says why there is no number
 * (`status`, by the signs of `signs.ts`). What must be known of the numbers stands in the footer too: `title`, `explanation` (term and
 * text, as in the workbook), `source`, `license`.
 * @returns the bytes of the file, the same whenever it is written
 */
export async function toParquet(table: Table, language: Language, where?: Where): Promise<Uint8Array> {
  const columns = longColumns(table, language, where);
  const at = columns.findIndex(({ name }) => name === 'value') + 1;
  const all = columns.toSpliced(at, 0, statusColumn(table, language));
  const rows = linesOf(table).map((line) => all.map(({ value }) => value(line)));
  const about = {
    title: table.title[language],
    explanation: JSON.stringify(explanationOf(table, language, where)),
    ...(where && { source: where.page ?? where.data, license: where.license.url }),
  };
  const batches = (async function* () {
    yield rows;
  })();
  const pieces: Uint8Array[] = [];
  for await (const piece of parquetFile(
    all.map(({ name, kind }) => ({ name, type: kind })),
    batches,
    about,
  ))
    pieces.push(piece);
  return Buffer.concat(pieces);
}
