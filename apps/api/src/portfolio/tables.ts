import type { PortfolioTable } from '@samblikk/contract';
import type { Language, Text } from '@samblikk/questionnaire';
import {
  combineFilters,
  count,
  type Filters,
  measuresBehind,
  type PortfolioLine,
  portfolioLines,
  portfolioQuestions,
  sum,
  type Table,
  tableOf,
  withheldCode,
} from '@samblikk/statistics';
import type { Source } from './source.ts';
import { words } from './words.ts';

type Row = PortfolioTable['rows'][number];
type Cell = Row['cells'][number];

/** The sums of what measures cost, by a variable, and of how many measures each sum is. */
export function costsBy(source: Source, variable: string, filters: Filters = source.filters): Table {
  const { cost } = source.edition.roles;
  const counted = source.countedBy([variable, cost, ...Object.keys(filters)]);
  return tableOf(counted, { rows: variable, filters, statistic: 'sum', of: cost });
}

/** All of a table of sums together. */
export function costInAll(table: Table): { kroner: number | null; n: number; blank: number; withheld: number } {
  return {
    kroner: sum(table.values.filter((value) => value !== null)),
    n: sum(table.counts.map((n) => n ?? 0)) ?? 0,
    blank: table.leftOut.withoutAmount,
    withheld: table.leftOut.amountWithheld,
  };
}

const measures = 'measures' as const;
const kroner = 'kroner' as const;

/** The two columns on cost: the sum, and how many measures it is of. */
const costColumns = (language: Language): PortfolioTable['columns'] => [
  { code: 'cost', label: words.cost[language], unit: kroner },
  { code: 'stated', label: words.ofMeasures[language], unit: measures },
];

/** The cells of these: of one row, or of all. */
function costCells(source: Source, costs: Table, row?: string): Cell[] {
  const at = costs.dimensions[0]?.categories.findIndex(({ code }) => code === row) ?? -1;
  const all = costInAll(costs);
  const [value, n] = row === undefined ? [all.kroner, all.n] : [costs.values[at] ?? null, costs.counts[at] ?? 0];
  // A category that nobody is in has no query.
  const list = n > 0 ? source.listOf(measuresBehind(costs, row)) : null;
  return [
    { value, list },
    { value: n, list },
  ];
}

/** Cost by phase: how many measures of each phase are in each band, and what they cost together. */
export function phaseTable(source: Source, language: Language): PortfolioTable {
  const { phase, costBand } = portfolioQuestions;
  const counted = source.countedBy([phase, costBand, ...Object.keys(source.filters)]);
  const table = tableOf(counted, { rows: phase, columns: costBand, filters: source.filters });
  const costs = costsBy(source, phase);
  const [rows, columns] = table.dimensions;
  const bands = columns?.categories ?? [];
  const cell = (value: number | null | undefined, row?: string, column?: string): Cell => ({
    value: value ?? null,
    list: value ? source.listOf(measuresBehind(table, row, column)) : null,
  });
  return {
    id: 'phases',
    title: words.phases[language],
    rowLabel: rows?.label[language] ?? phase,
    columns: [
      ...bands.map(({ code, label }) => ({ code, label: label[language], unit: measures })),
      { code: 'all', label: words.all[language], unit: measures },
      ...costColumns(language),
    ],
    rows: (rows?.categories ?? []).map(
      ({ code, label }, at): Row => ({
        ...{ code, label: label[language] },
        cells: [
          ...bands.map((band, column) => cell(table.counts[at * bands.length + column], code, band.code)),
          cell(table.margins.rows[at], code),
          ...costCells(source, costs, code),
        ],
      }),
    ),
    total: [
      ...bands.map(({ code }, column) => cell(table.margins.columns?.[column], undefined, code)),
      cell(table.n),
      ...costCells(source, costs),
    ],
    n: table.n,
    notes: said([...table.notes, words.nominal], language),
  };
}

/** Whose the measures are: how many each has, and what they cost together. */
export function ownerTable(source: Source, of: 'agency' | 'ministry', language: Language): PortfolioTable {
  const variable = source.edition.roles[of];
  const counted = source.countedBy([variable, ...Object.keys(source.filters)]);
  const table = tableOf(counted, { rows: variable, filters: source.filters });
  const costs = costsBy(source, variable);
  const [rows] = table.dimensions;
  const cell = (value: number | null | undefined, row?: string): Cell => ({
    value: value ?? null,
    list: value ? source.listOf(measuresBehind(table, row)) : null,
  });
  const found = (rows?.categories ?? []).map(({ code, label }, at) => ({
    ...{ code, label: label[language], n: table.margins.rows[at] ?? 0 },
    cells: [cell(table.margins.rows[at], code), ...costCells(source, costs, code)],
  }));
  return {
    id: of,
    title: words[of][language],
    rowLabel: rows?.label[language] ?? variable,
    columns: [{ code: 'all', label: words.measures[language], unit: measures }, ...costColumns(language)],
    rows: found
      .filter(({ n }) => n > 0)
      .sort((a, b) => b.n - a.n)
      .map(({ n: _, ...row }) => row),
    total: [cell(table.n), ...costCells(source, costs)],
    n: table.n,
    notes: said([words.nominal], language),
  };
}

/** Cross-cutting and unfunded, and what is shared: of those that answered, and what they cost. Null where the round asked none of it. */
export function linesTable(source: Source, language: Language): PortfolioTable | null {
  const known = portfolioLines.filter(({ where }) => Object.keys(where).every((id) => source.rows.columns.has(id)));
  if (known.length === 0) return null;
  return {
    id: 'lines',
    title: words.lines[language],
    rowLabel: words.what[language],
    columns: [
      { code: 'all', label: words.measures[language], unit: measures },
      { code: 'base', label: words.answered[language], unit: measures },
      ...costColumns(language),
    ],
    rows: known.map((line) => lineRow(source, line, language)),
    total: null,
    n: count(source.countedBy(Object.keys(source.filters)), source.filters),
    notes: said([words.linesOf, words.nominal], language),
  };
}

/** How many measures a line is of, those withheld whole included where they may be counted. */
export function countLine(source: Source, where: Filters): Cell & { readonly value: number } {
  const filters = combineFilters(source.filters, where);
  const value = count(source.countedBy(Object.keys(filters)), filters);
  return { value, list: source.listOf(filters) };
}

function lineRow(source: Source, { code, label, where }: PortfolioLine, language: Language): Row {
  const [first = ''] = Object.keys(where);
  const costs = costsBy(source, first, combineFilters(source.filters, where));
  return {
    ...{ code, label: label[language] },
    cells: [
      linked(countLine(source, where)),
      linked(countLine(source, answeredTo(source, where))),
      ...costCells(source, costs),
    ],
  };
}

const linked = ({ value, list }: Cell): Cell => ({ value, list: value ? list : null });

/** Those that gave any answer to the questions of a line, as far as it may be told. */
function answeredTo({ rows }: Source, where: Filters): Filters {
  return Object.fromEntries(
    Object.keys(where).map((id) => {
      const codes = rows.columns.get(id)?.categories.map(({ code }) => code) ?? [];
      return [id, codes.filter((code) => code !== withheldCode)];
    }),
  );
}

const said = (texts: readonly Text[], language: Language): string[] => texts.map((text) => text[language]);
