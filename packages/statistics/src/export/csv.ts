import { type CsvFlavour, csvFile } from '@samblikk/files';
import type { Language } from '@samblikk/questionnaire';
import type { Table } from '../table.ts';
import { linesOf, longColumns } from './long.ts';
import { signAt } from './signs.ts';
import type { Where } from './where.ts';

/** As the file is for programs (decimal point) or for a Norwegian Excel (decimal comma). */
export type Flavour = CsvFlavour;

const decimals = { strict: '.', excel: ',' } as const satisfies Record<Flavour, string>;

/**
 * A table as CSV: a line for each cell, with codes and labels, the number, for shares and amounts how many measures are behind it,
 * and what the number is: unit, base, n, selection, year, release, address; of a reconstruction also whether the number is
 * published or invented, and the notice. Where there is no number stands why (`signs.ts`). Texts that a spreadsheet would run as a
 * formula get an apostrophe in front.
 */
export function toCsv(
  table: Table,
  language: Language,
  { flavour = 'strict', where }: { flavour?: Flavour; where?: Where } = {},
): string {
  const columns = longColumns(table, language, where);
  const written = (value: string | number | null) =>
    typeof value === 'number' ? String(value).replace('.', decimals[flavour]) : (value ?? '');
  const header = columns.map(({ name, heading }) => (flavour === 'strict' ? name : heading));
  const lines = linesOf(table).map((line) =>
    columns.map(({ name, value, said }) => {
      const sign = name === 'value' ? signAt(table, line.cell) : undefined;
      return sign ?? written((flavour === 'strict' ? value : (said ?? value))(line));
    }),
  );
  return csvFile([header, ...lines], { flavour });
}
