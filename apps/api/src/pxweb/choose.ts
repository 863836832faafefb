import { pxMaxCells } from '@samblikk/contract';
import { ApiError } from '../platform/problem/index.ts';
import type { Cell, Space } from './cells.ts';
import type { Chosen } from './dataset.ts';
import { chosenOf, type Selection } from './selection.ts';

/**
 * The cells chosen; without any selection the whole table, or its newest year and first contents where that is too much.
 * @param most cells that may be had at once
 * @throws ApiError invalidSelection, tooManyCells
 */
export function chosenIn(space: Space, selection: Selection, most = pxMaxCells): Chosen {
  const asked = chosenOf(space, selection);
  const codes = selection.size === 0 && sizeOf(asked) > most ? lessOf(space, asked) : asked;
  const size = sizeOf(codes);
  if (size > most) {
    throw new ApiError('tooManyCells', { detail: ['pxCells', { cells: String(size), most: String(most) }] });
  }
  const cells: Cell[] = [];
  const walk = (at: number, chosen: readonly string[]): void => {
    const side = codes[at];
    if (!side) cells.push(space.cell(chosen));
    else for (const code of side) walk(at + 1, [...chosen, code]);
  };
  walk(0, []);
  return { sides: space.sides.map((side, at) => ({ side, codes: codes[at] ?? [] })), cells };
}

type Codes = readonly (readonly string[])[];

const sizeOf = (codes: Codes): number => codes.reduce((product, { length }) => product * length, 1);

function lessOf({ sides }: Space, codes: Codes): Codes {
  const kept = { metric: (all: readonly string[]) => all.slice(0, 1), time: (all: readonly string[]) => all.slice(-1) };
  return codes.map((all, at) => {
    const role = sides[at]?.role;
    return role ? kept[role](all) : all;
  });
}
