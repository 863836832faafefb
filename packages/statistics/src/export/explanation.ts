import { formatDate, formatMoment, type Language, releaseName, type Text } from '@samblikk/questionnaire';
import { provenanceSentence } from '../provenance-words.ts';
import type { Table } from '../table.ts';
import { filterInWords } from '../title.ts';
import { signNotes } from './signs.ts';
import type { Where } from './where.ts';

const words = {
  edition: { nb: 'Undersøkelse', nn: 'Undersøking', en: 'Survey' },
  release: { nb: 'Utgave', nn: 'Utgåve', en: 'Release' },
  dataAsOf: { nb: 'Data per', nn: 'Data per', en: 'Data as of' },
  frozenAt: { nb: 'Utgaven ble laget', nn: 'Utgåva vart laga', en: 'Release made' },
  n: { nb: 'Antall tiltak i tabellen (n)', nn: 'Talet på tiltak i tabellen (n)', en: 'Measures in the table (n)' },
  base: { nb: 'Grunnlag', nn: 'Grunnlag', en: 'Base' },
  several: { nb: 'Flere svar mulig', nn: 'Fleire svar mogleg', en: 'Several answers possible' },
  filters: { nb: 'Utvalg', nn: 'Utval', en: 'Selection' },
  notes: { nb: 'Merknad', nn: 'Merknad', en: 'Note' },
  asked: {
    nb: 'Tiltak som fikk spørsmålet, også dem uten svar',
    nn: 'Tiltak som fekk spørsmålet, også dei utan svar',
    en: 'Measures that were asked, also those without an answer',
  },
  answered: { nb: 'Tiltak med svar', nn: 'Tiltak med svar', en: 'Measures with an answer' },
  rows: {
    nb: 'Andelene er av tiltakene i hver rad',
    nn: 'Delane er av tiltaka i kvar rad',
    en: 'Shares are of the measures in each row',
  },
  columns: {
    nb: 'Andelene er av tiltakene i hver kolonne',
    nn: 'Delane er av tiltaka i kvar kolonne',
    en: 'Shares are of the measures in each column',
  },
  layers: {
    nb: 'Andelene er av tiltakene i hvert lag',
    nn: 'Delane er av tiltaka i kvart lag',
    en: 'Shares are of the measures in each layer',
  },
  table: {
    nb: 'Andelene er av alle tiltak i tabellen',
    nn: 'Delane er av alle tiltaka i tabellen',
    en: 'Shares are of all measures in the table',
  },
  yes: { nb: 'Ja', nn: 'Ja', en: 'Yes' },
  no: { nb: 'Nei', nn: 'Nei', en: 'No' },
  unit: { nb: 'Enhet', nn: 'Eining', en: 'Unit' },
  page: { nb: 'Nettside', nn: 'Nettside', en: 'Web page' },
  data: { nb: 'Adresse for programmer', nn: 'Adresse for program', en: 'Address for programs' },
  license: { nb: 'Lisens', nn: 'Lisens', en: 'Licence' },
  numbers: { nb: 'Tallene', nn: 'Tala', en: 'The numbers' },
} satisfies Record<string, Text>;

/** What the numbers of a table are. */
export const unitName: Record<Table['unit'], Text> = {
  measures: { nb: 'Tiltak', nn: 'Tiltak', en: 'Measures' },
  percent: { nb: 'Prosent', nn: 'Prosent', en: 'Per cent' },
  kroner: { nb: 'Kroner', nn: 'Kroner', en: 'Kroner' },
};

/** Which measures the numbers are of, and what a share is a share of, in codes: `answered:rows`. */
export const baseCode = ({ base, shareOf }: Pick<Table, 'base' | 'shareOf'>): string =>
  shareOf ? `${base}:${shareOf}` : base;

/** Which measures the numbers, or the shares, of a table are of. */
export function baseInWords({ base, shareOf }: Pick<Table, 'base' | 'shareOf'>, language: Language): string {
  return [words[base][language], ...(shareOf ? [words[shareOf][language]] : [])].join('. ');
}

/** What a reader must know to use a table, as term and text. Moments are by the clock in Norway. */
export function explanationOf(
  table: Table,
  language: Language,
  where?: Where,
): readonly (readonly [term: string, text: string])[] {
  const say = (word: keyof typeof words) => words[word][language];
  const { release } = table;
  const several = table.dimensions.filter((dimension) => dimension.several);
  return [
    [say('edition'), String(table.edition.year)],
    ...(release
      ? ([
          [say('release'), `${releaseName(release)} (n = ${release.n})`],
          [say('dataAsOf'), formatDate(release.dataAsOf, language)],
          [say('frozenAt'), formatMoment(release.frozenAt, language)],
        ] as const)
      : []),
    [say('unit'), unitName[table.unit][language]],
    [say('n'), String(table.n)],
    [say('base'), baseInWords(table, language)],
    [
      say('several'),
      several.length > 0 ? `${say('yes')}: ${several.map(({ label }) => label[language]).join(', ')}` : say('no'),
    ],
    ...table.filtered.map((filter) => [say('filters'), filterInWords(filter, language)] as const),
    ...(table.notice ? [[say('notes'), table.notice[language]] as const] : []),
    ...(table.provenance
      ? [[say('numbers'), provenanceSentence(table.provenance, table.unit)[language]] as const]
      : []),
    ...[...table.notes, ...signNotes(table)].map((note) => [say('notes'), note[language]] as const),
    ...(where?.page === undefined ? [] : [[say('page'), where.page] as const]),
    ...(where
      ? ([
          [say('data'), where.data],
          [say('license'), `${where.license.name}, ${where.license.url}`],
        ] as const)
      : []),
  ];
}
