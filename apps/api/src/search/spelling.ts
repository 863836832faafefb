import distance from 'damerau-levenshtein';

/** How many letters may be wrong, missing, too many or swapped in a word of so many. */
const allowed = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3);

/**
 * The word that is most like a misspelt one: fewest letters wrong, then those that begin alike, then the most used.
 *
 * @param known words that lead somewhere, with how much each is used
 * @example
 * respelt('digitalisernig', new Map([['digitalisering', 3]])) // → 'digitalisering'
 */
export function respelt(word: string, known: Iterable<readonly [word: string, used: number]>): string | undefined {
  const most = allowed(word.length);
  if (most === 0 || !/^\p{L}+$/u.test(word)) return undefined;
  let best: { word: string; order: readonly number[] } | undefined;
  for (const [candidate, used] of known) {
    if (Math.abs(candidate.length - word.length) > most || candidate.length < 3) continue;
    const { steps } = distance(word, candidate);
    // Without a part of it, it is another word: `register` is no spelling of `båtregister`.
    if (steps > most || (steps > 1 && (word.endsWith(candidate) || word.startsWith(candidate)))) continue;
    const order = [steps, candidate[0] === word[0] ? 0 : 1, -used];
    if (!best || isBefore(order, best.order)) best = { word: candidate, order };
  }
  return best?.word;
}

function isBefore(order: readonly number[], other: readonly number[]): boolean {
  const at = order.findIndex((one, i) => one !== other[i]);
  return at >= 0 && (order[at] as number) < (other[at] as number);
}
