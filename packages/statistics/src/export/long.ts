import type { CsvColumn, ParquetType } from '@samblikk/files';
import { type Language, releaseName, type Text } from '@samblikk/questionnaire';
import type { Category, Dimension } from '../dimension.ts';
import { filterTexts } from '../filter.ts';
import { originWords } from '../provenance-words.ts';
import type { Table } from '../table.ts';
import { contentsOf, filterInWords } from '../title.ts';
import { baseCode, baseInWords, unitName } from './explanation.ts';
import { distinctNames } from './names.ts';
import { signAt, signTexts } from './signs.ts';
import type { Where } from './where.ts';

// A table in long format: a line for each cell, with all that must be known of its number in the line itself.

/** One cell of a table, and the category of each side that it is of. */
export interface Line {
  readonly cell: number;
  readonly categories: readonly Category[];
}

type Value = string | number | null;

/** A column of a table in long format: a code of a variable, what the code means, a number, or what the number is. */
export type LongColumn = CsvColumn & {
  /** Whose codes it holds. */
  readonly dimension?: Dimension;
  readonly kind: Exclude<ParquetType, 'boolean'>;
  /** For programs: codes, and null where there is no number. */
  value(line: Line): Value;
  /** For people, where they read something else. */
  said?(line: Line): Value;
};

const headings = {
  code: { nb: 'kode', nn: 'kode', en: 'code' },
  status: { nb: 'Hvorfor tallet mangler', nn: 'Kvifor talet manglar', en: 'Why there is no number' },
  provenance: { nb: 'Tallet er', nn: 'Talet er', en: 'The number is' },
  notice: { nb: 'Merknad', nn: 'Merknad', en: 'Note' },
  contents: { nb: 'Tallet viser', nn: 'Talet viser', en: 'The number tells' },
  unit: { nb: 'Enhet', nn: 'Eining', en: 'Unit' },
  base: { nb: 'Grunnlag', nn: 'Grunnlag', en: 'Base' },
  n: { nb: 'Tiltak i tabellen (n)', nn: 'Tiltak i tabellen (n)', en: 'Measures in the table (n)' },
  selection: { nb: 'Utvalg', nn: 'Utval', en: 'Selection' },
  year: { nb: 'År', nn: 'År', en: 'Year' },
  release: { nb: 'Utgave', nn: 'Utgåve', en: 'Release' },
  source: { nb: 'Adresse', nn: 'Adresse', en: 'Address' },
} satisfies Record<string, Text>;

/** Every cell of a table, in the order of its values. */
export function linesOf({ dimensions }: Table): Line[] {
  let lines: Category[][] = [[]];
  for (const { categories } of dimensions)
    lines = lines.flatMap((before) => categories.map((category) => [...before, category]));
  return lines.map((categories, cell) => ({ cell, categories }));
}

/** The columns of a table in long format. The first are the sides, then the number, then what it is. */
export function longColumns(table: Table, language: Language, where?: Where): LongColumn[] {
  const say = (which: keyof typeof headings) => headings[which][language];
  const text = (name: keyof typeof headings, value: LongColumn['value'], said?: LongColumn['value']): LongColumn => ({
    ...{ name, heading: say(name), type: 'text', kind: 'text', value },
    ...(said && { said }),
  });
  const { release, filters, provenance, notice } = table;
  const what = [table.statistic, table.of, table.p].filter((part) => part !== undefined).join(':');
  const chosen = filterTexts(filters);
  const inWords = table.filtered.map((filter) => filterInWords(filter, language));
  const year = release?.year ?? table.edition.year;
  const source = where && (where.page ?? where.data);
  return [
    ...sidesOf(table, language),
    numberColumn(table, language),
    ...(table.statistic === 'count' ? [] : [countColumn(table, language)]),
    ...(provenance
      ? [
          text(
            'provenance',
            ({ cell }) => provenance.values[cell] ?? null,
            ({ cell }) => originWords[provenance.values[cell] ?? 'invented'][language],
          ),
        ]
      : []),
    ...(notice ? [text('notice', () => notice[language])] : []),
    text(
      'contents',
      () => what,
      () => contentsOf(table)[language],
    ),
    text(
      'unit',
      () => table.unit,
      () => unitName[table.unit][language],
    ),
    text(
      'base',
      () => baseCode(table),
      () => baseInWords(table, language),
    ),
    { name: 'n', heading: say('n'), type: 'number', kind: 'number', value: () => table.n },
    text(
      'selection',
      () => chosen.join('&') || null,
      () => inWords.join('; ') || null,
    ),
    { name: 'year', heading: say('year'), type: 'number', kind: 'number', value: () => year },
    ...(release ? [text('release', () => releaseName(release))] : []),
    ...(source === undefined ? [] : [text('source', () => source)]),
  ];
}

/** Why there is no number, where files have a column for it. */
export function statusColumn(table: Table, language: Language): LongColumn {
  const value = ({ cell }: Line) => signAt(table, cell) ?? null;
  return { name: 'status', heading: headings.status[language], type: 'text', kind: 'text', value };
}

function sidesOf({ dimensions }: Table, language: Language): LongColumn[] {
  const names = distinctNames(dimensions.map(({ id }) => id));
  return dimensions.flatMap((dimension, place): LongColumn[] => {
    const { id, label } = dimension;
    const name = names[place] ?? id;
    const heading = label[language];
    const code = ({ categories }: Line) => categories[place]?.code ?? null;
    const said = ({ categories }: Line) => categories[place]?.label[language] ?? null;
    return [
      {
        ...{ name, heading: `${heading} (${headings.code[language]})`, type: 'text', kind: 'text' },
        ...{ dimension, value: code },
      },
      { name: `${name}_label`, heading, type: 'text', kind: 'text', value: said },
    ];
  });
}

/** The number itself. Four decimals are more than a share of a few hundred measures can mean; whole kroner may have a median that is not. */
function numberColumn(table: Table, language: Language): LongColumn {
  const counts = table.statistic === 'count';
  return {
    ...{ name: 'value', heading: unitName[table.unit][language], none: Object.keys(signTexts) },
    ...{ type: counts ? 'number' : 'decimal', kind: counts ? 'number' : 'decimal' },
    value: ({ cell }) => {
      const value = table.values[cell];
      if (value === null || value === undefined || signAt(table, cell) !== undefined) return null;
      return Math.round(value * 1e4) / 1e4;
    },
  };
}

function countColumn({ counts }: Table, language: Language): LongColumn {
  return {
    ...{ name: 'count', heading: unitName.measures[language], type: 'number', kind: 'number' },
    value: ({ cell }) => counts[cell] ?? null,
  };
}
