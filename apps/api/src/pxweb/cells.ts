import { blankOption, statedOption, type Text, withheldOption } from '@samblikk/questionnaire';
import { contentsOf, type Statistic, signAt, type Table, unitName } from '@samblikk/statistics';
import type { LoadedRelease } from '../releases/index.ts';
import { countedTable, figureIn } from '../statistics/index.ts';
import { compareThroughout, type PxTable } from './catalogue.ts';
import { words } from './words.ts';

export const contentsId = 'ContentsCode';
export const timeId = 'Tid';

/** What the numbers of a table may tell: measures, a share of those who answered, an amount. */
interface Content {
  readonly code: string;
  readonly statistic: Statistic;
  readonly of?: string;
}

/** One dimension as programs choose from it. */
export interface Side {
  readonly id: string;
  readonly label: Text;
  readonly categories: readonly { readonly code: string; readonly label: Text }[];
  /** May be left out: the numbers are then counted without it. */
  readonly elimination: boolean;
  readonly role?: 'metric' | 'time';
  /** Of contents: what the numbers are, by code. */
  readonly units?: ReadonlyMap<string, Text>;
}

/** A cell: a number, or the sign that says why there is none. */
export type Cell = number | string;

/** A table with some of its variables, ready to be chosen from. */
export interface Space {
  readonly sides: readonly Side[];
  /** The cell of these codes, one for each side in order. */
  cell(codes: readonly string[]): Cell;
  /** The tables behind, one a year, of its first contents: for notes, and what they are of. */
  readonly perYear: readonly { readonly from: LoadedRelease; readonly table: Table }[];
}

/** What the numbers of a table may be: amounts where their answers compare in all its years. */
function contentsIn({ figure, years }: PxTable): readonly Content[] | undefined {
  if (figure !== undefined) return undefined;
  const amounts = [...(years.at(-1)?.sealed.columns.values() ?? [])]
    .filter(({ numbers, variable }) => numbers !== undefined && compareThroughout(years, variable.id))
    .map(({ variable }) => variable.id);
  return [
    { code: 'count', statistic: 'count' },
    { code: 'share', statistic: 'share' },
    ...amounts.flatMap((of): Content[] => [
      { code: `sum-${of}`, statistic: 'sum', of },
      { code: `median-${of}`, statistic: 'median', of },
    ]),
  ];
}

/**
 * A table counted by these of its sides: every number is the one that `/api/v1/statistics/{year}/table` gives (or `/figures/{id}`)
 * for the same variables, counted anew for them.
 * @param by what each side of the table is counted by, which a code list may change
 * @param leftOut the sides, by place, that the numbers are counted without; their categories stay those of the whole table
 */
export function spaceOf(table: PxTable, by: readonly string[], leftOut: ReadonlySet<number> = new Set()): Space {
  const places = by.map((_, place) => place).filter((place) => !leftOut.has(place));
  const numbers = numbersOf(
    table,
    places.map((place) => by[place] ?? ''),
  );
  const { perYear, contents } = numbers;
  const whole = leftOut.size > 0 ? numbersOf(table, by).perYear : perYear;
  const newest = perYear.at(-1);
  const own = places.map((place, at): Side => {
    const { id = '', label = words.contents } = table.sides[place] ?? {};
    const named = [
      ...perYear.map((one) => one.table.dimensions[at]),
      ...whole.map((one) => one.table.dimensions[place]),
    ];
    const elimination = table.figure === undefined && place > 0;
    return { id, label, elimination, categories: categoriesIn(named.flatMap((one) => (one ? [one.categories] : []))) };
  });
  const told = contents.map(({ code }) => ({ code, table: numbers.at(String(newest?.from.release.year), code) }));
  const years = table.years.map(({ release }) => String(release.year));
  return {
    perYear,
    sides: [
      ...own,
      {
        ...{ id: contentsId, label: words.contents, role: 'metric', elimination: false },
        categories: told.map(({ code, table: of }) => ({ code, label: contentLabel(of, newest?.from) })),
        units: new Map(told.map(({ code, table: of }) => [code, unitName[of.unit]])),
      },
      {
        ...{ id: timeId, label: words.year, role: 'time', elimination: false },
        categories: years.map((year) => ({ code: year, label: { nb: year, nn: year, en: year } })),
      },
    ],
    cell: (codes) => cellOf(numbers.at(codes.at(-1) ?? '', codes.at(-2) ?? ''), codes.slice(0, -2)),
  };
}

/** The tables behind, one for each year and content, each counted when it is first asked for. */
function numbersOf(table: PxTable, [rows = '', columns]: readonly string[]) {
  const counted = new Map<string, Table>();
  const count = (from: LoadedRelease, content: Content | undefined): Table => {
    if (table.figure !== undefined) return figureIn(from, table.figure, 'nb').table;
    const { statistic, of } = content ?? {};
    return countedTable(from, { rows, columns, statistic, of, filters: {} });
  };
  const declared = contentsIn(table);
  const tableAt = (from: LoadedRelease, content: Content | undefined): Table => {
    const key = `${from.release.year} ${content?.code}`;
    const known = counted.get(key) ?? count(from, content);
    counted.set(key, known);
    return known;
  };
  const perYear = table.years.map((from) => ({ from, table: tableAt(from, declared?.[0]) }));
  const { statistic = 'count' } = perYear.at(-1)?.table ?? {};
  return {
    perYear,
    contents: declared ?? [{ code: statistic, statistic }],
    at(year: string, code: string): Table {
      const from = table.years.find(({ release }) => String(release.year) === year);
      if (!from) throw new RangeError(`no year ${year}`);
      return tableAt(
        from,
        declared?.find((content) => content.code === code),
      );
    },
  };
}

function contentLabel(table: Table, from: LoadedRelease | undefined): Text {
  const amount = table.of === undefined ? undefined : from?.sealed.columns.get(table.of)?.variable.label;
  return contentsOf({ ...table, ...(amount && { amount }) });
}

const reserved: readonly string[] = [blankOption.code, statedOption.code, withheldOption.code];

/** The categories of a side over the years, newest last: its order comes first, then those of years before; blank and withheld last. */
function categoriesIn(years: readonly Side['categories'][]): Side['categories'] {
  const all = new Map(years.flat().map(({ code, label }) => [code, { code, label }]));
  const inOrder = [...new Set(years.toReversed().flatMap((categories) => categories.map(({ code }) => code)))];
  const last = inOrder.filter((code) => reserved.includes(code));
  return [...inOrder.filter((code) => !reserved.includes(code)), ...last].flatMap((code) => all.get(code) ?? []);
}

const placesIn = new WeakMap<Table, readonly ReadonlyMap<string, number>[]>();

/** Where each category of a table stands. */
function placesOf(table: Table): readonly ReadonlyMap<string, number>[] {
  const known =
    placesIn.get(table) ??
    table.dimensions.map(({ categories }) => new Map(categories.map(({ code }, place) => [code, place])));
  placesIn.set(table, known);
  return known;
}

/** The number at these codes. Where our table has no such category nothing is in it: none blank, or no such thing that year. */
function cellOf(table: Table, codes: readonly string[]): Cell {
  const places = placesOf(table);
  let cell = 0;
  for (const [side, code] of codes.entries()) {
    const place = places[side]?.get(code);
    if (place === undefined)
      return table.statistic === 'count' && table.base === 'asked' && reserved.includes(code) ? 0 : '.';
    cell = cell * (places[side]?.size ?? 1) + place;
  }
  return signAt(table, cell) ?? table.values[cell] ?? '.';
}
