import type { SearchedRelease } from './find.ts';
import { wordsOf } from './fold.ts';
import { isFunctionWord } from './function-words.ts';
import { keyOf } from './norwegian.ts';

/** Words beyond these say little new. */
const mostWords = 40;
/** Less alike than this is not worth a reader’s time. */
const leastLikeness = 0.35;
/** How much the shared words must weigh, of ln N: what words weigh that one measure would share by chance. */
const leastTelling = 0.9;
/** A long text is measured by its most telling words: nobody else’s measure has them all. */
const mostTelling = 8;

/** A public measure that resembles a text. */
export interface Alike {
  readonly release: SearchedRelease;
  /** Its place among the release's public measures. */
  readonly place: number;
  /** 0–1. */
  readonly likeness: number;
  /** The words both have, as they are asked with, the most telling first. */
  readonly shared: readonly string[];
}

interface AskedTerm {
  readonly word: string;
  readonly weight: number;
  /** Per release, the places that have it. */
  readonly places: readonly ReadonlySet<number>[];
}

/**
 * Public measures that resemble one of the texts; the best counts, so that a description never hides what the name has
 * found. Each word weighs by how few measures have it (inverse document frequency, ln((N + 1) / (n + ½))), so that "løsning"
 * tells little and "skogsdata" much; words the register lacks tell nothing. Likeness is the weight of the words shared out of
 * the weight of the most telling ones asked with. At least two must be shared, and together be so rare that hardly a measure
 * has them all by chance: "ny løsning" or "hele landet" is no likeness. Bokmål and nynorsk are one.
 */
export function alike(releases: readonly SearchedRelease[], texts: readonly string[]): Alike[] {
  const size = releases.reduce((sum, { part }) => sum + part.positions.length, 0);
  const found = new Map<string, Alike>();
  const weights = new Map<string, number>();
  for (const text of texts) {
    const terms = termsOf(releases, text, size);
    const telling = terms.slice(0, mostTelling).reduce((sum, { weight }) => sum + weight, 0);
    releases.forEach((release, at) => {
      const sums = new Float64Array(release.part.positions.length);
      const counts = new Uint8Array(sums.length);
      for (const { places, weight } of terms)
        for (const place of places[at] ?? []) {
          (sums[place] as number) += weight;
          (counts[place] as number)++;
        }
      for (const [place, weight] of sums.entries()) {
        const likeness = Math.min(1, weight / telling);
        const isShared = (counts[place] as number) >= 2;
        if (!isShared || weight < leastTelling * Math.log(size) || likeness < leastLikeness) continue;
        const shared = terms.filter(({ places }) => places[at]?.has(place));
        // A measure of several rounds is one, and stands as it is most alike; of the newest, where that is the same.
        const number = release.part.numbers[place] as string;
        const known = found.get(number);
        for (const term of shared) weights.set(term.word, term.weight);
        const words = [...new Set([...(known?.shared ?? []), ...shared.map(({ word }) => word)])];
        words.sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
        // What is half as telling as the most telling says nothing beside it.
        const least = (weights.get(words[0] ?? '') ?? 0) / 2;
        const nearest = known && known.likeness >= likeness ? known : { release, place, likeness };
        found.set(number, { ...nearest, shared: words.filter((word) => (weights.get(word) ?? 0) >= least) });
      }
    });
  }
  return [...found.values()].sort((a, b) => b.likeness - a.likeness || a.place - b.place);
}

/** The words of a text that some measure has, the most telling first. */
function termsOf(releases: readonly SearchedRelease[], text: string, size: number): AskedTerm[] {
  const words = new Map<string, string>();
  for (const word of wordsOf(text)) {
    const key = keyOf(word);
    if (!isFunctionWord(word) && !words.has(key) && words.size < mostWords) words.set(key, word);
  }
  return [...words]
    .map(([key, word]): AskedTerm => {
      const places = releases.map(({ index }) => {
        const has = new Set<number>();
        for (const form of index.lexicon.withKey(key)) index.eachUse(form, (place) => has.add(place));
        return has;
      });
      const used = places.reduce((sum, { size: n }) => sum + n, 0);
      return { word, weight: used === 0 ? 0 : Math.log((size + 1) / (used + 0.5)), places };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
}
