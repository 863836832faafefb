import { bold, type CsvFlavour, csvFile, numberCell, type Row, textCell, workbookOf } from '@samblikk/files';
import { formatMoment, type Language, releaseName, type Text } from '@samblikk/questionnaire';
import { copyOf, filterTexts } from '../filter.ts';
import { changeBetween, type Series, type SeriesLine, type SeriesPoint, type SeriesYear } from '../series.ts';
import { filterInWords } from '../title.ts';
import { baseCode, baseInWords, unitName } from './explanation.ts';
import { distinctNames } from './names.ts';

const words = {
  series: { nb: 'Serie', nn: 'Serie', en: 'Series' },
  explanation: { nb: 'Forklaring', nn: 'Forklaring', en: 'Explanation' },
  code: { nb: 'kode', nn: 'kode', en: 'code' },
  year: { nb: 'År', nn: 'År', en: 'Year' },
  stretch: { nb: 'Sammenlignbar strekning', nn: 'Samanliknbar strekning', en: 'Comparable stretch' },
  count: { nb: 'Tiltak', nn: 'Tiltak', en: 'Measures' },
  n: { nb: 'Av (n)', nn: 'Av (n)', en: 'Of (n)' },
  source: { nb: 'Kilde', nn: 'Kjelde', en: 'Source' },
  broken: { nb: 'Brudd', nn: 'Brot', en: 'Break' },
  note: { nb: 'Merknad', nn: 'Merknad', en: 'Note' },
  signs: {
    nb: '«..» betyr at tallet mangler: det er ikke publisert, eller ingen har oppgitt beløpet. «:» betyr at det er unntatt offentlighet, og «.» at det ikke finnes: ingen tiltak å regne andelen av, eller ingen slik kategori det året.',
    nn: '«..» tyder at talet manglar: det er ikkje publisert, eller ingen har oppgitt beløpet. «:» tyder at det er unnateke offentlegheit, og «.» at det ikkje finst: ingen tiltak å rekne delen av, eller ingen slik kategori det året.',
    en: '“..” means that the number is missing: it is not published, or nobody stated the amount. “:” means that it is exempt from publication, and “.” that there is none: no measures to take the share of, or no such category that year.',
  },
  base: { nb: 'Grunnlag', nn: 'Grunnlag', en: 'Base' },
  selection: { nb: 'Utvalg', nn: 'Utval', en: 'Selection' },
  release: { nb: 'Utgave', nn: 'Utgåve', en: 'Release' },
  notice: { nb: 'Merknad', nn: 'Merknad', en: 'Note' },
  contents: { nb: 'Tallet viser', nn: 'Talet viser', en: 'The number shows' },
  unit: { nb: 'Enhet', nn: 'Eining', en: 'Unit' },
  frozenAt: { nb: 'Laget: utgave', nn: 'Laga: utgåve', en: 'Made: release' },
  address: { nb: 'Adresse', nn: 'Adresse', en: 'Address' },
  samblikk: { nb: 'Samblikk', nn: 'Samblikk', en: 'Samblikk' },
} satisfies Record<string, Text>;

const decimals = { strict: '.', excel: ',' } as const;

const pointsOf = (line: SeriesLine): readonly SeriesPoint[] => line.pieces.flat();
const yearsIn = (series: Series): readonly number[] => series.years.map(({ edition }) => edition.year);

/** Why there is no number, by the signs of `signs.ts`; undefined where there is one. */
function signOf({ value, count, status }: SeriesPoint, { unit }: Series): string | undefined {
  if (status !== undefined || value !== null) return status;
  return unit === 'kroner' && count !== null ? '..' : '.';
}

/** Which measures the numbers are of, and the filters: in codes as the CSV of a table has them, and in words. */
export function aboutSeries({ years }: Series, language: Language) {
  const newest = years.at(-1) as SeriesYear;
  const { filters, filtered = [] } = newest;
  return {
    base: baseCode(newest),
    baseSaid: baseInWords(newest, language),
    selection: filterTexts(filters).join('&'),
    selectionSaid: filtered.map((filter) => filterInWords(filter, language)).join('; '),
  };
}

/** Where the numbers of a year are from: the release, or the publication. */
export function sourceOfYear({ release, published }: SeriesYear, language: Language): string {
  return published
    ? published.source[language]
    : `${words.samblikk[language]}${release ? ` ${releaseName(release)}` : ''}`;
}

/**
 * A series as JSON-stat 2.0: its variables, `contents` (role metric), then `year` (role time). What is comparable with what is in
 * `extension`: breaks, notes, and for each line the change from year to year, or that there is none to state.
 */
export function seriesToJsonStat(series: Series, { title, language }: { title: Text; language: Language }) {
  const { lines, unit, statistic } = series;
  const about = aboutSeries(series, language);
  const names = distinctNames(series.variables);
  const sides = series.variables.map((variable, place) => {
    const labels = new Map(lines.map(({ codes, labels }) => [codes[place] ?? '', labels[place]?.[language] ?? '']));
    // The newest year’s name of a variable that an older year called something else.
    const label = series.years.at(-1)?.dimensions[place]?.label[language] ?? variable;
    return {
      id: names[place] ?? variable,
      dimension: { label, category: { index: [...labels.keys()], label: Object.fromEntries(labels) } },
    };
  });
  const years = yearsIn(series).map(String);
  const contents = { index: [statistic], label: { [statistic]: unitName[unit][language] } };
  const grid = sides.reduce<string[][]>(
    (all, { dimension }) => all.flatMap((codes) => dimension.category.index.map((code) => [...codes, code])),
    [[]],
  );
  const byCodes = new Map(lines.map((line) => [JSON.stringify(line.codes), line]));
  const points = grid.flatMap((codes) => {
    const line = byCodes.get(JSON.stringify(codes));
    return line ? pointsOf(line) : yearsIn(series).map((year): SeriesPoint => ({ year, value: null, count: null }));
  });
  const signs = points.flatMap(({ status }, at) => (status === undefined ? [] : [[String(at), status] as const]));
  const said = (all: Series['breaks']) => all.map(({ from, to, note }) => ({ from, to, note: note[language] }));
  return {
    version: '2.0' as const,
    class: 'dataset' as const,
    label: title[language],
    source: series.years.map((year) => `${year.edition.year}: ${sourceOfYear(year, language)}`).join('; '),
    note: [
      ...new Set([...series.breaks, ...series.notes].map(({ from, to, note }) => `${from}–${to}: ${note[language]}`)),
    ],
    id: [...sides.map(({ id }) => id), 'contents', 'year'],
    size: [...sides.map(({ dimension }) => dimension.category.index.length), 1, years.length],
    role: { time: ['year'], metric: ['contents'] },
    dimension: {
      ...Object.fromEntries(sides.map(({ id, dimension }) => [id, dimension])),
      contents: { label: words.series[language], category: contents },
      year: {
        label: words.year[language],
        category: { index: years, label: Object.fromEntries(years.map((year) => [year, year])) },
      },
    },
    value: points.map(({ value }) => value),
    ...(signs.length > 0 && { status: Object.fromEntries(signs) }),
    extension: {
      measure: statistic,
      unit,
      base: about.baseSaid,
      selection: copyOf(series.years.at(-1)?.filters ?? {}),
      years: series.years.map((year) => ({
        year: year.edition.year,
        n: year.n,
        release: year.release ? releaseName(year.release) : null,
        source: sourceOfYear(year, language),
        published: year.published !== undefined,
      })),
      breaks: said(series.breaks),
      notes: said(series.notes),
      counts: points.map(({ count }) => count),
      measures: points.map(({ measures }) => (measures ? copyOf(measures) : null)),
      changes: lines.map(({ codes }) => ({ codes: [...codes], ...changesOf(series, codes, language) })),
    },
  };
}

/** From the first year with a number to the last, and why not where a break lies between. */
function changesOf(series: Series, codes: readonly string[], language: Language) {
  const line = series.lines.find((one) => one.codes.join('\n') === codes.join('\n'));
  const told = (line ? pointsOf(line) : []).filter(({ value }) => value !== null);
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last || first === last) return { from: null, to: null, change: null, refused: [] };
  const outcome = changeBetween(series, codes, first.year, last.year);
  const refused = 'refused' in outcome ? outcome.refused.map((note) => note[language]) : [];
  return { from: first.year, to: last.year, change: 'change' in outcome ? outcome.change : null, refused };
}

/** One line per category and year: codes, names, which comparable stretch, the number, measures behind it, of how many, source. */
export function seriesLines(series: Series, language: Language) {
  const years = new Map(series.years.map((year) => [year.edition.year, year]));
  return series.lines.flatMap((line) =>
    line.pieces.flatMap((piece, place) =>
      piece.map((point) => {
        const year = years.get(point.year) as SeriesYear;
        return {
          sides: line.codes.flatMap((code, side) => [code, line.labels[side]?.[language] ?? code]),
          ...{ year: point.year, stretch: place + 1, point, sign: signOf(point, series), n: year.n },
          source: sourceOfYear(year, language),
          release: year.release ? releaseName(year.release) : '',
        };
      }),
    ),
  );
}

function headings(
  series: Series,
  language: Language,
  flavour: CsvFlavour,
  about: readonly ('contents' | 'unit' | 'address' | 'base' | 'selection' | 'release' | 'notice')[] = [],
): string[] {
  const newest = series.years.at(-1)?.dimensions ?? [];
  const names = distinctNames(newest.map(({ id }) => id));
  const sides = newest.flatMap(({ label }, place) =>
    flavour === 'strict'
      ? [names[place] ?? '', `${names[place]}_label`]
      : [`${label[language]} (${words.code[language]})`, label[language]],
  );
  const named = ['year', 'stretch', 'value', 'count', 'n', 'source', ...about] as const;
  const said = { ...words, value: unitName[series.unit] };
  return [...sides, ...named.map((name) => (flavour === 'strict' ? name : said[name][language]))];
}

/** What the numbers of a series are called, in which language, what must be said of them, and where they are found. */
export interface SeriesSaid {
  readonly title: Text;
  readonly language: Language;
  readonly notices?: readonly Text[];
  readonly address?: string;
}

/**
 * A series as CSV, one line per category and year, each with what it is of and its address. Numbers of different `stretch` may not be
 * compared. Where there is no number stands why (`signs.ts`); `..` also where it was not published.
 */
export function seriesToCsv(series: Series, said: SeriesSaid, { flavour = 'strict' }: { flavour?: CsvFlavour } = {}) {
  const { title, language, notices = [], address = '' } = said;
  const strict = flavour === 'strict';
  const unit = strict ? series.unit : unitName[series.unit][language];
  const about = aboutSeries(series, language);
  const [base, selection] = strict ? [about.base, about.selection] : [about.baseSaid, about.selectionSaid];
  const notice = notices.map((text) => text[language]).join(' ');
  const number = (value: number | null) =>
    value === null ? '' : String(Math.round(value * 1e4) / 1e4).replace('.', decimals[flavour]);
  const rows = seriesLines(series, language).map(({ sides, year, stretch, point, sign, n, source, release }) => [
    ...sides,
    ...[String(year), String(stretch), sign ?? number(point.value), number(point.count), String(n), source],
    ...[title[language], unit, address, base, selection, release, notice],
  ]);
  const more = ['contents', 'unit', 'address', 'base', 'selection', 'release', 'notice'] as const;
  return csvFile([headings(series, language, flavour, more), ...rows], { flavour });
}

/** A series as a workbook: the numbers, and a sheet that explains them: sources, breaks, notes. */
export async function seriesToXlsx(series: Series, said: SeriesSaid) {
  const { title, language, notices = [], address } = said;
  const rows = seriesLines(series, language).map(({ sides, year, stretch, point, sign, n, source }): Row => {
    const value = sign === undefined ? numberCell(point.value) : textCell(sign);
    const plain = { format: '0' };
    return [
      ...sides.map((side) => textCell(side)),
      ...[numberCell(year, plain), numberCell(stretch, plain), value, numberCell(point.count), numberCell(n)],
      textCell(source),
    ];
  });
  const about = aboutSeries(series, language);
  const head = headings(series, language, 'excel').map((name) => textCell(name, bold));
  const remarks = (all: Series['breaks'], word: Text): Row[] =>
    all.map(({ from, to, note }) => [textCell(`${word[language]} ${from}–${to}`), textCell(note[language])]);
  const explanation: Row[] = [
    [textCell(title[language], bold)],
    ...series.years.map(
      (year): Row => [textCell(`${year.edition.year} (n = ${year.n})`), textCell(sourceOfYear(year, language))],
    ),
    ...remarks(series.breaks, words.broken),
    ...remarks(series.notes, words.note),
    [textCell(words.note[language]), textCell(words.signs[language])],
    ...notices.map((notice): Row => [textCell(words.note[language]), textCell(notice[language])]),
    [textCell(words.unit[language]), textCell(unitName[series.unit][language])],
    [textCell(words.base[language]), textCell(about.baseSaid)],
    ...(about.selectionSaid ? [[textCell(words.selection[language]), textCell(about.selectionSaid)]] : []),
    ...series.years.flatMap(({ release }): Row[] =>
      release
        ? [
            [
              textCell(`${words.frozenAt[language]} ${releaseName(release)}`),
              textCell(formatMoment(release.frozenAt, language)),
            ],
          ]
        : [],
    ),
    ...(address ? [[textCell(words.address[language]), textCell(address)]] : []),
  ];
  return workbookOf([
    { data: [[textCell(title[language], bold)], head, ...rows], sheet: words.series[language], columns: [] },
    { data: explanation, sheet: words.explanation[language], columns: [{ width: 28 }, { width: 100 }] },
  ]);
}
