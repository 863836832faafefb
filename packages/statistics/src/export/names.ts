/** Names that differ: a second dimension of the same variable is `phase-2`. */
export function distinctNames(names: readonly string[]): string[] {
  const given = new Map<string, number>();
  return names.map((name) => {
    const times = (given.get(name) ?? 0) + 1;
    given.set(name, times);
    return times === 1 ? name : `${name}-${times}`;
  });
}
