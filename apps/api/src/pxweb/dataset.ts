import type { PxDataset, PxLanguage } from '@samblikk/contract';
import { formatDate, type Language, releaseName, type Text } from '@samblikk/questionnaire';
import { signTexts } from '@samblikk/statistics';
import type { PxTable } from './catalogue.ts';
import { type Cell, contentsId, type Side, type Space, timeId } from './cells.ts';
import { codelistsFor } from './codelists.ts';
import type { Links } from './links.ts';
import { words } from './words.ts';

/** What of a table is told: its sides in order, with the codes chosen of each, and their cells, the last side fastest. */
export interface Chosen {
  readonly sides: readonly { readonly side: Side; readonly codes: readonly string[] }[];
  readonly cells: readonly Cell[];
}

/** In which language of ours a language of theirs is told. */
export const languageFor = (language: PxLanguage): Language => (language === 'no' ? 'nb' : language);

/** The years of a table, `2019` or `2019–2026`, or of those chosen. */
export function yearsIn(years: readonly string[]): string {
  return [...new Set([years[0], years.at(-1)])].join('–');
}

/**
 * A table, or what was chosen of it, as JSON-stat 2.0 in the manner of PxWebApi 2 (`Dataset` in PxApiSpecs).
 * Numbers are as our own tables have them, shares in per cent and not rounded; `status` says why one is missing.
 * @param chosen without cells it is metadata: every side whole, and no values
 */
export function datasetOf(
  table: PxTable,
  space: Space,
  chosen: Omit<Chosen, 'cells'> & { readonly cells?: readonly Cell[] },
  lang: PxLanguage,
  links: Links,
): PxDataset {
  const language = languageFor(lang);
  const { sides, cells = [] } = chosen;
  const years = sides.find(({ side }) => side.id === timeId)?.codes ?? [];
  const notes = notesOf(table, space, years, cells);
  const idOf = (role: Side['role']) => sides.filter(({ side }) => side.role === role).map(({ side }) => side.id);
  const signs = cells.flatMap((cell, at) => (typeof cell === 'string' ? [[String(at), cell] as const] : []));
  return {
    version: '2.0',
    class: 'dataset',
    href: links.absolute(chosen.cells ? `/tables/${table.id}/data` : `/tables/${table.id}/metadata`, lang),
    label: titleOf(table, years, language),
    source: words.source[language],
    updated: updatedOf(table).toISOString().slice(0, 10),
    note: notes.map(({ text }) => text[language]),
    role: { time: idOf('time'), metric: idOf('metric') },
    id: sides.map(({ side }) => side.id),
    size: sides.map(({ codes }) => codes.length),
    dimension: Object.fromEntries(
      sides.map(({ side, codes }) => [side.id, dimensionOf({ table, space, side, codes, lang, links })]),
    ),
    extension: {
      noteMandatory: Object.fromEntries(notes.flatMap(({ mandatory }, at) => (mandatory ? [[String(at), true]] : []))),
      px: pxOf(
        table,
        sides.map(({ side }) => side),
        language,
      ),
      firstPeriod: String(table.years[0]?.release.year),
      lastPeriod: String(table.years.at(-1)?.release.year),
      discontinued: table.discontinued,
      contact: [{ organization: words.publisher[language], raw: words.publisher[language] }],
      releases: releasesIn(space, years).map(({ notice, dataAsOf, frozenAt, ...release }) => ({
        ...release,
        dataAsOf: dataAsOf.toISOString(),
        frozenAt: frozenAt.toISOString(),
        notice: notice?.[language] ?? null,
      })),
    },
    value: cells.map((cell) => (typeof cell === 'number' ? cell : null)),
    ...(signs.length > 0 && { status: Object.fromEntries(signs) }),
  };
}

/** The release of each of these years, and how many measures its numbers are of. */
export const releasesIn = ({ perYear }: Space, years: readonly string[]) =>
  perYear
    .filter(({ from }) => years.includes(String(from.release.year)))
    .map(({ from: { release }, table: { n } }) => {
      const { year, dataAsOf, frozenAt, notice } = release;
      return { year, name: releaseName(release), n, dataAsOf, frozenAt, notice };
    });

/** What a table is called, with its years. */
export function titleOf({ title }: PxTable, years: readonly string[], language: Language): string {
  return `${title[language]}, ${yearsIn(years)}`;
}

/** When its newest numbers became public. */
export function updatedOf({ years }: PxTable): Date {
  return new Date(Math.max(...years.map(({ release }) => release.publishedAt.getTime())));
}

/** What must be said with the numbers: the notice of each year first, then how the years compare, then what each year's table says. */
export function notesOf(
  table: PxTable,
  { perYear }: Space,
  years: readonly string[],
  cells: readonly Cell[],
): readonly { readonly text: Text; readonly mandatory: boolean }[] {
  const told = perYear.filter(({ from }) => years.includes(String(from.release.year)));
  const at = (when: string | number, { nb, nn, en }: Text): Text => ({
    nb: `${when}: ${nb}`,
    nn: `${when}: ${nn}`,
    en: `${when}: ${en}`,
  });
  const first = Number(years[0]);
  const last = Number(years.at(-1));
  const signs = [...new Set(cells)].filter((cell) => typeof cell === 'string');
  return [
    ...told.flatMap(({ from: { release } }) =>
      release.notice ? [{ text: at(release.year, release.notice), mandatory: true }] : [],
    ),
    ...table.notes
      .filter(({ from, to }) => from >= first && to <= last)
      .map(({ from, to, note }) => ({ text: at(`${from}–${to}`, note), mandatory: true })),
    ...told.flatMap(({ from: { release }, table: { notes } }) =>
      notes.map((note) => ({ text: at(release.year, note), mandatory: false })),
    ),
    ...signs.map((sign) => ({
      text: sign === '.' ? words.noCategory : signTexts[sign as keyof typeof signTexts],
      mandatory: false,
    })),
  ];
}

function dimensionOf({
  table,
  space,
  side,
  codes,
  lang,
  links,
}: {
  table: PxTable;
  space: Space;
  side: Side;
  codes: readonly string[];
  lang: PxLanguage;
  links: Links;
}) {
  const language = languageFor(lang);
  const labels = new Map(side.categories.map(({ code, label }) => [code, label[language]]));
  const each = <V>(of: (code: string, place: number) => V) =>
    Object.fromEntries(codes.map((code, at) => [code, of(code, at)]));
  const lists = codelistsFor(table, side.id).map(({ id, label, type }) => ({
    ...{ id, label: label[language], type },
    links: [links.link('codelist', `/codelists/${id}`, lang)],
  }));
  const asOf = space.perYear.map(
    ({ from: { release } }) => `${release.year}: ${formatDate(release.dataAsOf.toISOString(), language)}`,
  );
  const metric = side.id === contentsId;
  return {
    label: side.label[language],
    category: {
      index: each((_, at) => at),
      label: each((code) => labels.get(code) ?? code),
      ...(side.units && { unit: each((code) => ({ base: side.units?.get(code)?.[language] ?? '', decimals: 0 })) }),
    },
    extension: {
      elimination: side.elimination,
      show: 'value',
      ...(lists.length > 0 && { codelists: lists }),
      ...(metric && {
        refperiod: each(() => asOf.join('; ')),
        measuringType: each(() => 'Stock'),
      }),
    },
  };
}

/** What a px-file would say of it. */
function pxOf(table: PxTable, sides: readonly Side[], language: Language) {
  const ids = sides.map(({ id }) => id);
  const across: readonly string[] = [contentsId, timeId].filter((id) => ids.includes(id));
  const several = table.years.some(({ sealed }) =>
    table.sides.some(({ id }) => sealed.columns.get(id)?.variable.several),
  );
  return {
    tableid: table.id,
    matrix: table.id,
    decimals: 0,
    'official-statistics': false,
    // A measure may count in several categories: they do not add up.
    aggregallowed: !several,
    copyright: false,
    language,
    contents: table.title[language],
    description: table.title[language],
    descriptiondefault: false,
    heading: across,
    stub: ids.filter((id) => !across.includes(id)),
    survey: words.survey[language],
    'subject-area': words.survey[language],
    updateFrequency: 'Annual',
  };
}
