import { type Variable, withheldOption } from '@samblikk/questionnaire';
import { type Column, type Dataset, type Keys, WITHHELD_AMOUNT } from './dataset.ts';

/**
 * The same measures, but of those marked with 1 no more than the variables that may be told: all else they answered counts
 * as withheld, as amounts do not count at all. Shares with the dataset what is unchanged.
 */
export function sealed(dataset: Dataset, marked: Uint8Array, mayBeTold: (variable: Variable) => boolean): Dataset {
  if (!marked.includes(1)) return dataset;
  const columns = [...dataset.columns].map(
    ([id, column]) => [id, mayBeTold(column.variable) ? column : sealedColumn(column, marked)] as const,
  );
  // That one came late is told with what was answered, and would tie the answers to the agency that was late.
  const late = dataset.late?.map((is, row) => (marked[row] ? 0 : is));
  return { ...dataset, columns: new Map(columns), ...(late && { late }) };
}

function sealedColumn(whole: Column, marked: Uint8Array): Column {
  if (whole.numbers) {
    const numbers = whole.numbers.map((number, row) => (marked[row] ? Number.NaN : number));
    return { ...whole, numbers, keys: rekeyed(whole.keys, marked, WITHHELD_AMOUNT) };
  }
  const column = withoutTheirOwn(whole, marked);
  const known = column.categories.findIndex(({ code }) => code === withheldOption.code);
  const { code, label } = withheldOption;
  const categories = known < 0 ? [...column.categories, { code, label }] : column.categories;
  const category = known < 0 ? column.categories.length : known;
  const used = column.members.findIndex((members) => members.length === 1 && members[0] === category);
  const members = used < 0 ? [...column.members, [category]] : column.members;
  const keys = rekeyed(column.keys, marked, used < 0 ? column.members.length : used);
  return { ...column, categories, members, keys };
}

/** An open list without what only marked measures are in: that there is such a category would tell of them. */
function withoutTheirOwn(column: Column, marked: Uint8Array): Column {
  if (column.variable.options !== undefined) return column;
  const keys = new Set<number>();
  column.keys.forEach((key, row) => {
    if (!marked[row]) keys.add(key);
  });
  const used = new Set([...keys].flatMap((key) => column.members[key] ?? []));
  const left = [...column.categories.keys()].filter((category) => used.has(category));
  const placeOf = new Map(left.map((category, place) => [category, place]));
  return {
    ...column,
    categories: column.categories.filter((_, category) => used.has(category)),
    members: column.members.map((members) => members.flatMap((category) => placeOf.get(category) ?? [])),
  };
}

/** The keys with another one at the marked rows; wider when it needs more room. */
function rekeyed(keys: Keys, marked: Uint8Array, key: number): Keys {
  const room = key > 0xffff ? Uint32Array.from(keys) : key > 0xff ? Uint16Array.from(keys) : keys.slice();
  const copy = room.BYTES_PER_ELEMENT < keys.BYTES_PER_ELEMENT ? keys.slice() : room;
  for (let row = 0; row < copy.length; row++) if (marked[row]) copy[row] = key;
  return copy;
}
