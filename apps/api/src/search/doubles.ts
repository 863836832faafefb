import { setImmediate } from 'node:timers/promises';
import type { Elsewhere } from './elsewhere.ts';
import type { SearchedRelease } from './find.ts';
import { tokensOf } from './fold.ts';
import { keyOf } from './norwegian.ts';
import { type AnswersAt, Terms } from './terms.ts';

/** Less alike than this is no double; nor than that, where one is wholly about what nobody but the two agencies names. */
const leastLikeness = 0.45;
const leastOfTwo = 0.4;
/** So much of what one is about, by the rare words of its name, the other must have too. */
const leastSubject = 0.6;
/** All of it, but for how numbers are added up. */
const whole = 0.999;
/** So many telling terms both must have; one that no third agency has in any public release is enough. */
const fewestTelling = 2;
/** How many of the likeliest of each measure are looked at. */
const mostOfEach = 5;
/** So long, in milliseconds, the list of a release works before it lets others in. */
const turn = 10;

const none: ReadonlySet<number> = new Set();

/** A public measure of another agency that may be the same. */
export interface Double {
  /** Its place among the release’s public measures. */
  readonly place: number;
  /** 0–1. */
  readonly likeness: number;
}

/** Two of them; `one` comes first in the release. */
export interface DoublePair {
  readonly one: number;
  readonly other: number;
  readonly likeness: number;
}

/**
 * Likely doubles among the public measures of one release: measures of different agencies that are strongly alike.
 *
 * Likeness is the weight of the terms both have (`rarityOf`, three times that in the names of both) out of the weight of the most telling terms of each, on
 * average: the same from both sides. Words of the field itself (`isFieldWord`) tell nothing, and how rare a word is is judged over all public releases, so that a
 * small round makes none special. At least two telling terms must be shared, or one that no third agency has. And what one of them is about, by the rare words of its name, the other must have for the most part: “godkjenning av
 * legemidler” is about something else than “godkjenning av utdanning”. Where all the rare words of a name stand in the other's, and no third agency has them in
 * its measures, a little less likeness is enough: “vergemål” is a field that two agencies share, and what else is in a
 * name hides it. Others are found by the lists of a measure’s rare terms, never by going
 * through all. Each measure has its five likeliest.
 */
export class Doubles {
  readonly #terms: Terms;
  /** What the terms of the measure asked about weigh, by term; empty between questions. */
  readonly #weights: Float64Array;
  readonly #inTitle: Uint8Array;
  readonly #seen: Uint8Array;
  #all: Promise<readonly DoublePair[]> | undefined;

  /** @param elsewhere the other public releases, which tell how special a word is */
  constructor(release: SearchedRelease, answersAt: AnswersAt, elsewhere: Elsewhere) {
    this.#terms = new Terms(release, answersAt, elsewhere);
    this.#weights = new Float64Array(this.#terms.count);
    this.#inTitle = new Uint8Array(this.#terms.count);
    this.#seen = new Uint8Array(this.#terms.size);
  }

  /** The likeliest doubles of a measure by its place, the most alike first; of equals the first in the release. */
  of(place: number): Double[] {
    const terms = this.#terms;
    const found: Double[] = [];
    terms.eachOf(place, (term, inTitle) => {
      if (terms.isOfField(term)) return;
      this.#weights[term] = terms.weightOf(term, inTitle);
      this.#inTitle[term] = Number(inTitle);
    });
    for (const other of this.#candidates(place)) {
      const likeness = this.#likeness(place, other);
      if (likeness > 0) found.push({ place: other, likeness });
    }
    terms.eachOf(place, (term) => {
      this.#weights[term] = 0;
    });
    return found.sort((a, b) => b.likeness - a.likeness || a.place - b.place).slice(0, mostOfEach);
  }

  /** Measures of other agencies that have one of the rare terms. */
  #candidates(place: number): number[] {
    const { agencies } = this.#terms;
    const found: number[] = [];
    this.#terms.eachOf(place, (term) => {
      if (!this.#terms.isRare(term)) return;
      this.#terms.eachWith(term, (other) => {
        if (this.#seen[other] === 1 || agencies[other] === agencies[place]) return;
        this.#seen[other] = 1;
        found.push(other);
      });
    });
    for (const other of found) this.#seen[other] = 0;
    return found;
  }

  /** 0 where they are not alike enough. */
  #likeness(place: number, other: number): number {
    const terms = this.#terms;
    const { weights, subjects } = terms;
    let [shared, mine, theirs, ofTwo, telling] = [0, 0, 0, 0, 0];
    const narrowed = this.#narrowed(place, other);
    terms.eachOf(other, (term, inTitle) => {
      const weight = this.#weights[term] as number;
      if (weight === 0) return;
      shared += Math.min(weight, terms.weightOf(term, inTitle));
      if (!terms.isRare(term) || narrowed.has(term)) return;
      telling += terms.agenciesOf(term) === 2 ? fewestTelling : 1;
      if (this.#inTitle[term] === 1) mine += terms.rarityOf(term);
      if (inTitle) theirs += terms.rarityOf(term);
      if (inTitle && this.#inTitle[term] === 1 && terms.agenciesOf(term) === 2) ofTwo += terms.rarityOf(term);
    });
    const isAbout = (rare: number, of: number, share = leastSubject) =>
      rare > 0 && rare >= share * (subjects[of] as number);
    if (telling < fewestTelling || (!isAbout(mine, place) && !isAbout(theirs, other))) return 0;
    const likeness = Math.min(1, (2 * shared) / ((weights[place] as number) + (weights[other] as number)));
    const isWhole = isAbout(ofTwo, place, whole) || isAbout(ofTwo, other, whole);
    return likeness >= (isWhole ? leastOfTwo : leastLikeness) ? likeness : 0;
  }

  /** Rare words that in the name of one stand beside a rare word that the other lacks, and so are not about the same. */
  #narrowed(place: number, other: number): ReadonlySet<number> {
    const terms = this.#terms;
    const [mine, theirs] = [terms.besideIn(place), terms.besideIn(other)];
    if (mine.length === 0 && theirs.length === 0) return none;
    const others = new Set<number>();
    terms.eachOf(other, (term) => others.add(term));
    return new Set([
      ...mine.flatMap(([term, near]) => (others.has(near) ? [] : [term])),
      ...theirs.flatMap(([term, near]) => (this.#weights[near] === 0 ? [term] : [])),
    ]);
  }

  /** The rare words both have, as a text of one of them writes them: those of both names first, then the most telling; what is half as telling as the most telling says nothing beside it. */
  words({ one, other }: { readonly one: number; readonly other: number }, text: string): string[] {
    const terms = this.#terms;
    const own = new Map<number, boolean>();
    terms.eachOf(one, (term, inTitle) => own.set(term, inTitle));
    const shared: { key: string; weight: number; inTitles: boolean }[] = [];
    terms.eachOf(other, (term, inTitle) => {
      const [key, mine] = [terms.keys[term], own.get(term)];
      if (key === undefined || mine === undefined || !terms.isRare(term)) return;
      const inTitles = mine && inTitle;
      shared.push({ key, inTitles, weight: terms.weightOf(term, inTitles) });
    });
    const least = Math.max(...shared.map(({ weight }) => weight)) / 2;
    const written = new Map(tokensOf(text).map(({ form }) => [keyOf(form), form]));
    return shared
      .filter(({ weight }) => weight >= least)
      .sort((a, b) => Number(b.inTitles) - Number(a.inTitles) || b.weight - a.weight)
      .flatMap(({ key }) => written.get(key) ?? []);
  }

  /** Every pair of which one is among the likeliest of the other, the most alike first. Worked out once, a little at a time: others wait no longer for it than for a search. */
  all(): Promise<readonly DoublePair[]> {
    this.#all ??= this.#pairs();
    return this.#all;
  }

  async #pairs(): Promise<DoublePair[]> {
    const pairs = new Map<number, DoublePair>();
    let since = performance.now();
    for (let place = 0; place < this.#terms.size; place++) {
      for (const { place: found, likeness } of this.of(place)) {
        const [one, other] = place < found ? [place, found] : [found, place];
        pairs.set(one * this.#terms.size + other, { one, other, likeness });
      }
      if (performance.now() - since < turn) continue;
      await setImmediate();
      since = performance.now();
    }
    return [...pairs.values()].sort((a, b) => b.likeness - a.likeness || a.one - b.one || a.other - b.other);
  }
}
