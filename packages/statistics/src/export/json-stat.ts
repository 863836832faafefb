import type { Language, Text } from '@samblikk/questionnaire';
import type { Dimension } from '../dimension.ts';
import type { Filters } from '../filter.ts';
import { measuresBehind } from '../measures-behind.ts';
import type { Table } from '../table.ts';

/** A JSON-stat 2.0 dataset (https://json-stat.org/full/) with what else must travel with the numbers in `extension`. */
export interface JsonStat {
  readonly version: '2.0';
  readonly class: 'dataset';
  readonly label: string;
  readonly source: string;
  /** The freeze time of the release. */
  readonly updated?: string;
  /** Rows, then columns when there are any. */
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly dimension: Readonly<Record<string, JsonStatDimension>>;
  /** Row major; null where the base is empty or the number is withheld. */
  readonly value: readonly (number | null)[];
  /** `:` where a number is withheld, by index. */
  readonly status?: Readonly<Record<string, string>>;
  readonly note: readonly string[];
  readonly extension: {
    readonly release: { readonly id: string; readonly number: number; readonly n: number } | null;
    readonly frozenAt: string | null;
    readonly edition: string;
    readonly year: number;
    readonly measure: string;
    readonly unit: string;
    /** Decimals that make sense to show. */
    readonly decimals: number;
    /** Measures in the table. */
    readonly n: number;
    readonly base: string;
    readonly shareOf: string | null;
    /** Whether a measure may count in several categories; per dimension in the dimension's own `extension`. */
    readonly several: boolean;
    readonly filters: Filters;
    /** Measures per cell, in the order of `value`. */
    readonly counts: readonly (number | null)[];
    readonly margins: Table['margins'];
    readonly leftOut: Table['leftOut'];
    /** The queries of the register that list what is counted: per cell in the order of `value`, per margin, and all of it. */
    readonly measures: {
      readonly cells: readonly Filters[];
      readonly rows: readonly Filters[];
      readonly columns?: readonly Filters[];
      readonly all: Filters;
    };
  };
}

export interface JsonStatDimension {
  readonly label: string;
  readonly category: { readonly index: readonly string[]; readonly label: Readonly<Record<string, string>> };
  readonly extension: { readonly several: boolean };
}

const source: Text = {
  nb: 'Samblikk, digitaliseringstiltak i staten',
  nn: 'Samblikk, digitaliseringstiltak i staten',
  en: 'Samblikk, digitalisation measures in central government',
};

/** Decimals to show: shares and counts are whole, as the yearly reports have them. */
const decimals = 0;

function toDimension({ label, several, categories }: Dimension, language: Language): JsonStatDimension {
  return {
    label: label[language],
    category: {
      index: categories.map(({ code }) => code),
      label: Object.fromEntries(categories.map((category) => [category.code, category.label[language]])),
    },
    extension: { several },
  };
}

/**
 * A table as JSON-stat 2.0. Shares are in per cent and not rounded; `extension.decimals` says how many to show.
 * @example
 * toJsonStat(tableOf(dataset, { rows: 'funding' }), 'nb').value // → [2, 1, 0, 1]
 */
export function toJsonStat(table: Table, language: Language): JsonStat {
  const { dimensions, release, status, edition } = table;
  // Two dimensions of the same variable need two names.
  const names = dimensions.map(({ id }, place) => (place > 0 && id === dimensions[0]?.id ? `${id}-2` : id));
  return {
    version: '2.0',
    class: 'dataset',
    label: table.title[language],
    source: `${source[language]}, ${edition.year}`,
    ...(release && { updated: release.frozenAt }),
    id: names,
    size: dimensions.map(({ categories }) => categories.length),
    dimension: Object.fromEntries(
      dimensions.map((dimension, place) => [names[place], toDimension(dimension, language)]),
    ),
    value: table.values,
    ...(status && { status }),
    note: table.notes.map((note) => note[language]),
    extension: {
      release: release ? { id: release.id, number: release.number, n: release.n } : null,
      frozenAt: release?.frozenAt ?? null,
      edition: edition.id,
      year: edition.year,
      measure: table.measure,
      unit: table.unit,
      decimals,
      n: table.n,
      base: table.base,
      shareOf: table.shareOf ?? null,
      several: dimensions.some(({ several }) => several),
      filters: table.filters,
      counts: table.counts,
      margins: table.margins,
      leftOut: table.leftOut,
      measures: queriesOf(table),
    },
  };
}

/** The register query behind every number, in the shape of the numbers themselves. */
function queriesOf(table: Table): JsonStat['extension']['measures'] {
  const [rows = [], columns] = table.dimensions.map(({ categories }) => categories.map(({ code }) => code));
  return {
    cells: rows.flatMap((row) => (columns ?? [undefined]).map((column) => measuresBehind(table, row, column))),
    rows: rows.map((row) => measuresBehind(table, row)),
    ...(columns && { columns: columns.map((column) => measuresBehind(table, undefined, column)) }),
    all: measuresBehind(table),
  };
}
