import { openQuestions, type States, StatesCounter } from '@samblikk/statistics';
import type { Database } from '../platform/db/index.ts';
import { type LoadedRelease, publicRowsOf } from '../releases/index.ts';

const kept = new WeakMap<object, Promise<ReadonlyMap<string, States>>>();

/**
 * The states of the answers to questions that no table counts by: texts, dates. A release never changes, so they are counted once,
 * and kept with its columns.
 */
export function textStates(db: Database, from: LoadedRelease): Promise<ReadonlyMap<string, States>> {
  const known = kept.get(from.open);
  if (known) return known;
  const counting = counted(db, from);
  kept.set(from.open, counting);
  counting.catch(() => kept.delete(from.open));
  return counting;
}

async function counted(db: Database, { release, edition, open }: LoadedRelease): Promise<ReadonlyMap<string, States>> {
  const texts = openQuestions(edition).flatMap(({ id }) => (open.columns.has(id) ? [] : [id]));
  const counter = new StatesCounter(edition, texts, release.measures - release.publicMeasures);
  for await (const row of publicRowsOf(db, release.id)) counter.add(row);
  return counter.states();
}
