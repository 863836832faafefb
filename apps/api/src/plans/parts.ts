import { isDeepStrictEqual } from 'node:util';
import type { SavedPlan } from '@samblikk/contract';

// A plan as parts that change by themselves: each line, actor and pool by its id, and the rest by its name.

const lists = ['actors', 'costs', 'funding', 'pools', 'costsOfOthers'] as const;
type List = (typeof lists)[number];
const isList = (name: string): name is List => (lists as readonly string[]).includes(name);

type Parts = ReadonlyMap<string, unknown>;

/** Its parts by name: `costs:a1`, `actors:991825827`, `principle`. */
export function partsOf(plan: SavedPlan): Parts {
  return new Map(
    Object.entries(plan).flatMap(([name, value]): [string, unknown][] =>
      isList(name) ? plan[name].map((item) => [`${name}:${item.id}`, item]) : [[name, value]],
    ),
  );
}

/** What differs between two versions: the names of parts, and each before and after; undefined where it was not there. */
export function changesBetween(before: SavedPlan, after: SavedPlan) {
  const [was, is] = [partsOf(before), partsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((part) => ({ part, from: was.get(part), to: is.get(part) }))
    .filter(({ from, to }) => !isDeepStrictEqual(from, to));
}

/** Whether a change of these parts is one of who shares what by which key, so that nobody has agreed any more. */
export const changesTerms = (parts: readonly string[]): boolean =>
  parts.some((part) => /^(actors|pools):|^population$/.test(part));

/**
 * What two people made of one version, put together: a part that one of them changed is as it was changed.
 * @param base the version that `mine` was made on; `theirs` the newest one
 * @param keep parts that are to be as in `mine`, whatever they became
 * @returns the plan, or the parts that both changed, to different things
 */
export function merge(
  base: SavedPlan,
  theirs: SavedPlan,
  mine: SavedPlan,
  keep: readonly string[] = [],
): { readonly plan: SavedPlan } | { readonly conflicts: readonly { part: string; yours: unknown; theirs: unknown }[] } {
  const [ofMine, ofTheirs] = [partsOf(mine), partsOf(theirs)];
  const changed = new Set(changesBetween(base, mine).map(({ part }) => part));
  const conflicts = changesBetween(base, theirs)
    .map(({ part }) => part)
    .filter(
      (part) => changed.has(part) && !keep.includes(part) && !isDeepStrictEqual(ofMine.get(part), ofTheirs.get(part)),
    )
    .map((part) => ({ part, yours: ofMine.get(part) ?? null, theirs: ofTheirs.get(part) ?? null }));
  if (conflicts.length > 0) return { conflicts };
  const pick = (part: string) => (changed.has(part) ? ofMine.get(part) : ofTheirs.get(part));
  const items = (list: List) => {
    // In the order of mine; what they have added comes last.
    const ids = new Set([...mine[list], ...theirs[list]].map(({ id }) => id));
    return [...ids].map((id) => pick(`${list}:${id}`)).filter((item) => item !== undefined);
  };
  const plan = Object.fromEntries(
    Object.keys(theirs).map((name) => [name, isList(name) ? items(name) : pick(name)]),
  ) as unknown as SavedPlan;
  return { plan };
}
