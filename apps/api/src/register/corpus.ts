import type { RegisterSort } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import type { Database } from '../platform/db/index.ts';
import { answersTo, type DatedRelease, type LoadedRelease, loaded, newestReleases } from '../releases/index.ts';
import { alphabetOf, kronerAt } from './show.ts';

/**
 * The public measures of some releases as one list, newest round first and by number within it; an entry is a place in that
 * list. Made from releases, which never change, and so never changes either.
 */
export class Corpus {
  readonly parts: readonly LoadedRelease[];
  /** Per part, the entry of its first measure. */
  readonly offsets: readonly number[];
  readonly size: number;
  readonly #orders = new Map<string, Uint32Array>();
  readonly #partOf: Uint16Array;
  readonly #superseded = new Map<string, Uint8Array | undefined>();

  constructor(parts: readonly LoadedRelease[]) {
    this.parts = parts;
    let size = 0;
    this.offsets = parts.map((part) => {
      const offset = size;
      size += part.positions.length;
      return offset;
    });
    this.size = size;
    this.#partOf = new Uint16Array(size);
    for (const [index, offset] of this.offsets.entries()) this.#partOf.fill(index, offset);
  }

  /**
   * Marks the public measures of a part that a newer one of these parts has too: the same measure, as it was. Numbers are for
   * life, so they say which measure it is. Undefined when there are none. Marked once.
   */
  superseded(index: number, among: readonly number[]): Uint8Array | undefined {
    const newer = among.filter((other) => other < index);
    if (newer.length === 0) return undefined;
    const name = `${index} ${newer}`;
    if (!this.#superseded.has(name)) this.#superseded.set(name, this.#marked(index, newer));
    return this.#superseded.get(name);
  }

  #marked(index: number, newer: readonly number[]): Uint8Array | undefined {
    const { numbers = [] } = this.parts[index] ?? {};
    const later = new Set(newer.flatMap((other) => this.parts[other]?.numbers ?? []));
    const marks = Uint8Array.from(numbers, (number) => (later.has(number) ? 1 : 0));
    return marks.includes(1) ? marks : undefined;
  }

  /** The release of an entry, and its place among that release’s public measures. */
  at(entry: number): { part: LoadedRelease; place: number } {
    const index = this.#partOf[entry] as number;
    return { part: this.parts[index] as LoadedRelease, place: entry - (this.offsets[index] as number) };
  }

  /** The entry of a measure by its place among the public measures of a release of the corpus. */
  entryIn(release: LoadedRelease['release'], place: number): number {
    return (this.offsets[this.parts.findIndex((part) => part.release.id === release.id)] as number) + place;
  }

  /** The entries of a measure by its number, newest round first. */
  numbered(number: string): number[] {
    return this.parts.flatMap((part, index) => {
      const place = part.numbers.indexOf(number);
      return place < 0 ? [] : [(this.offsets[index] as number) + place];
    });
  }

  /** All entries in an order; what has no value comes last either way. Sorted once. */
  order(sort: Exclude<RegisterSort, 'relevance'>, descending: boolean, language: Language): Uint32Array {
    const name = `${sort} ${descending} ${language}`;
    const known = this.#orders.get(name);
    if (known) return known;
    const made = this.#sorted(sort, descending, language);
    this.#orders.set(name, made);
    return made;
  }

  #sorted(sort: Exclude<RegisterSort, 'relevance'>, descending: boolean, language: Language): Uint32Array {
    const entries = Uint32Array.from({ length: this.size }, (_, entry) => entry);
    if (sort === 'newest') return descending ? entries.reverse() : entries;
    const keys = this.#keys(sort, language);
    const collator = alphabetOf(language);
    const compare = (a: string | number, b: string | number): number =>
      typeof a === 'number' ? a - (b as number) : collator.compare(a, b as string);
    return entries.sort((a, b) => {
      const [left, right] = [keys[a] ?? null, keys[b] ?? null];
      if (left === null || right === null) return left === right ? a - b : left === null ? 1 : -1;
      const order = compare(left, right);
      return (descending ? -order : order) || a - b;
    });
  }

  #keys(sort: keyof typeof keysOf, language: Language): (string | number | null)[] {
    return this.parts.flatMap((part) => keysOf[sort](part, language));
  }
}

/** What each public measure costs. */
const costsOf = (part: LoadedRelease): (number | null)[] =>
  Array.from(part.positions, (_, place) => kronerAt(part, place));

/** What the public measures of a release are sorted by. */
const keysOf: Record<
  Exclude<RegisterSort, 'relevance' | 'newest'>,
  (part: LoadedRelease, language: Language) => readonly (string | number | null)[]
> = {
  name: (part) => part.titles,
  number: (part) => part.numbers,
  ministry: (part, language) => labels(part, part.edition.roles.ministry, language),
  agency: (part, language) => labels(part, part.edition.roles.agency, language),
  cost: costsOf,
};

/** The label of each public measure’s answer to a variable. */
const labels = (part: LoadedRelease, variable: string, language: Language): (string | null)[] =>
  answersTo(part, variable).map((answer) => answer?.label[language] ?? null);

/** Those of single releases too, which feeds are read from. */
const keep = 12;
const caches = new WeakMap<Database, Map<string, Corpus>>();

/** The corpus of what is public now: the newest release of each round. */
export const latestCorpus = async (db: Database, now: Date): Promise<Corpus> =>
  corpusOf(db, await newestReleases(db, now));

/** The corpus of these releases, newest first. */
export async function corpusOf(db: Database, of: readonly DatedRelease[]): Promise<Corpus> {
  const cache = caches.get(db) ?? new Map<string, Corpus>();
  caches.set(db, cache);
  const name = of.map((release) => release.id).join(' ');
  const known = cache.get(name);
  if (known) {
    // Last used is last dropped.
    cache.delete(name);
    cache.set(name, known);
    return known;
  }
  const parts: LoadedRelease[] = [];
  for (const release of of) parts.push(await loaded(db, release));
  const made = new Corpus(parts);
  cache.set(name, made);
  for (const [oldest] of cache) if (cache.size > keep) cache.delete(oldest);
  return made;
}
