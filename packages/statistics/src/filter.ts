import { blankOption, statedOption, withheldOption } from '@samblikk/questionnaire';
import {
  BLANK,
  type Column,
  columnOf,
  type Dataset,
  type Keys,
  NOT_ASKED,
  StatisticsError,
  WITHHELD_AMOUNT,
} from './dataset.ts';

/** The code under which asked-and-blank is counted, filtered and listed. */
export const blankCode = blankOption.code;

/** The code that finds the measures with any answer: those that state an amount, or are in any category. */
export const statedCode = statedOption.code;

/** The code under which an answer that is kept back is counted, filtered and listed. */
export const withheldCode = withheldOption.code;

/** Joins codes that must all be chosen in one multiple-choice answer: `a~b` is "both a and b". */
export const bothSign = '~';

/** Variable → codes: any of the codes inside a variable, all variables together. */
export type Filters = Readonly<Record<string, readonly string[]>>;

/** Which keys of a column pass, as a lookup by key. Never the key of a measure that was not asked. */
function passing(column: Column, codes: readonly string[]): Uint8Array {
  if (column.numbers) {
    const odd = codes.find((code) => code !== blankCode && code !== statedCode);
    if (odd !== undefined) throw new StatisticsError('unknownCode', column.variable.id, odd);
    // Not asked, blank, stated, withheld.
    return Uint8Array.of(0, codes.includes(blankCode) ? 1 : 0, codes.includes(statedCode) ? 1 : 0, 0);
  }
  const indexOf = new Map(column.categories.map((category, index) => [category.code, index]));
  const closed = column.variable.options !== undefined;
  const wanted = codes
    .filter((code) => code !== blankCode && code !== statedCode)
    .map((code) => {
      const parts = indexOf.has(code) ? [code] : code.split(bothSign);
      return parts.map((part) => {
        const index = indexOf.get(part) ?? indexOf.get(column.variable.codeOf?.(part) ?? part);
        // An open list knows only what occurs: an agency without measures is simply none.
        if (index === undefined && closed && part !== withheldCode)
          throw new StatisticsError('unknownCode', column.variable.id, part);
        return index ?? -1;
      });
    });
  const any = codes.includes(statedCode);
  const pass = Uint8Array.from(column.members, (members) =>
    any || wanted.some((all) => all.every((index) => members.includes(index))) ? 1 : 0,
  );
  pass[NOT_ASKED] = 0;
  pass[BLANK] = codes.includes(blankCode) ? 1 : 0;
  return pass;
}

/** What a key of a column says of a filter: passes, tells nothing of what was answered, or fails (0). Joined by bitwise and. */
export const PASSES = 0b11;
export const UNDECIDED = 0b10;

/** What every key of a column says of the codes of a filter. */
export function decisions(column: Column, codes: readonly string[]): Uint8Array {
  const withheld = column.categories.findIndex(({ code }) => code === withheldCode);
  const isKeptBack = (key: number) =>
    column.numbers ? key === WITHHELD_AMOUNT : withheld >= 0 && column.members[key]?.includes(withheld);
  return passing(column, codes).map((passes, key) => (passes ? PASSES : isKeptBack(key) ? UNDECIDED : 0));
}

/** Lookups by the keys of all measures, joined by bitwise and. */
export function joined(size: number, columns: readonly { readonly keys: Keys; readonly of: Uint8Array }[]): Uint8Array {
  const all = new Uint8Array(size);
  columns.forEach(({ keys, of }, at) => {
    if (at === 0) for (let row = 0; row < size; row++) all[row] = of[keys[row] as number] as number;
    else for (let row = 0; row < size; row++) all[row] = (all[row] as number) & (of[keys[row] as number] as number);
  });
  return all;
}

/**
 * Marks the measures that pass every filter: one byte per measure, or undefined when nothing is filtered.
 * A measure that was not asked a filtering question never passes, whatever the codes.
 * @throws StatisticsError for a variable or a closed code that does not exist
 * @example
 * maskOf(dataset, { phase: ['idea', 'concept'], funding: ['no'] }) // → Uint8Array [1, 0, 0, 0]
 */
export function maskOf(dataset: Dataset, filters: Filters = {}): Uint8Array | undefined {
  const columns = Object.entries(filters).map(([variable, codes]) => {
    const column = columnOf(dataset, variable);
    return { keys: column.keys, of: passing(column, codes) };
  });
  return columns.length === 0 ? undefined : joined(dataset.size, columns);
}

/**
 * Both filters at once, as one. Where they share a variable, "a or b" and "c" becomes "both a and c, or both b and c":
 * `a~c`, `b~c`; what one alternative already says is not said again.
 * @example
 * combineFilters({ effects: ['quality', 'other'] }, { effects: ['quality'] }) // → { effects: ['quality'] }
 */
export function combineFilters(a: Filters, b: Filters): Filters {
  const all: Record<string, readonly string[]> = { ...a };
  for (const [variable, codes] of Object.entries(b)) {
    const others = Object.hasOwn(all, variable) ? all[variable] : undefined;
    all[variable] = others ? pairs(others, codes) : codes;
  }
  return all;
}

/** Every pair of an alternative from each side, except those that a shorter one already covers or none can meet. */
function pairs(a: readonly string[], b: readonly string[]): readonly string[] {
  const sets = a.flatMap((left) =>
    b.map((right) => [...new Set([...left.split(bothSign), ...right.split(bothSign)])].sort()),
  );
  const possible = sets
    .filter((set) => set.length === 1 || !set.includes(blankCode))
    // "Any answer" adds nothing to an answer.
    .map((set) => (set.length === 1 ? set : set.filter((code) => code !== statedCode)));
  const shortest = possible.filter(
    (set, index) =>
      !possible.some(
        (other, place) =>
          place !== index && other.every((code) => set.includes(code)) && (other.length < set.length || place < index),
      ),
  );
  return shortest.map((set) => set.join(bothSign));
}

/** Filters as they are sent: plain lists that nothing else holds. */
export const copyOf = (filters: Filters): Record<string, string[]> =>
  Object.fromEntries(Object.entries(filters).map(([variable, codes]) => [variable, [...codes]]));

/** Each filter as addresses have it: `phase=idea,concept`. */
export const filterTexts = (filters: Filters): string[] =>
  Object.entries(filters).map(([variable, codes]) => `${variable}=${codes.join(',')}`);
