import type { Table } from '@samblikk/statistics';
import type { FigureBlock } from './model.ts';
import type { Say } from './say.ts';

/** The picture of a table; nothing for one that has none. */
export function pictureOf(_table: Table, _id: string, _say: Say): Pick<FigureBlock, 'svg' | 'alt'> | undefined {
  return undefined;
}
