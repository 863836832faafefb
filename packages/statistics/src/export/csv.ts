import { type CsvColumn, type CsvFlavour, csvFile } from '@samblikk/files';
import type { Language, Text } from '@samblikk/questionnaire';
import type { Dimension } from '../dimension.ts';
import { originWords } from '../provenance-words.ts';
import type { Table } from '../table.ts';
import { unitName } from './explanation.ts';
import { distinctNames } from './names.ts';
import { signAt, signTexts } from './signs.ts';

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

/** A column of the CSV of a table: a code of a variable, what the code means, or a number. */
export type TableColumn = CsvColumn & {
  /** Whose codes it holds. */
  readonly dimension?: Dimension;
};

/** The columns of a table’s CSV, in their order. */
export function csvColumns(table: Table, language: Language): TableColumn[] {
  const names = distinctNames(table.dimensions.map(({ id }) => id));
  const sides = table.dimensions.flatMap((dimension, place): TableColumn[] => {
    const { id, label } = dimension;
    const name = names[place] ?? id;
    const heading = label[language];
    return [
      { name, heading: `${heading} (${codeName[language]})`, type: 'text', dimension },
      { name: `${name}_label`, heading, type: 'text' },
    ];
  });
  const counts = table.statistic === 'count';
  const about = (which: keyof typeof aboutNames.nb): TableColumn => ({
    ...{ name: aboutNames.program[which], heading: aboutNames[language][which], type: 'text' },
  });
  return [
    ...sides,
    // Whole kroner have a median that need not be whole.
    {
      name: 'value',
      heading: unitName[table.unit][language],
      type: counts ? 'number' : 'decimal',
      none: Object.keys(signTexts),
    },
    ...(counts ? [] : [{ name: 'count', heading: unitName.measures[language], type: 'number' } as const]),
    ...(table.provenance ? [about('provenance')] : []),
    ...(table.notice ? [about('notice')] : []),
  ];
}

/**
 * A table as CSV: one line per cell with codes and labels, the value, and for shares and amounts how many measures
 * are behind it; of a reconstruction, whether the number is published or invented, and the notice. Where there is no number stands why (`signs.ts`). Texts that a spreadsheet would run as a formula get
 * an apostrophe in front.
 */
export function toCsv(table: Table, language: Language, { flavour = 'strict' }: { flavour?: Flavour } = {}): string {
  const decimal = decimals[flavour];
  const number = (value: number | null | undefined): string =>
    // Four decimals are more than a share of a few hundred measures can mean.
    value === null || value === undefined ? '' : String(Math.round(value * 1e4) / 1e4).replace('.', decimal);
  const lines = cellsOf(table.dimensions).map((categories, cell) => {
    const labels = categories.flatMap(({ code, label }) => [code, label[language]]);
    const value = signAt(table, cell) ?? number(table.values[cell]);
    const origin = table.provenance?.values[cell];
    return [
      ...labels,
      value,
      ...(table.statistic === 'count' ? [] : [number(table.counts[cell])]),
      ...(origin ? [flavour === 'strict' ? origin : originWords[origin][language]] : []),
      ...(table.notice ? [table.notice[language]] : []),
    ];
  });
  const columns = csvColumns(table, language);
  const header = columns.map(({ name, heading }) => (flavour === 'strict' ? name : heading));
  return csvFile([header, ...lines], { flavour });
}

/** The categories of each cell, row major. */
function cellsOf(dimensions: readonly Dimension[]): readonly (readonly Dimension['categories'][number][])[] {
  return dimensions.reduce<readonly (readonly Dimension['categories'][number][])[]>(
    (cells, { categories }) => cells.flatMap((cell) => categories.map((category) => [...cell, category])),
    [[]],
  );
}
