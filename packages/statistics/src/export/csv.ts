import { type CsvFlavour, csvFile } from '@samblikk/files';
import type { Language, Text } from '@samblikk/questionnaire';
import { originWords } from '../provenance-words.ts';
import type { Table } from '../table.ts';
import { unitName } from './explanation.ts';

/** As the file is for programs (decimal point) or for a Norwegian Excel (decimal comma). */
export type Flavour = CsvFlavour;

const decimals = { strict: '.', excel: ',' } as const satisfies Record<Flavour, string>;

/** Columns that say of each line what kind of number it is; there where there is something to say. */
const aboutNames = {
  program: { provenance: 'provenance', notice: 'notice' },
  nb: { provenance: 'Tallet er', notice: 'Merknad' },
  nn: { provenance: 'Talet er', notice: 'Merknad' },
  en: { provenance: 'The number is', notice: 'Note' },
} as const satisfies Record<Language | 'program', unknown>;

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
  const about = aboutNames[flavour === 'strict' ? 'program' : language];
  return [
    ...sides,
    unit,
    ...(table.statistic === 'count' ? [] : [count]),
    ...(table.provenance ? [about.provenance] : []),
    ...(table.notice ? [about.notice] : []),
  ];
}

/**
 * A table as CSV: one line per cell with codes and labels, the value, and for shares and amounts how many measures
 * are behind it; of a reconstruction, whether the number is published or invented, and the notice. Withheld numbers are `:`, empty bases are empty. Texts that a spreadsheet would run as a formula get
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
      const origin = table.provenance?.values[cell];
      return [
        ...labels,
        value,
        ...(table.statistic === 'count' ? [] : [number(table.counts[cell])]),
        ...(origin ? [flavour === 'strict' ? origin : originWords[origin][language]] : []),
        ...(table.notice ? [table.notice[language]] : []),
      ];
    }),
  );
  return csvFile([headerOf(table, language, flavour), ...lines], { flavour });
}
