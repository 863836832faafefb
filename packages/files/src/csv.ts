import { stringify } from 'csv-stringify/sync';

/**
 * `strict`: comma, LF, decimal point, no byte-order mark: for programs. `excel`: semicolon, CRLF, decimal comma and a
 * byte-order mark: opens right by double click where Windows is Norwegian.
 */
export type CsvFlavour = 'strict' | 'excel';

const forms = {
  strict: { delimiter: ',', record_delimiter: '\n', mark: '', decimal: '.' },
  excel: { delimiter: ';', record_delimiter: '\r\n', mark: '\uFEFF', decimal: ',' },
} as const satisfies Record<CsvFlavour, unknown>;

/**
 * What a spreadsheet would run when a cell begins with it (OWASP, CSV injection). Apostrophes before it count as well, so
 * that taking one away gives back what was written.
 */
const formula = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text that no spreadsheet runs: an apostrophe in front where it looks like a formula. */
const harmless = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** A text as it was before `harmless`. */
export function unharmed(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}

export type CsvCell = string | number | null;

export interface CsvForm {
  readonly flavour?: CsvFlavour;
  /** Cells to the letter, also those that a spreadsheet would run: only for files that are read back by programs. */
  readonly verbatim?: boolean;
  /** What stands between cells, where it is not the flavour's. */
  readonly delimiter?: string;
}

/**
 * Rows as CSV (RFC 4180). A cell with any line break is quoted, whatever ends the records: a lone line feed ends a row in
 * every spreadsheet.
 */
export function csvRows(
  rows: readonly (readonly CsvCell[])[],
  { flavour = 'strict', verbatim = false, delimiter }: CsvForm = {},
): string {
  const { mark: _, decimal, ...form } = forms[flavour];
  const written = (cell: CsvCell): CsvCell => {
    if (typeof cell === 'number') return String(cell).replace('.', decimal);
    return typeof cell === 'string' && !verbatim ? harmless(cell) : cell;
  };
  const cells = rows.map((row) => row.map(written));
  return stringify(cells as CsvCell[][], { ...form, ...(delimiter && { delimiter }), quoted_match: /[\r\n]/ });
}

/** A whole file, or its first rows: as `csvRows`, with what the file begins with. */
export function csvFile(rows: readonly (readonly CsvCell[])[], form: CsvForm = {}): string {
  return forms[form.flavour ?? 'strict'].mark + csvRows(rows, form);
}
