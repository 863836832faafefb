import { count, type Filters, maskOf, StatisticsError } from '@samblikk/statistics';
import { type LoadedRelease, unknown } from '../releases/index.ts';
import type { Matches } from '../search/index.ts';
import type { Corpus } from './corpus.ts';

/** What is looked for in the register, apart from order and page. */
export interface Criteria {
  /** Years; none is all. */
  readonly rounds: readonly number[];
  readonly filters: Filters;
  /** Where the free text was found; undefined when there is none. */
  readonly found: ReadonlyMap<string, Matches> | undefined;
  /** The numbers of measures that somebody chose; undefined when there are none. */
  readonly numbers?: ReadonlySet<string> | undefined;
}

/**
 * The measures that match. A measure that is public in several of the rounds searched is one measure, and stands as it was in
 * the newest of them; search one round to see it as it was then. List, facets, counts and files are all read from this: it is the only place that decides what
 * is found.
 */
export class Selection {
  readonly corpus: Corpus;
  readonly criteria: Criteria;
  /** Per part of the corpus, one byte per public measure. */
  readonly masks: readonly Uint8Array[];
  readonly total: number;
  /** Per part, the measures that stand in a newer part that is searched. */
  readonly #old: readonly (Uint8Array | undefined)[];

  constructor(corpus: Corpus, criteria: Criteria) {
    this.corpus = corpus;
    this.criteria = criteria;
    requireKnown(corpus, criteria);
    const searched = corpus.parts.flatMap((part, index) => (this.#isSearched(part) ? [index] : []));
    this.#old = corpus.parts.map((_, index) => corpus.superseded(index, searched));
    this.masks = this.#matching(criteria.filters);
    this.total = this.masks.reduce((sum, mask) => sum + ones(mask), 0);
  }

  #matching(filters: Filters): Uint8Array[] {
    return this.corpus.parts.map((part, index) => {
      if (!this.#isSearched(part)) return none(part);
      const mask = maskOfPart(part, filters, this.criteria);
      const old = this.#old[index];
      for (let place = 0; old && place < mask.length; place++) if (old[place]) mask[place] = 0;
      return mask;
    });
  }

  #isSearched(part: LoadedRelease): boolean {
    const { rounds } = this.criteria;
    return rounds.length === 0 || rounds.includes(part.release.year);
  }

  /** The parts with their places in the corpus, those that are searched before the others, newest first in both. */
  searchedFirst(): { part: LoadedRelease; index: number; searched: boolean }[] {
    const all = this.corpus.parts.map((part, index) => ({ part, index, searched: this.#isSearched(part) }));
    return [...all.filter(({ searched }) => searched), ...all.filter(({ searched }) => !searched)];
  }

  /** One byte per entry of the corpus. */
  flat(): Uint8Array {
    const all = new Uint8Array(this.corpus.size);
    this.masks.forEach((mask, index) => {
      all.set(mask, this.corpus.offsets[index]);
    });
    return all;
  }

  /** The masks as they would be without the choice in one facet; for the years (`round`), each as if it alone were searched. */
  without(facet: string): readonly Uint8Array[] {
    const { filters } = this.criteria;
    if (facet === 'round') return this.corpus.parts.map((part) => maskOfPart(part, filters, this.criteria));
    if (!Object.hasOwn(filters, facet)) return this.masks;
    const { [facet]: _, ...others } = filters;
    return this.#matching(others);
  }

  /**
   * How many measures match by answers that are not public: withheld whole, or the answer filtered by is kept back.
   * Undefined with free text, since text of the withheld is never searched, and with a chosen list, which has none. Of several rounds it is the sum: that an agency's
   * withheld measure of one year is that of another is not told.
   */
  withheld(): number | undefined {
    if (this.criteria.found || this.criteria.numbers) return undefined;
    const { filters } = this.criteria;
    const kept = this.corpus.parts
      .filter((part) => this.#isSearched(part))
      .map((part) => countAll(part, filters) - ones(maskOfPart(part, filters)));
    return kept.reduce((sum, n) => sum + n, 0);
  }
}

/** Marks the public measures of a release that match. A release that never had the variable or code has none. */
function maskOfPart(
  part: LoadedRelease,
  filters: Filters,
  { found, numbers }: Pick<Criteria, 'found' | 'numbers'> = { found: undefined },
): Uint8Array {
  const size = part.positions.length;
  const mask = tolerant(() => maskOf(part.open, filters) ?? new Uint8Array(size).fill(1)) ?? new Uint8Array(size);
  if (numbers) for (const [place, number] of part.numbers.entries()) if (!numbers.has(number)) mask[place] = 0;
  if (!found) return mask;
  const text = new Uint8Array(size);
  for (const place of found.get(part.release.id)?.places ?? []) text[place] = mask[place] as number;
  return text;
}

const none = (part: LoadedRelease): Uint8Array => new Uint8Array(part.positions.length);

function countAll(part: LoadedRelease, filters: Filters): number {
  return tolerant(() => count(part.countedBy(Object.keys(filters)), filters)) ?? 0;
}

function tolerant<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof StatisticsError) return undefined;
    throw error;
  }
}

/** Refuses a variable or code that no release in the corpus knows. @throws ApiError unknownVariable */
function requireKnown(corpus: Corpus, { filters }: Criteria): void {
  for (const [variable, codes] of Object.entries(filters)) {
    for (const code of codes) {
      let first: StatisticsError | undefined;
      const known = corpus.parts.some((part) => {
        try {
          maskOf(part.sealed, { [variable]: [code] });
          return true;
        } catch (error) {
          if (!(error instanceof StatisticsError)) throw error;
          first ??= error;
          return false;
        }
      });
      const datasets = corpus.parts.map((part) => part.sealed);
      if (!known && first) throw unknown(datasets, first);
    }
  }
}

/** The places of the bytes that are 1. */
export function placesIn(mask: Uint8Array): Uint32Array {
  const places = new Uint32Array(ones(mask));
  for (let i = 0, n = 0; n < places.length; i++) if (mask[i]) places[n++] = i;
  return places;
}

/** How many bytes are 1. */
export function ones(mask: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < mask.length; i++) sum += mask[i] as number;
  return sum;
}
