import type { CategoryLabel } from '@samblikk/statistics';
import type { LoadedRelease } from './loaded.ts';

/** The answer of each public measure to a question of one answer; undefined where there is none. */
export function answersTo({ open, positions }: LoadedRelease, variable: string): (CategoryLabel | undefined)[] {
  const column = open.columns.get(variable);
  return Array.from(positions, (_, place) => {
    const member = column?.members[column.keys[place] as number]?.[0];
    return member === undefined ? undefined : column?.categories[member];
  });
}
