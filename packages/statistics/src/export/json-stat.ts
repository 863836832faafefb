import { type Language, releaseName, type Text } from '@samblikk/questionnaire';
import type { Dimension } from '../dimension.ts';
import type { Filters } from '../filter.ts';
import { measuresBehind } from '../measures-behind.ts';
import type { Provenance } from '../provenance.ts';
import { provenanceSentence } from '../provenance-words.ts';
import type { FindingPart } from '../report/findings.ts';
import type { Table } from '../table.ts';

const source: Text = {
  nb: 'Samblikk, digitaliseringstiltak i staten',
  nn: 'Samblikk, digitaliseringstiltak i staten',
  en: 'Samblikk, digitalisation measures in central government',
};

/** Decimals to show: shares and counts are whole, as the yearly reports have them. */
const decimals = 0;

function toDimension({ label, several, categories }: Dimension, language: Language) {
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
 * A table as JSON-stat 2.0 (https://json-stat.org/full/), in the shape that the contract declares (packages/contract: `jsonStatSchema`),
 * but for the address of the register, which the API adds. Shares are in per cent and not rounded; `extension.decimals` says how many to show.
 * @param finding what the table says, as a sentence in pieces, when it is a figure of the report
 * @example
 * toJsonStat(tableOf(dataset, { rows: 'funding' }), 'nb').value // → [2, 1, 0, 1]
 */
export function toJsonStat(table: Table, language: Language, finding?: readonly FindingPart[]) {
  const { dimensions, release, status, edition } = table;
  // Two dimensions of the same variable need two names.
  const names = dimensions.map(({ id }, place) => (place > 0 && id === dimensions[0]?.id ? `${id}-2` : id));
  return {
    version: '2.0' as const,
    class: 'dataset' as const,
    label: table.title[language],
    source: `${source[language]}, ${edition.year}`,
    ...(release && { updated: release.frozenAt }),
    id: names,
    size: dimensions.map(({ categories }) => categories.length),
    dimension: Object.fromEntries(
      dimensions.map((dimension, place) => [names[place] ?? '', toDimension(dimension, language)]),
    ),
    value: [...table.values],
    ...(status && { status: Object.fromEntries(Object.entries(status)) }),
    note: [...(table.notice ? [table.notice] : []), ...table.notes].map((note) => note[language]),
    extension: {
      release: release ? { id: release.id, number: release.number, name: releaseName(release), n: release.n } : null,
      frozenAt: release?.frozenAt ?? null,
      dataAsOf: release?.dataAsOf ?? null,
      edition: edition.id,
      year: edition.year,
      measure: table.statistic,
      of: table.of ?? null,
      unit: table.unit,
      decimals,
      n: table.n,
      base: table.base,
      shareOf: table.shareOf ?? null,
      several: dimensions.some(({ several }) => several),
      filters: copyOf(table.filters),
      counts: [...table.counts],
      margins: {
        rows: [...table.margins.rows],
        ...(table.margins.columns && { columns: [...table.margins.columns] }),
      },
      leftOut: { ...table.leftOut },
      late: table.late,
      notice: table.notice?.[language] ?? null,
      provenance: table.provenance ? provenanceIn(table.provenance, language) : null,
      measures: queriesOf(table),
      finding:
        finding?.map(({ measures, ...part }) => ({ ...part, ...(measures && { measures: copyOf(measures) }) })) ?? null,
    },
  };
}

const copyOf = (filters: Filters): Record<string, string[]> =>
  Object.fromEntries(Object.entries(filters).map(([variable, codes]) => [variable, [...codes]]));

function provenanceIn(provenance: Provenance, language: Language) {
  const { source: from, values, counts, rows, columns, n } = provenance;
  const text = provenanceSentence(provenance)[language];
  const margins = { rows: [...rows], ...(columns && { columns: [...columns] }) };
  return { source: from[language], text, values: [...values], counts: [...counts], margins, n };
}

/** The register query behind every number, in the shape of the numbers themselves. */
function queriesOf(table: Table) {
  const [rows = [], columns] = table.dimensions.map(({ categories }) => categories.map(({ code }) => code));
  const behind = (row?: string, column?: string) => copyOf(measuresBehind(table, row, column));
  return {
    cells: rows.flatMap((row) => (columns ?? [undefined]).map((column) => behind(row, column))),
    rows: rows.map((row) => behind(row)),
    ...(columns && { columns: columns.map((column) => behind(undefined, column)) }),
    all: behind(),
  };
}
