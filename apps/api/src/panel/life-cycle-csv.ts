import type { LifeCycle } from '@samblikk/contract';
import { type CsvCell, csvFile } from '@samblikk/files';
import type { Language, Text } from '@samblikk/questionnaire';
import { publicOnes } from './words.ts';

const headings = {
  table: { nb: 'Tabell', nn: 'Tabell', en: 'Table' },
  code: { nb: 'Kode', nn: 'Kode', en: 'Code' },
  label: { nb: 'Navn', nn: 'Namn', en: 'Name' },
  statistic: { nb: 'Hva tallet er', nn: 'Kva talet er', en: 'What the number is' },
  value: { nb: 'Tall', nn: 'Tal', en: 'Number' },
  unit: { nb: 'Enhet', nn: 'Eining', en: 'Unit' },
  base: { nb: 'Grunnlag', nn: 'Grunnlag', en: 'Base' },
  n: { nb: 'Tiltak i alt (n)', nn: 'Tiltak i alt (n)', en: 'Measures in all (n)' },
  selection: { nb: 'Utvalg', nn: 'Utval', en: 'Selection' },
  releases: { nb: 'Utgaver', nn: 'Utgåver', en: 'Releases' },
  note: { nb: 'Merknad', nn: 'Merknad', en: 'Note' },
  source: { nb: 'Adresse', nn: 'Adresse', en: 'Address' },
} satisfies Record<string, Text>;

type Line = readonly [code: string, label: string, statistic: string, value: number | null, unit: string];

/** The life cycle as CSV: a line for each number, with all that must be known of it in the line itself, as of tables. */
export function lifeCycleCsv(cycle: LifeCycle, language: Language, format: 'csv' | 'csv-excel'): string {
  const { time, growth, funding, ended } = cycle;
  const common = [
    [publicOnes[language], cycle.selection].filter(Boolean).join('; '),
    cycle.releases.map(({ release }) => release).join(' '),
    [...cycle.notes, ...cycle.notice].join(' ') || null,
    cycle.page,
  ];
  const lines = (table: string, of: { base: string; n: number }, all: readonly Line[]): CsvCell[][] =>
    all.map(([code, label, statistic, value, unit]) => [
      table,
      code,
      label,
      statistic,
      value,
      unit,
      of.base,
      of.n,
      ...common,
    ]);
  const rows = [
    ...(time ? lines('time', { base: time.base, n: sumOf(time.rows.map(({ there }) => there)) }, timeLines(time)) : []),
    ...(growth ? lines('growth', growth, growthLines(growth)) : []),
    ...(funding ? lines('funding', { base: funding.base, n: funding.lacked }, fundingLines(funding)) : []),
    ...(ended
      ? lines(
          'ended',
          ended,
          ended.rows.map(({ code, label, measures }): Line => [code, label, 'measures', measures.length, 'measures']),
        )
      : []),
  ];
  const names = Object.keys(headings) as (keyof typeof headings)[];
  const strict = format === 'csv';
  const header = strict ? names : names.map((name) => headings[name][language]);
  return csvFile([header, ...rows], { flavour: strict ? 'strict' : 'excel' });
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

const timeLines = ({ rows }: NonNullable<LifeCycle['time']>): Line[] =>
  rows.flatMap(({ code, label, there, yearsSoFar, left, yearsUntilLeft }): Line[] => [
    [code, label, 'there', there, 'measures'],
    [code, label, 'yearsSoFar', yearsSoFar, 'years'],
    [code, label, 'left', left, 'measures'],
    [code, label, 'yearsUntilLeft', yearsUntilLeft, 'years'],
  ]);

function growthLines({ variable, label, measures, ...growth }: NonNullable<LifeCycle['growth']>): Line[] {
  const { n, first, latest, percent, quartiles, rose, same, fell } = growth;
  const all: readonly (readonly [string, number | null, string])[] = [
    ...([
      ['n', n, 'measures'],
      ['first', first, 'kroner'],
      ['latest', latest, 'kroner'],
      ['percent', percent, 'percent'],
    ] as const),
    ...([
      ['lowerQuartile', quartiles.lower, 'percent'],
      ['median', quartiles.median, 'percent'],
    ] as const),
    ...([
      ['upperQuartile', quartiles.upper, 'percent'],
      ['rose', rose, 'measures'],
    ] as const),
    ...([
      ['same', same, 'measures'],
      ['fell', fell, 'measures'],
    ] as const),
  ];
  return [
    ...all.map(([statistic, value, unit]): Line => [variable, label, statistic, value, unit]),
    ...measures.flatMap(({ number, title, first: from, latest: to, percent: own }): Line[] => [
      [number, title ?? number, `first ${from.year}`, from.kroner, 'kroner'],
      [number, title ?? number, `latest ${to.year}`, to.kroner, 'kroner'],
      [number, title ?? number, 'percent', own, 'percent'],
    ]),
  ];
}

const fundingLines = ({ variable, label, lacked, won, by }: NonNullable<LifeCycle['funding']>): Line[] => [
  [variable, label, 'lacked', lacked, 'measures'],
  [variable, label, 'won', won, 'measures'],
  ...by.flatMap((one): Line[] => [
    [one.code, one.label, 'lacked', one.lacked, 'measures'],
    [one.code, one.label, 'won', one.won, 'measures'],
  ]),
];
