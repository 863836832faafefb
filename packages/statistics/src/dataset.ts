import {
  type Edition,
  type MeasureRow,
  type Text,
  type Variable,
  variablesOf,
  withheldOption,
} from '@samblikk/questionnaire';

/** A frozen release: statistics say which one they were read from. */
export interface Release {
  readonly id: string;
  readonly number: number;
  readonly year: number;
  /** When it was frozen, ISO 8601 with offset. */
  readonly frozenAt: string;
  /** The moment the answers are as of, ISO 8601 with offset: what a reader dates the numbers by. */
  readonly dataAsOf: string;
  /** Measures in the release. */
  readonly n: number;
}

/** Which edition the answers were given to. */
export interface EditionInfo {
  readonly id: string;
  readonly year: number;
}

/** The name of an agency, a ministry or another code that the edition does not list. */
export type NameOf = (variable: string, code: string) => Text | undefined;

export interface DatasetOptions {
  readonly names?: NameOf;
  readonly release?: Release;
  /** What must be said wherever numbers from this dataset are shown: that they are a reconstruction, say. */
  readonly notice?: Text;
}

/** One answer category of a variable. */
export interface CategoryLabel {
  readonly code: string;
  readonly label: Text;
}

/** Small integers, one per measure. */
export type Keys = Uint8Array | Uint16Array | Uint32Array;

/**
 * Room for keys below a limit. Of two bytes wherever that is enough: were some of one byte, the processor would read all of them
 * at half the speed, since V8 asks of every single key which it is.
 */
export const keysFor = (length: number, limit: number): Uint16Array | Uint32Array =>
  limit > 0x10000 ? new Uint32Array(length) : new Uint16Array(length);

/** The key of a measure that was not asked, and of one that was asked and left it blank. */
export const NOT_ASKED = 0;
export const BLANK = 1;
/** The keys of an amount: one that is stated, and one that may not be told (answered, and no number). */
export const STATED = 2;
export const WITHHELD_AMOUNT = 3;

/**
 * One variable of all measures. Every distinct answer (for multiple choice: every distinct combination of codes) has
 * one key, so a pass over the measures reads one small integer each whatever the kind of question.
 */
export interface Column {
  readonly variable: Variable;
  readonly keys: Keys;
  readonly categories: readonly CategoryLabel[];
  /** Per key, the indexes into `categories` that it counts under; none for NOT_ASKED and BLANK. */
  readonly members: readonly (readonly number[])[];
  /** Amounts, NaN where there is none; only for variables with a unit. */
  readonly numbers?: Float64Array;
}

/** All measures of a round in columns. Built once, then read many times; never changed. */
export interface Dataset {
  readonly edition: EditionInfo;
  readonly size: number;
  readonly columns: ReadonlyMap<string, Column>;
  readonly release?: Release;
  /** To be said wherever its numbers are shown. */
  readonly notice?: Text;
  /** One byte per measure: 1 for those that came in after the deadline. Undefined when none did. */
  readonly late?: Uint8Array;
  /** What measures withheld whole answered counts as withheld here, since the query says whose they are (`sealed`). */
  readonly sealed?: true;
}

/** What was asked of the statistics cannot be answered; `code` and `variable` say why. */
export class StatisticsError extends Error {
  readonly code: 'unknownVariable' | 'noCategories' | 'noAmount' | 'unknownCode' | 'overlap';
  readonly variable: string;
  constructor(code: StatisticsError['code'], variable: string, value?: string) {
    super(`${code}: ${variable}${value === undefined ? '' : `=${value}`}`);
    this.code = code;
    this.variable = variable;
  }
}

/**
 * The column of a variable.
 * @throws StatisticsError `unknownVariable` when the dataset has none of that name
 */
export function columnOf(dataset: Dataset, variable: string): Column {
  const column = dataset.columns.get(variable);
  if (!column) throw new StatisticsError('unknownVariable', variable);
  return column;
}

/** Keys that widen when a variable turns out to have more distinct answers than fit. */
class KeyList {
  #keys: Keys = keysFor(1024, 0);
  push(index: number, key: number): void {
    if (key > 0xffff && this.#keys instanceof Uint16Array) this.#keys = Uint32Array.from(this.#keys);
    if (index >= this.#keys.length) {
      const wider = keysFor(this.#keys.length * 2, this.#keys instanceof Uint32Array ? 0x10001 : 0);
      wider.set(this.#keys);
      this.#keys = wider;
    }
    this.#keys[index] = key;
  }
  take(size: number): Keys {
    return this.#keys.slice(0, size);
  }
}

class ColumnBuilder {
  readonly #variable: Variable;
  readonly #keys = new KeyList();
  readonly #keyOf = new Map<string, number>();
  readonly #codesOfKey: (readonly string[])[] = [[], []];
  /** How often each code of an open list was written in which way. */
  readonly #spellings = new Map<string, Map<string, number>>();
  #numbers: Float64Array | undefined;

  constructor(variable: Variable) {
    this.#variable = variable;
    if (variable.unit !== undefined) this.#numbers = new Float64Array(1024).fill(Number.NaN);
  }

  add(index: number, row: MeasureRow): void {
    const { state, codes, words = [] } = this.#variable.codesOf(row);
    for (const [at, word] of words.entries()) this.#spelled(codes[at] as string, word);
    const answered = () => (this.#numbers ? this.#amountKey(row) : this.#keyFor(codes));
    this.#keys.push(index, state === 'notAsked' ? NOT_ASKED : state === 'blank' ? BLANK : answered());
    if (this.#numbers) {
      if (index >= this.#numbers.length) {
        const longer = new Float64Array(this.#numbers.length * 2).fill(Number.NaN);
        longer.set(this.#numbers);
        this.#numbers = longer;
      }
      if (state === 'answered') this.#numbers[index] = this.#variable.numberOf?.(row) ?? Number.NaN;
    }
  }

  /** An amount is not counted under its own value: all that are stated share one key. */
  #amountKey(row: MeasureRow): number {
    return this.#variable.numberOf?.(row) === undefined ? WITHHELD_AMOUNT : STATED;
  }

  #spelled(code: string, word: string): void {
    const ways = this.#spellings.get(code) ?? new Map<string, number>();
    ways.set(word, (ways.get(word) ?? 0) + 1);
    this.#spellings.set(code, ways);
  }

  /** The way a code was written most often; of several, the first by their letters. */
  #spellingOf(code: string): string {
    const ways = [...(this.#spellings.get(code) ?? [])];
    const [best] = ways.sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
    return best?.[0] ?? code;
  }

  #keyFor(codes: readonly string[]): number {
    const distinct = codes.length > 1 ? [...new Set(codes)].sort() : codes;
    const name = distinct.join('\u0000');
    const known = this.#keyOf.get(name);
    if (known !== undefined) return known;
    const key = this.#codesOfKey.push(distinct) - 1;
    this.#keyOf.set(name, key);
    return key;
  }

  build(size: number, names: NameOf): Column {
    const options = this.#variable.options ?? [];
    const declared = new Set<string>([...options.map((option) => option.code), withheldOption.code]);
    const codes = new Set(this.#codesOfKey.flat());
    const found = [...codes].filter((code) => !declared.has(code));
    const categories = [
      ...options.map(({ code, label }) => ({ code, label })),
      ...found
        .map((code) => {
          const word = this.#spellingOf(code);
          return { code, label: names(this.#variable.id, code) ?? { nb: word, nn: word, en: word } };
        })
        .sort(byName),
      ...(codes.has(withheldOption.code) ? [{ code: withheldOption.code, label: withheldOption.label }] : []),
    ];
    const indexOf = new Map(categories.map((category, index) => [category.code, index]));
    const members = this.#codesOfKey.map((codes) => codes.map((code) => indexOf.get(code) as number));
    const column = { variable: this.#variable, keys: this.#keys.take(size), categories, members };
    return this.#numbers ? { ...column, numbers: this.#numbers.slice(0, size) } : column;
  }
}

const alphabet = new Intl.Collator('nb', { numeric: true });

/** By Norwegian name whatever the language, so that a table is the same in all; and not by the order of rows. */
const byName = (a: CategoryLabel, b: CategoryLabel): number =>
  alphabet.compare(a.label.nb, b.label.nb) || (a.code < b.code ? -1 : 1);

/** Takes measures one by one, so that no more than the columns need be held in memory. */
export class DatasetBuilder {
  readonly #edition: EditionInfo;
  readonly #columns: readonly (readonly [string, ColumnBuilder])[];
  readonly #options: DatasetOptions;
  readonly #late: number[] = [];
  #size = 0;

  constructor(edition: EditionInfo, variables: readonly Variable[], options: DatasetOptions = {}) {
    this.#edition = { id: edition.id, year: edition.year };
    this.#columns = variables.map((variable) => [variable.id, new ColumnBuilder(variable)] as const);
    this.#options = options;
  }

  /** @param late whether it came in after the deadline */
  add(row: MeasureRow, late = false): void {
    for (const [, column] of this.#columns) column.add(this.#size, row);
    if (late) this.#late.push(this.#size);
    this.#size += 1;
  }

  build(): Dataset {
    const names = this.#options.names ?? (() => undefined);
    const late = new Uint8Array(this.#size);
    for (const index of this.#late) late[index] = 1;
    return {
      edition: this.#edition,
      size: this.#size,
      columns: new Map(this.#columns.map(([id, column]) => [id, column.build(this.#size, names)])),
      ...(this.#options.release && { release: this.#options.release }),
      ...(this.#options.notice && { notice: this.#options.notice }),
      ...(this.#late.length > 0 && { late }),
    };
  }
}

/** The dataset of measures answered to an edition: all its variables, derived and population ones too. */
export function datasetFrom(edition: Edition, rows: Iterable<MeasureRow>, options: DatasetOptions = {}): Dataset {
  const builder = new DatasetBuilder(edition, variablesOf(edition), options);
  for (const row of rows) builder.add(row);
  return builder.build();
}
