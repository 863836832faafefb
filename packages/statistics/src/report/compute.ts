import type { Edition, Text } from '@samblikk/questionnaire';
import { comparabilityOf, compareEditions, questionsOf } from '@samblikk/questionnaire';
import type { Dataset } from '../dataset.ts';
import { canCompute, computeFigure, type Figure } from '../figure.ts';
import { type Filters, maskOf, withheldCode } from '../filter.ts';
import { originOf } from '../provenance.ts';
import { declaredLink, publishedLike, type Series, type SeriesYear, seriesOf, yearOfTable } from '../series.ts';
import { share } from '../share.ts';
import { type Table, tableOf } from '../table.ts';
import { variablesIn } from '../variables-in.ts';
import { type Total, totals2019 } from './2019-totals.ts';
import { figuresOf, publicationOf, withProvenance } from './index.ts';
import { publishedYears } from './published/index.ts';
import type { Counted, Said } from './sentence.ts';
import { type Either, keptBackText, type Statement, type StatementNumber, statements } from './statements.ts';

/** What a report is computed from: a release in columns, and what is known of the round beside it. */
export interface ReportSource {
  readonly edition: Edition;
  /** All measures counted by these variables together: what may be told of them. */
  countedBy(variables: Iterable<string>): Dataset;
  /** The agencies that were asked, and whether they answered. Undefined where that is not known as it was at the freeze. */
  readonly asked?: readonly { readonly ministry: string; readonly answered: boolean }[] | undefined;
  readonly invited: number;
  readonly answered: number;
  readonly editions: Readonly<Record<string, Edition>>;
  /** A release of the round before, where there is one: what this one is held against. */
  readonly earlier?: Pick<ReportSource, 'edition' | 'countedBy'> | undefined;
  /** What was published of the round, in the order of `totals2019`. */
  readonly published?: readonly { readonly what: string; readonly published: number }[] | undefined;
}

/** One published number beside what the release gives. */
export interface PublishedTotal {
  readonly what: string;
  readonly published: number;
  readonly computed: number | null;
}

/** Everything a yearly report tells, as numbers; texts are for whoever writes it out. */
export interface Report {
  readonly figures: readonly { readonly figure: Figure; readonly table: Table }[];
  /** Each figure beside the year before, where that was counted or published: with its breaks, as they are declared. */
  readonly series: ReadonlyMap<string, Series>;
  readonly statements: readonly { readonly statement: Statement; readonly said: Readonly<Record<string, Said>> }[];
  readonly ministries: Table;
  /** Per ministry, in the order of its code; undefined where the population has changed since the freeze. */
  readonly response:
    | readonly { readonly ministry: string; readonly asked: number; readonly answered: number }[]
    | undefined;
  /** Measures that came in after the deadline. */
  readonly late: number;
  readonly published: readonly PublishedTotal[];
  readonly changes: ReturnType<typeof compareEditions>;
  readonly comparisons: readonly {
    readonly id: string;
    readonly with: 'same' | 'note' | 'break' | 'new';
    readonly notes: readonly Text[];
  }[];
}

/**
 * All computing of the yearly report, nothing of its drawing: each figure, sentence and total once.
 * @param chosen the ids of the figures to take; all of the year's when left out
 */
export function computeReport(source: ReportSource, chosen?: readonly string[]): Report {
  const whole = source.countedBy([]);
  const figures = figuresOf(source.countedBy([source.edition.roles.ministry]))
    .filter(({ id }) => chosen === undefined || chosen.includes(id))
    .map((figure) => ({ figure, table: figureTable(source, figure) }));
  const before = source.edition.previous === undefined ? undefined : source.editions[source.edition.previous];
  return {
    figures,
    series: new Map(figures.flatMap((one) => seriesWithEarlier(source, one))),
    statements: statements
      .filter(({ beside }) => figures.some(({ figure }) => figure.id === beside))
      .flatMap((statement) => computed(source, statement)),
    ministries: counted(source, source.edition.roles.ministry),
    response: responseOf(source),
    late: whole.late ? whole.late.reduce((sum, is) => sum + is, 0) : 0,
    published: (source.published ?? []).map(({ what, published }, at) => ({
      what,
      published,
      computed: totals2019[at]?.[0] === what ? totalOf(source, totals2019[at][1]) : null,
    })),
    changes: before ? compareEditions(before, source.edition) : [],
    comparisons: before ? comparisonsOf(source, before) : [],
  };
}

function figureTable(source: ReportSource, figure: Figure): Table {
  const dataset = source.countedBy(variablesIn(figure));
  return withProvenance(computeFigure(figure, dataset), dataset);
}

/** A figure's series from the year before to this one; nothing where that year has none of it. */
function seriesWithEarlier(source: ReportSource, { figure, table }: Report['figures'][number]): [string, Series][] {
  const year = yearOfTable(table);
  const earlier = earlierYear(source, figure, table);
  return earlier ? [[figure.id, seriesOf([earlier, year], declaredLink(variablesIn(figure)))]] : [];
}

function earlierYear({ earlier, edition }: ReportSource, figure: Figure, table: Table): SeriesYear | undefined {
  if (earlier) {
    const dataset = earlier.countedBy(variablesIn(figure));
    return canCompute(figure, dataset) ? yearOfTable(computeFigure(figure, dataset)) : undefined;
  }
  const published = publishedYears.find(({ comparedBy }) => comparedBy === edition.id);
  return published && publishedLike(table, published);
}

function counted(source: ReportSource, variable: string): Table {
  const dataset = source.countedBy([variable]);
  return withProvenance(tableOf(dataset, { rows: variable }), dataset);
}

const isEither = (where: Filters | Either): where is Either => 'either' in where && Array.isArray(where.either);

/** A count with its query and origin. Those in one or the other have no query: a list cannot ask for either. */
function countOf(source: ReportSource, where: Filters | Either, of?: Filters): Counted {
  if (!isEither(where)) {
    const dataset = source.countedBy(Object.keys({ ...where, ...of }));
    const publication = publicationOf(dataset);
    return {
      count: numberOf(dataset, where),
      measures: where,
      ...(publication && { origin: originOf(dataset, publication, where, of) }),
    };
  }
  const [one, other] = where.either;
  const dataset = source.countedBy(Object.keys({ ...one, ...other }));
  const [first, second] = [maskOf(dataset, one), maskOf(dataset, other)];
  let count = 0;
  for (let at = 0; at < dataset.size; at++) if (first?.[at] || second?.[at]) count += 1;
  // Told by three numbers that are: the one, the other and both.
  const publication = publicationOf(dataset);
  return { count, ...(publication && { origin: eitherOrigin(dataset, publication, one, other) }) };
}

function eitherOrigin(
  dataset: Dataset,
  publication: NonNullable<ReturnType<typeof publicationOf>>,
  one: Filters,
  other: Filters,
) {
  const told = [one, other, { ...one, ...other }].map((where) => originOf(dataset, publication, where));
  return told.every((origin) => origin === 'published') ? ('published' as const) : ('invented' as const);
}

function numberOf(dataset: Dataset, where: Filters): number {
  const mask = maskOf(dataset, where);
  return mask ? mask.reduce((total, passes) => total + passes, 0) : dataset.size;
}

function saidOf(source: ReportSource, number: StatementNumber): Said {
  if ('count' in number) return { number: countOf(source, number.count) };
  const base = countOf(source, number.of.where);
  // Where all are in it, it is told as all measures, as a figure tells it.
  const of = { ...base, clause: base.count === source.countedBy([]).size ? undefined : number.of.clause };
  if ('part' in number) return { part: countOf(source, number.part), of };
  return { share: countOf(source, number.share, number.of.where), of };
}

/** Nothing where the edition lacks a variable that it counts by. */
function computed(source: ReportSource, statement: Statement) {
  const numbers = Object.entries(statement.numbers);
  const filters = numbers.flatMap(([, number]) => filtersIn(number));
  const variables = filters.flatMap((where) => Object.keys(where));
  if (!variables.every((variable) => source.countedBy([variable]).columns.has(variable))) return [];
  const said = Object.fromEntries(numbers.map(([slot, number]) => [slot, saidOf(source, number)]));
  const { keptBack: by } = statement;
  if (by === undefined) return [{ statement, said }];
  const kept = numberOf(source.countedBy([by]), { [by]: [withheldCode] });
  return [{ statement, said: { ...said, keptBack: { words: kept > 0 ? keptBackText(kept) : undefined } } }];
}

function filtersIn(number: StatementNumber): readonly Filters[] {
  const where = 'count' in number ? number.count : 'part' in number ? number.part : number.share;
  const own = isEither(where) ? where.either : [where];
  return 'of' in number ? [...own, number.of.where] : own;
}

function responseOf({ asked, invited, answered }: ReportSource): Report['response'] {
  if (!asked || asked.length !== invited || asked.filter((one) => one.answered).length !== answered) return undefined;
  const by = new Map<string, { asked: number; answered: number }>();
  for (const one of asked) {
    const sum = by.get(one.ministry) ?? { asked: 0, answered: 0 };
    sum.asked += 1;
    sum.answered += one.answered ? 1 : 0;
    by.set(one.ministry, sum);
  }
  return [...by].map(([ministry, sum]) => ({ ministry, ...sum })).sort((a, b) => (a.ministry < b.ministry ? -1 : 1));
}

/** What the release gives of a published total; null where it cannot be computed. */
function totalOf(source: ReportSource, total: Total): number | null {
  if ('agencies' in total) return 'answered' in total.agencies ? source.answered : source.invited;
  if ('distinct' in total) return counted(source, total.distinct).values.filter((value) => value).length;
  if ('count' in total) return countOf(source, total.count).count;
  const dataset = source.countedBy(Object.keys({ ...total.percent, ...total.of }));
  const percent = share(numberOf(dataset, total.percent), numberOf(dataset, total.of));
  return percent === null ? null : Math.round(percent);
}

function comparisonsOf({ edition, editions }: ReportSource, before: Edition): Report['comparisons'] {
  const ids = [...questionsOf(edition), ...edition.derived].map(({ id }) => id);
  return ids.map((id) => ({ id, ...comparabilityOf(edition, id, before.id, editions) }));
}
