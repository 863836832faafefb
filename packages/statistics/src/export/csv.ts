import { type CsvFlavour, csvFile } from '@samblikk/files';
import type { Language, Text } from '@samblikk/questionnaire';
import type { Table } from '../table.ts';
import { unitName } from './explanation.ts';

/** As the file is for programs (decimal point) or for a Norwegian Excel (decimal comma). */
export type Flavour = CsvFlavour;

const decimals = { strict: '.', excel: ',' } as const satisfies Record<Flavour, string>;

const codeName: Text = { nb: 'kode', nn: 'kode', en: 'code' };

/** A header for programs (`phase`, `phase_label`) or for people (`Fase (kode)`, `Fase`). */
function headerOf(table: Table, language: Language, flavour: Flavour): string[] {
  const sides = table.dimensions.flatMap(({ id, label }, place) => {
    const name = place > 0 && id === table.dimensions[0]?.id ? `${id}-2` : id;
    return flavour === 'strict'
      ? [name, `${name}_label`]
      : [`${label[language]} (${codeName[language]})`, label[language]];
  });
  const unit = flavour === 'strict' ? 'value' : unitName[table.unit][language];
  const count = flavour === 'strict' ? 'count' : unitName.measures[language];
  return [...sides, unit, ...(table.measure === 'count' ? [] : [count])];
}

/**
 * A table as CSV: one line per cell with codes and labels, the value, and for shares and amounts how many measures
 * are behind it. Withheld numbers are `:`, empty bases are empty. Texts that a spreadsheet would run as a formula get
 * an apostrophe in front.
 */
export function toCsv(table: Table, language: Language, { flavour = 'strict' }: { flavour?: Flavour } = {}): string {
  const decimal = decimals[flavour];
  const [rows, columns] = table.dimensions;
  const number = (value: number | null | undefined): string =>
    // Four decimals are more than a share of a few hundred measures can mean.
    value === null || value === undefined ? '' : String(Math.round(value * 1e4) / 1e4).replace('.', decimal);
  const width = columns?.categories.length ?? 1;
  const lines = (rows?.categories ?? []).flatMap((row, i) =>
    (columns?.categories ?? [undefined]).map((column, j) => {
      const cell = i * width + j;
      const labels = [row, column].flatMap((side) => (side ? [side.code, side.label[language]] : []));
      const value = table.status?.[cell] ?? number(table.values[cell]);
      return [...labels, value, ...(table.measure === 'count' ? [] : [number(table.counts[cell])])];
    }),
  );
  return csvFile([headerOf(table, language, flavour), ...lines], { flavour });
}
