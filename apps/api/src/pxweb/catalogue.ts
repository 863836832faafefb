import {
  type Comparison,
  comparabilityOf,
  type Edition,
  editions,
  mayCompare,
  type Text,
  type Variable,
  weakestComparison,
} from '@samblikk/questionnaire';
import { type Figure, figuresOf, variablesIn } from '@samblikk/statistics';
import type { LoadedRelease } from '../releases/index.ts';
import { tableBy } from './words.ts';

/** Between two years of a table: what must be said of how they compare. */
export interface YearNote {
  readonly from: number;
  readonly to: number;
  readonly note: Text;
}

/** One table: what is counted by what, in years whose answers compare. */
export interface PxTable {
  /** What it is by, and its first year: a later year whose answers compare changes no address. */
  readonly id: string;
  readonly title: Text;
  /** What it is by: the first always, the second unless it is left out. Of a figure, the names of its sides. */
  readonly sides: readonly { readonly id: string; readonly label: Text }[];
  /** The figure of the report that it is. */
  readonly figure?: string;
  /** Its releases, the newest of each year, oldest first; never empty. */
  readonly years: readonly LoadedRelease[];
  readonly notes: readonly YearNote[];
  /** A later year is there, that its answers do not compare with, or that does not ask. */
  readonly discontinued: boolean;
}

/** What a table of one year may be made of. */
interface Subject {
  readonly key: string;
  readonly title: Text;
  readonly sides: PxTable['sides'];
  readonly figure?: string;
  /** Every variable its numbers are read by. */
  readonly variables: readonly string[];
  /** What must be the same in two years to be the same numbers. */
  readonly kind: string;
}

/**
 * Every table there is: of each variable that can be counted by, alone and beside ministry, agency and facts about these, and of
 * each figure of the report. Made from the definition of the editions and the releases that are public, and from nothing else.
 * Years stand in one table only where the answers are declared to compare.
 * @param releases the newest public release of each year, oldest first
 */
export function catalogue(releases: readonly LoadedRelease[]): readonly PxTable[] {
  const years = releases.map((from) => ({ from, subjects: new Map(subjectsOf(from).map((one) => [one.key, one])) }));
  const keys = new Set(years.toReversed().flatMap(({ subjects }) => [...subjects.keys()]));
  const last = releases.at(-1)?.release.year;
  return [...keys].flatMap((key) => {
    const having = years.flatMap(({ from, subjects }) => {
      const subject = subjects.get(key);
      return subject ? [{ from, subject }] : [];
    });
    return stretchesOf(having).map((stretch) => tableOf(stretch, last));
  });
}

interface Year {
  readonly from: LoadedRelease;
  readonly subject: Subject;
}
type Stretch = readonly [Year, ...(Year & { readonly compares: Comparison })[]];

/** The years in runs that compare, oldest first. */
function stretchesOf(years: readonly Year[]): readonly Stretch[] {
  const stretches: [Year, ...(Year & { compares: Comparison })[]][] = [];
  for (const year of years) {
    const stretch = stretches.at(-1);
    const before = stretch?.at(-1);
    const compares = before && comparisonOf(before.from, year.from, year.subject.variables);
    if (stretch && compares && mayCompare(compares) && before.subject.kind === year.subject.kind) {
      stretch.push({ ...year, compares });
    } else stretches.push([year]);
  }
  return stretches;
}

/** How a release compares with an earlier one by these variables, as the editions declare it; the weakest counts. */
function comparisonOf(before: LoadedRelease, after: LoadedRelease, variables: readonly string[]): Comparison {
  return weakestComparison(variables.map((id) => comparabilityOf(after.edition, id, before.edition.id, editions)));
}

/** Whether answers to a variable compare in all these years, and are there in each. */
export function compareThroughout(years: readonly LoadedRelease[], variable: string): boolean {
  return years.every((from, place) => {
    const before = years[place - 1];
    return from.sealed.columns.has(variable) && (!before || mayCompare(comparisonOf(before, from, [variable])));
  });
}

function tableOf([first, ...more]: Stretch, last: number | undefined): PxTable {
  const all = [first, ...more];
  const { key, title, sides, figure } = (all.at(-1) ?? first).subject;
  const yearOf = ({ from }: Year) => from.release.year;
  return {
    id: `${key}-${yearOf(first)}`,
    title,
    sides,
    ...(figure !== undefined && { figure }),
    years: all.map(({ from }) => from),
    notes: more.flatMap((year, place) =>
      year.compares.notes.map((note) => ({ from: yearOf(all[place] ?? first), to: yearOf(year), note })),
    ),
    discontinued: yearOf(all.at(-1) ?? first) !== last,
  };
}

function subjectsOf(from: LoadedRelease): Subject[] {
  const { edition, sealed } = from;
  const variables = [...sealed.columns.values()].filter(({ numbers }) => !numbers).map(({ variable }) => variable);
  const about = variables.filter((variable) => isAboutAgency(edition, variable));
  const alone = variables.map((variable) => ofVariables([variable]));
  const pairs = variables
    .filter((variable) => !about.includes(variable))
    .flatMap((variable) => about.map((other) => ofVariables([variable, other])));
  return [...figuresOf(sealed).map((figure) => ofFigure(figure, from)), ...alone, ...pairs];
}

/** Whose a measure is: ministry, agency, and facts about the agency. */
function isAboutAgency({ roles }: Edition, { id, source }: Variable): boolean {
  return source === 'population' || id === roles.agency || id === roles.ministry;
}

function ofVariables(variables: readonly Variable[]): Subject {
  const ids = variables.map(({ id }) => id);
  const sides = variables.map(({ id, label }) => ({ id, label }));
  return { key: ids.join('-'), title: tableBy(sides.map(({ label }) => label)), sides, variables: ids, kind: '' };
}

function ofFigure(figure: Figure, { sealed }: LoadedRelease): Subject {
  const { rows, columns, statistic, of, base, shareOf, filters, merges } = figure;
  const ofVariable = (id: string) => ({ id, label: sealed.columns.get(id)?.variable.label ?? figure.title });
  const named = (side: Figure['rows']) => {
    if (typeof side === 'string') return ofVariable(side);
    return 'variable' in side ? ofVariable(side.variable) : side;
  };
  const sides = [rows, ...(columns === undefined ? [] : [columns])].map(named);
  return {
    key: `figure-${figure.id}`,
    title: figure.title,
    sides: sides.map(({ id, label }) => ({ id, label })),
    figure: figure.id,
    variables: variablesIn(figure),
    kind: JSON.stringify([rows, columns, statistic, of, base, shareOf, filters, merges]),
  };
}
