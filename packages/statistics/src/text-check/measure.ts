import { type Edition, type Text, variablesOf } from '@samblikk/questionnaire';
import { count } from '../count.ts';
import type { Dataset } from '../dataset.ts';
import { blankCode, combineFilters, type Filters, statedCode, withheldCode } from '../filter.ts';
import { share } from '../share.ts';

/** What a text is held against: a release, its edition, and what is known of the round. */
export interface Against {
  readonly edition: Edition;
  readonly year: number;
  /** The measures of the release, to be counted by these variables. */
  countedBy(variables: Iterable<string>): Dataset;
  /** Agencies that were asked, and those that answered, where that is known. */
  readonly agencies?: { readonly asked: number; readonly answered: number };
  /** Whether a variable may be held against the same of another year, and what is said of it. */
  comparable?(
    variable: string,
    year: number,
  ): { readonly comparable: 'yes' | 'no' | 'undeclared'; readonly note?: Text };
  /** What was published of other years. */
  readonly others?: readonly OtherYear[];
}

/** Another year, of which only what was published is known. */
export interface OtherYear {
  readonly year: number;
  readonly asked: number;
  readonly answered: number;
  readonly measures: number;
  readonly questions: readonly {
    readonly id: string;
    readonly base: number;
    readonly categories: readonly { readonly code: string; readonly count?: number; readonly percent?: number }[];
  }[];
}

/** Measures that fulfil any of these. */
export type Selection = readonly Filters[];

/** Measures and what they are a part of. */
export interface Part {
  /** Which are counted, among those in `among`. */
  readonly counted: Selection;
  readonly among: Filters;
  readonly n: number;
  readonly base: number;
  /** The base: every measure in `among`, or only those that answered what is counted. */
  readonly of: 'all' | 'asked' | 'answered';
  readonly percent: number | null;
}

const isAnswer = (code: string): boolean => code !== statedCode && code !== withheldCode;

/** Counts measures of a release, each selection once. */
export class Measure {
  readonly #against: Against;
  readonly #known = new Map<string, number>();
  /** The codes of each variable’s answers; none where what is answered is not a choice. */
  readonly #codes: ReadonlyMap<string, readonly string[] | undefined>;
  constructor(against: Against) {
    this.#against = against;
    this.#codes = new Map(
      variablesOf(against.edition).map(({ id, options }) => [id, options?.map(({ code }) => code)]),
    );
  }

  get size(): number {
    return this.count({});
  }

  count(filters: Filters): number {
    const variables = Object.keys(filters).sort();
    const key = JSON.stringify(variables.map((variable) => [variable, filters[variable]]));
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const counted = variables.every((variable) => this.#codes.has(variable))
      ? count(this.#against.countedBy(variables), this.#told(filters))
      : 0;
    this.#known.set(key, counted);
    return counted;
  }

  /** Who “answered”, is whose answer is told: what is kept back is in no base of those who did. */
  #told(filters: Filters): Filters {
    const told = Object.entries(filters).map(([variable, codes]) => {
      const all = this.#codes.get(variable);
      return [variable, all && codes.includes(statedCode) ? [...new Set([...codes, ...all])].filter(isAnswer) : codes];
    });
    return Object.fromEntries(told);
  }

  /** Whether what these say together is kept back of some measures, so that the release tells less than all. */
  keptBack(selection: Selection, among: Filters = {}): boolean {
    const variables = [among, ...selection].flatMap((filters) => Object.keys(filters));
    return this.#against.countedBy(variables).sealed === true;
  }

  /** Measures in `among` that fulfil any of the selection: of one, or of two. */
  any([first, second]: Selection, among: Filters = {}): number {
    if (!first) return this.count(among);
    const a = combineFilters(among, first);
    if (!second) return this.count(a);
    const b = combineFilters(among, second);
    return this.count(a) + this.count(b) - this.count(combineFilters(a, second));
  }

  /** The share of a selection among others, by every base that differs. */
  parts(counted: Selection, among: Filters): readonly Part[] {
    const n = this.any(counted, among);
    const variables = [...new Set(counted.flatMap((filters) => Object.keys(filters)))];
    const withAll = (codes: readonly string[]) =>
      this.count(variables.reduce((all, variable) => combineFilters(all, { [variable]: codes }), among));
    const bases = [
      { of: 'all', base: this.count(among) },
      ...(counted.length === 1
        ? ([
            { of: 'asked', base: withAll([statedCode, blankCode]) },
            {
              of: 'answered',
              base: counted.some((one) => Object.values(one).flat().includes(blankCode)) ? 0 : withAll([statedCode]),
            },
          ] as const)
        : []),
    ] as const;
    return bases
      .filter(({ base }, at) => base >= n && base > 0 && bases.findIndex((other) => other.base === base) === at)
      .map(({ of, base }) => ({ counted, among, n, base, of, percent: share(n, base) }));
  }
}
