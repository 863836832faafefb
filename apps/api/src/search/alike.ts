import type { SearchedRelease } from './find.ts';
import { wordsOf } from './fold.ts';
import { isFunctionWord } from './function-words.ts';
import { keyOf } from './norwegian.ts';
import { agenciesIn, isRare, isStock, mostTelling, type Register, rarityOf, titleWeight } from './telling.ts';

/** Words beyond these say little new. */
const mostWords = 40;
/** Less alike than this is not worth a reader’s time. */
const leastLikeness = 0.35;
/** How much the shared words must weigh, of what a word weighs that one measure would share by chance. */
const leastTelling = 0.9;

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
  readonly inTitle: boolean;
  /** So few measures or agencies have it that it alone, in the names of both, is a likeness. */
  readonly rare: boolean;
  readonly weight: number;
  /** Per release, the places that have it, and those that have it in their names. */
  readonly places: readonly { readonly has: ReadonlySet<number>; readonly named: ReadonlySet<number> }[];
}

/** What measures are to be compared with. */
export interface AskedTexts {
  readonly title: string;
  readonly text: string;
}

/**
 * Public measures that resemble a name and a description, or the name alone: the better counts, so that a description never hides what the
 * name has found. Each word weighs by how few measures and how few agencies have it (`rarityOf`). In a name it is three times that; words
 * that many have, and words the register lacks, tell nothing.
 * Likeness is the weight of the words shared out of the weight of the most telling ones asked with. At least two must be shared, and together
 * be so rare that hardly a measure has them all by chance: "ny løsning" or "hele landet" is no likeness; a rare word in both
 * names is. Bokmål and nynorsk are one.
 */
export function alike(releases: readonly SearchedRelease[], { title, text }: AskedTexts): Alike[] {
  const size = releases.reduce((sum, { part }) => sum + part.positions.length, 0);
  const agencies = new Set(releases.flatMap(({ part }) => agenciesIn(part))).size;
  const least = leastTelling * Math.log(size) * (1 + Math.log((agencies + 1) / 1.5));
  const all = termsOf(releases, { title, text }, { size, agencies });
  const found = new Map<string, Alike & { readonly terms: ReadonlySet<AskedTerm> }>();
  for (const terms of [all.filter(({ inTitle }) => inTitle), all]) {
    const telling = terms.slice(0, mostTelling).reduce((sum, { weight }) => sum + weight, 0);
    releases.forEach((release, at) => {
      for (const [place, { weight, enough }] of sharedIn(terms, at)) {
        const likeness = Math.min(1, weight / telling);
        if (!enough || weight < least || likeness < leastLikeness) continue;
        // A measure of several rounds is one, and stands as it is most alike; of the newest, where that is the same.
        const number = release.part.numbers[place] as string;
        const known = found.get(number);
        const nearest = known && known.likeness >= likeness ? known : { release, place, likeness };
        const shared = new Set([...(known?.terms ?? []), ...terms.filter(({ places }) => places[at]?.has.has(place))]);
        found.set(number, { ...nearest, terms: shared, shared: wordsToTell(shared) });
      }
    });
  }
  return [...found.values()].sort((a, b) => b.likeness - a.likeness || a.place - b.place);
}

/** By place, what the shared words weigh, and whether they are enough to be a likeness. */
function sharedIn(terms: readonly AskedTerm[], at: number): Map<number, { weight: number; enough: boolean }> {
  const sums = new Map<number, { weight: number; count: number; enough: boolean }>();
  for (const { places, weight, inTitle, rare } of terms)
    for (const place of places[at]?.has ?? []) {
      const sum = sums.get(place) ?? { weight: 0, count: 0, enough: false };
      sum.weight += weight;
      sum.count++;
      sum.enough ||= sum.count >= 2 || (rare && inTitle && places[at]?.named.has(place) === true);
      sums.set(place, sum);
    }
  return sums;
}

/** The words of the name first, then the most telling; what is half as telling as the most telling says nothing beside it. */
function wordsToTell(shared: ReadonlySet<AskedTerm>): string[] {
  const terms = [...shared].sort((a, b) => Number(b.inTitle) - Number(a.inTitle) || b.weight - a.weight);
  const least = Math.max(...terms.map(({ weight }) => weight)) / 2;
  return terms.filter(({ weight }) => weight >= least).map(({ word }) => word);
}

/** The words of a name and a description that some measure has, the most telling first. */
function termsOf(releases: readonly SearchedRelease[], { title, text }: AskedTexts, of: Register): AskedTerm[] {
  const owners = releases.map(({ part }) => agenciesIn(part));
  const words = new Map<string, { readonly word: string; readonly inTitle: boolean }>();
  for (const [own, inTitle] of [[title, true] as const, [text, false] as const])
    for (const word of wordsOf(own)) {
      const key = keyOf(word);
      if (!isFunctionWord(word) && !words.has(key) && words.size < mostWords) words.set(key, { word, inTitle });
    }
  return [...words]
    .map(([key, { word, inTitle }]): AskedTerm => {
      const places = releases.map(({ index }) => {
        const [has, named] = [new Set<number>(), new Set<number>()];
        for (const form of index.lexicon.withKey(key))
          index.eachUse(form, (place, weight) => {
            has.add(place);
            if (weight === 0) named.add(place);
          });
        return { has, named };
      });
      const used = places.reduce((sum, { has }) => sum + has.size, 0);
      const isPhrase = isStock(used, of, inTitle ? 'title' : 'text');
      const by = new Set(isPhrase ? [] : places.flatMap(({ has }, at) => [...has].map((place) => owners[at]?.[place])));
      const use = { measures: used, agencies: by.size };
      const weight = used === 0 || isPhrase ? 0 : rarityOf(use, of) * (inTitle ? titleWeight : 1);
      const rare = isRare(use, of);
      return { word, inTitle, rare, weight, places };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
}
