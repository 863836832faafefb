import { type Language, releaseName, type Text } from '@samblikk/questionnaire';
import type { Dimension } from '../dimension.ts';
import { copyOf } from '../filter.ts';
import { measuresBehind } from '../measures-behind.ts';
import { mapMargins, type Place, placesOf } from '../places.ts';
import type { Provenance } from '../provenance.ts';
import { provenanceSentence } from '../provenance-words.ts';
import type { FindingPart } from '../report/sentence.ts';
import type { Table } from '../table.ts';
import { contentsOf } from '../title.ts';
import { baseInWords, unitName } from './explanation.ts';
import { distinctNames } from './names.ts';
import { signNotes, signsOf } from './signs.ts';

const source: Text = {
  nb: 'Samblikk, digitaliseringstiltak i staten',
  nn: 'Samblikk, digitaliseringstiltak i staten',
  en: 'Samblikk, digitalisation measures in central government',
};

/** Decimals to show: shares and counts are whole, as the yearly reports have them. */
const decimals = 0;

const words = {
  contents: { nb: 'Statistikkvariabel', nn: 'Statistikkvariabel', en: 'Contents' },
  year: { nb: 'År', nn: 'År', en: 'Year' },
} satisfies Record<string, Text>;

/** What stands after a number. */
const symbols: Partial<Record<Table['unit'], string>> = { percent: '%', kroner: 'kr' };

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

/** What the numbers are, and of when: dimensions of one category, which programs for official statistics look for. */
function contentsAndYear(table: Table, language: Language) {
  const { statistic, unit, edition } = table;
  const year = String(edition.year);
  const symbol = symbols[unit];
  return {
    contents: {
      label: words.contents[language],
      category: {
        index: [statistic],
        label: { [statistic]: contentsOf(table)[language] },
        unit: {
          [statistic]: {
            label: unitName[unit][language],
            base: baseInWords(table, language),
            decimals,
            ...(symbol !== undefined && { symbol, position: 'end' as const }),
          },
        },
      },
      extension: { several: false },
    },
    year: {
      label: words.year[language],
      category: { index: [year], label: { [year]: year } },
      extension: { several: false },
    },
  };
}

/**
 * A table as JSON-stat 2.0 (https://json-stat.org/full/), in the shape that the contract declares (packages/contract: `jsonStatSchema`),
 * but for the address of the register, which the API adds. Shares are in per cent and not rounded; the unit says how many decimals to show.
 * After the sides of the table come `contents` (role metric) and `year` (role time), of one category each.
 * @param finding what the table says, as a sentence in pieces, when it is a figure of the report
 * @example
 * toJsonStat(tableOf(dataset, { rows: 'funding' }), 'nb').value // → [2, 1, 0, 1]
 */
export function toJsonStat(table: Table, language: Language, finding?: readonly FindingPart[]) {
  const { dimensions, release, edition } = table;
  const { contents, year } = contentsAndYear(table, language);
  const all = [...dimensions.map((dimension) => toDimension(dimension, language)), contents, year];
  const names = distinctNames([...dimensions.map(({ id }) => id), 'contents', 'year']);
  const signs = signsOf(table);
  return {
    version: '2.0' as const,
    class: 'dataset' as const,
    label: table.title[language],
    source: `${source[language]}, ${edition.year}`,
    ...(release && { updated: release.frozenAt }),
    id: names,
    size: all.map(({ category }) => category.index.length),
    role: { time: names.slice(-1), metric: names.slice(-2, -1) },
    dimension: Object.fromEntries(all.map((dimension, place) => [names[place] ?? '', dimension])),
    value: [...table.values],
    ...(Object.keys(signs).length > 0 && { status: { ...signs } }),
    note: [...(table.notice ? [table.notice] : []), ...table.notes, ...signNotes(table)].map((note) => note[language]),
    extension: {
      release: release ? { id: release.id, number: release.number, name: releaseName(release), n: release.n } : null,
      frozenAt: release?.frozenAt ?? null,
      dataAsOf: release?.dataAsOf ?? null,
      edition: edition.id,
      year: edition.year,
      measure: table.statistic,
      of: table.of ?? null,
      p: table.p ?? null,
      unit: table.unit,
      decimals,
      n: table.n,
      base: table.base,
      shareOf: table.shareOf ?? null,
      several: dimensions.some(({ several }) => several),
      layout: table.layout ?? null,
      filters: copyOf(table.filters),
      counts: [...table.counts],
      margins: mapMargins(table.margins, (count) => count),
      leftOut: { ...table.leftOut },
      late: table.late,
      notice: table.notice?.[language] ?? null,
      provenance: table.provenance ? provenanceIn(table.provenance, table.unit, language) : null,
      measures: queriesOf(table),
      finding:
        finding?.map(({ measures, ...part }) => ({ ...part, ...(measures && { measures: copyOf(measures) }) })) ?? null,
    },
  };
}

function provenanceIn(provenance: Provenance, unit: Table['unit'], language: Language) {
  const { source: from, values, counts, margins, n } = provenance;
  const text = provenanceSentence(provenance, unit)[language];
  return {
    ...{ source: from[language], text, values: [...values], counts: [...counts], n },
    margins: mapMargins(margins, (origin) => origin),
  };
}

/** The register query behind every number, in the shape of the numbers themselves. */
function queriesOf(table: Table) {
  const { cells, margins } = placesOf(table);
  const behind = (place: Place) => copyOf(measuresBehind(table, ...place));
  return { cells: cells.map(behind), ...mapMargins(margins, behind), all: behind([]) };
}
