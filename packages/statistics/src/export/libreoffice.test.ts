import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { computeFigure } from '../figure.ts';
import { figuresOf } from '../report/index.ts';
import { dataset2019 } from '../report/survey-2019.ts';
import { type Table, tableOf } from '../table.ts';
import { toXlsx } from './xlsx.ts';

/** Whether there is a LibreOffice to read with. It is not installed for the sake of the test. */
const libreOffice = spawnSync('soffice', ['--version']).status === 0;

/** All sheets of a workbook as LibreOffice reads them: numbers as they are, not as they are shown. */
function readByLibreOffice(workbooks: Readonly<Record<string, Uint8Array>>): Record<string, string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'samblikk-office-'));
  try {
    for (const [name, bytes] of Object.entries(workbooks)) writeFileSync(join(folder, `${name}.xlsx`), bytes);
    // Comma, quotes, UTF-8, … not as shown, every sheet to a file of its own.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    const files = Object.keys(workbooks).map((name) => join(folder, `${name}.xlsx`));
    execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, ...files]);
    const written = readdirSync(folder).filter((name) => name.endsWith('.csv'));
    return Object.fromEntries(
      written.map((name) => [
        name.replace('.csv', ''),
        parse(readFileSync(join(folder, name)), { relax_column_count: true }),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The numbers of a table as its sheet has them: rows down, columns across, without sums. */
function numbersIn(sheet: readonly string[][], { dimensions }: Table): number[] {
  const [rows, columns] = dimensions.map(({ categories }) => categories.length);
  return sheet.slice(3, 3 + (rows ?? 0)).flatMap((line) => line.slice(1, 1 + (columns ?? 1)).map(Number));
}

test.skipIf(!libreOffice)(
  'LibreOffice reads the same numbers in a figure and a table (skipped where it is not installed)',
  async () => {
    const [, , , figure] = figuresOf(dataset2019);
    const tables: Record<string, Table> = {
      ...(figure && { figure: computeFigure(figure, dataset2019) }),
      counts: tableOf(dataset2019, { rows: 'phase', columns: 'funding' }),
      shares: tableOf(dataset2019, { rows: 'effects', columns: 'phase', statistic: 'share' }),
      sums: tableOf(dataset2019, { rows: 'ministry', statistic: 'sum', of: 'totalCost' }),
    };
    const books = await Promise.all(
      Object.entries(tables).map(async ([name, table]) => [name, await toXlsx([table], 'nb')] as const),
    );
    const read = readByLibreOffice(Object.fromEntries(books));
    for (const [name, table] of Object.entries(tables)) {
      const numbers = numbersIn(read[`${name}-Tabell 1`] ?? [], table);
      const close = table.values.map((value) => expect.closeTo(value ?? Number.NaN, 9));
      expect([name, numbers]).toEqual([name, close]);
      const explained = new Map(read[`${name}-Forklaring`]?.map(([term, said]) => [term, said]));
      expect([name, explained.get('Antall tiltak i tabellen (n)')]).toEqual([name, String(table.n)]);
    }
  },
  60_000,
);
