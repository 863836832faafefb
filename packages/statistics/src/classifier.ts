import { withheldOption } from '@samblikk/questionnaire';
import { BLANK, type Column, type Keys, NOT_ASKED } from './dataset.ts';
import { gather } from './gather.ts';
import { onceEach } from './once-each.ts';

/** A way to sort measures into categories: a column, possibly with merged categories, or named selections. */
export interface Classifier {
  readonly keys: Keys;
  /** Per key, the categories it counts under, by index; undefined when the measure is outside the table. */
  readonly members: readonly (readonly number[] | undefined)[];
  readonly categories: number;
}

/** The same for the measures at some places. */
export const classifierAt = (side: Classifier, places: Uint32Array): Classifier => ({
  ...side,
  keys: gather(side.keys, places),
});

type Members = Classifier['members'];

/**
 * Sorts by a column's own categories, with blank as the last one or outside the table. What is kept back goes with it: nobody
 * is told that it was answered, so it is in no share of those who did.
 */
export function classifierOf(column: Column, blank: 'category' | 'leftOut'): Classifier {
  const count = column.categories.length;
  return {
    keys: column.keys,
    members: (blank === 'category' ? withBlank : withoutBlank)(column),
    categories: blank === 'category' ? count + 1 : count,
  };
}

const withBlank = onceEach(({ categories, members }: Column): Members => {
  const sorted: (readonly number[] | undefined)[] = members.slice();
  sorted[NOT_ASKED] = undefined;
  sorted[BLANK] = [categories.length];
  return sorted;
});

const withoutBlank = onceEach(({ categories, members }: Column): Members => {
  const withheld = categories.findIndex(({ code }) => code === withheldOption.code);
  const sorted: (readonly number[] | undefined)[] =
    withheld < 0 ? members.slice() : members.map((indexes) => (indexes.includes(withheld) ? undefined : indexes));
  sorted[NOT_ASKED] = undefined;
  sorted[BLANK] = undefined;
  return sorted;
});

/** The members of all keys, one after the other: those of a key are from where it starts to where the next does. */
export interface Flattened {
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
  readonly outside: Uint8Array;
}

/** Own words have as many keys as measures: what follows from a column alone is worked out the first time it is counted by. */
export const flattenedOf = onceEach((members: Members): Flattened => {
  const starts = new Uint32Array(members.length + 1);
  const outside = new Uint8Array(members.length);
  let length = 0;
  for (let key = 0; key < members.length; key++) {
    const own = members[key];
    if (!own) outside[key] = 1;
    length += own?.length ?? 0;
    starts[key + 1] = length;
  }
  const places = new Uint32Array(length);
  for (let key = 0; key < members.length; key++) {
    const own = members[key] ?? [];
    const start = starts[key] as number;
    for (let i = 0; i < own.length; i++) places[start + i] = own[i] as number;
  }
  return { starts, places, outside };
});
