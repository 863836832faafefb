import { blankOption, statedOption, withheldOption } from '@samblikk/questionnaire';
import { BLANK, type Column, columnOf, type Dataset, NOT_ASKED, StatisticsError, WITHHELD_AMOUNT } from './dataset.ts';

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

/**
 * Marks the measures that pass every filter: one byte per measure, or undefined when nothing is filtered.
 * A measure that was not asked a filtering question never passes, whatever the codes.
 * @throws StatisticsError for a variable or a closed code that does not exist
 * @example
 * maskOf(dataset, { phase: ['idea', 'concept'], funding: ['no'] }) // → Uint8Array [1, 0, 0, 0]
 */
export function maskOf(dataset: Dataset, filters: Filters = {}): Uint8Array | undefined {
  let mask: Uint8Array | undefined;
  for (const [variable, codes] of Object.entries(filters)) {
    const column = columnOf(dataset, variable);
    const pass = passing(column, codes);
    const { keys } = column;
    if (!mask) {
      mask = new Uint8Array(dataset.size);
      for (let row = 0; row < dataset.size; row++) mask[row] = pass[keys[row] as number] as number;
    } else {
      for (let row = 0; row < dataset.size; row++)
        mask[row] = (mask[row] as number) & (pass[keys[row] as number] as number);
    }
  }
  return mask;
}

/** Which keys of a column tell nothing of what was answered, as a lookup by key; undefined when none does. */
function keptBack({ numbers, categories, members }: Column): Uint8Array | undefined {
  if (numbers) return Uint8Array.from({ length: WITHHELD_AMOUNT + 1 }, (_, key) => (key === WITHHELD_AMOUNT ? 1 : 0));
  const place = categories.findIndex(({ code }) => code === withheldCode);
  return place < 0 ? undefined : Uint8Array.from(members, (indexes) => (indexes.includes(place) ? 1 : 0));
}

/**
 * How many measures pass the filters as far as one may tell, and in full only if what they keep back says so. A table cannot
 * have them, and without a word of them its numbers would seem to be about all.
 */
export function undecidedBy(dataset: Dataset, filters: Filters = {}): number {
  const columns = Object.entries(filters).map(([variable, codes]) => {
    const column = columnOf(dataset, variable);
    return { keys: column.keys, pass: passing(column, codes), unknown: keptBack(column) };
  });
  if (columns.every(({ unknown }) => unknown === undefined)) return 0;
  // Per measure the filters together, as bits: 1 where one is kept back, 2 where one does not pass.
  const outcome = new Uint8Array(dataset.size);
  for (const { keys, pass, unknown } of columns) {
    const bits = pass.map((passes, key) => (passes === 1 ? 0 : unknown?.[key] === 1 ? 1 : 2));
    for (let row = 0; row < dataset.size; row++) {
      outcome[row] = (outcome[row] as number) | (bits[keys[row] as number] as number);
    }
  }
  let undecided = 0;
  for (let row = 0; row < dataset.size; row++) undecided += outcome[row] === 1 ? 1 : 0;
  return undecided;
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
