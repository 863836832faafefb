import { ApiError } from '../platform/problem/index.ts';
import type { Cell, Side } from './cells.ts';
import { contentsId, timeId } from './cells.ts';
import type { Chosen } from './dataset.ts';
import { sameName } from './selection.ts';

/** Which variables stand across and which down, as it was asked. */
export interface Placement {
  readonly heading: readonly string[];
  readonly stub: readonly string[];
}

/** What was chosen, laid out: how many of its sides, which come first, stand down. */
export interface Layout extends Chosen {
  readonly stub: number;
}

/**
 * Lays out what was chosen: contents and years across, the rest down, unless told. A side that is told nowhere stands where
 * nothing was told; with both told, down.
 * @throws ApiError invalidSelection for a variable that is not among those chosen, or is named twice
 */
export function laidOut(chosen: Chosen, { heading, stub }: Placement): Layout {
  const ids = chosen.sides.map(({ side }) => side.id);
  const named = [...stub, ...heading].map((name) => {
    const id = ids.find((one) => sameName(one, name) || (one === timeId && sameName(name, 'time')));
    if (id === undefined) throw new ApiError('invalidSelection', { detail: ['pxPlacement', { variable: name }] });
    return id;
  });
  const twice = named.find((id, at) => named.indexOf(id) !== at);
  if (twice !== undefined) throw new ApiError('invalidSelection', { detail: ['pxPlacement', { variable: twice }] });
  const rest = ids.filter((id) => !named.includes(id));
  const usual = (id: string) => id === contentsId || id === timeId;
  const down = named.slice(0, stub.length);
  const across = named.slice(stub.length);
  if (named.length === 0) {
    down.push(...rest.filter((id) => !usual(id)));
    across.push(...rest.filter(usual));
  } else if (stub.length > 0 && heading.length === 0) across.push(...rest);
  else down.push(...rest);
  return { ...inOrder(chosen, [...down, ...across]), stub: down.length };
}

/** The same cells with the sides in another order. */
function inOrder({ sides, cells }: Chosen, ids: readonly string[]): Chosen {
  const places = ids.map((id) => sides.findIndex(({ side }) => side.id === id));
  if (places.every((place, at) => place === at)) return { sides, cells };
  const strides = sides.map((_, at) => sides.slice(at + 1).reduce((product, { codes }) => product * codes.length, 1));
  const ordered = places.flatMap((place) => sides[place] ?? []);
  const moved: Cell[] = [];
  const walk = (at: number, offset: number): void => {
    const place = places[at];
    if (place === undefined) {
      moved.push(cells[offset] ?? '.');
      return;
    }
    const length = sides[place]?.codes.length ?? 0;
    for (let code = 0; code < length; code++) walk(at + 1, offset + code * (strides[place] ?? 0));
  };
  walk(0, 0);
  return { sides: ordered, cells: moved };
}

/** How values are told: by code, by text, or both. */
export type Told = 'UseCodes' | 'UseTexts' | 'UseCodesAndTexts';

/** Rows and columns of a layout: the heads of each, and the cells between. */
export interface Grid {
  readonly stubNames: readonly string[];
  readonly columns: readonly (readonly string[])[];
  readonly rows: readonly { readonly heads: readonly string[]; readonly cells: readonly Cell[] }[];
}

/** Every choice of one from each list, the last list fastest. */
export function combined<V>(lists: readonly (readonly V[])[]): readonly (readonly V[])[] {
  const begun: readonly (readonly V[])[] = [[]];
  return lists.reduce((heads, next) => heads.flatMap((head) => next.map((one) => [...head, one])), begun);
}

/** A layout as a grid, in one language. */
export function gridOf({ sides, cells, stub }: Layout, told: Told, language: keyof Side['label']): Grid {
  const say = (code: string, text: string) =>
    ({ UseCodes: code, UseTexts: text, UseCodesAndTexts: `${code} ${text}` })[told];
  const texts = sides.map(({ side, codes }) => {
    const labels = new Map(side.categories.map(({ code, label }) => [code, label[language]]));
    return codes.map((code) => say(code, labels.get(code) ?? code));
  });
  const columns = combined(texts.slice(stub));
  return {
    stubNames: sides.slice(0, stub).map(({ side }) => say(side.id, side.label[language])),
    columns,
    rows: combined(texts.slice(0, stub)).map((heads, at) => ({
      heads,
      cells: cells.slice(at * columns.length, (at + 1) * columns.length),
    })),
  };
}
