import { LRUCache } from 'lru-cache';
import type { Database } from '../platform/db/index.ts';
import type { LoadedRelease } from '../releases/index.ts';
import { type Alike, type AskedTexts, alike } from './alike.ts';
import { Doubles } from './doubles.ts';
import { Elsewhere } from './elsewhere.ts';
import { type Findings, find, type SearchedRelease } from './find.ts';
import { withWords } from './fold.ts';
import { splits } from './lexicon.ts';
import { inBokmal } from './norwegian.ts';
import { isEmptyQuery, parseQuery, type Query } from './query.ts';
import { searchedReleases } from './searched.ts';
import { respelt } from './spelling.ts';
import type { AnswersAt } from './terms.ts';
import { thesaurus } from './thesaurus.ts';
import type { WordIndex } from './word-index.ts';

export interface TextResult extends Findings {
  /** The spelling that was searched for, when nothing was found as written. */
  readonly corrected: string | undefined;
}

/** What results are kept may take, in bytes: a word that all of a million measures have takes 8 MB. */
const mostKept = 64e6;
const caches = new WeakMap<Database, LRUCache<string, Kept>>();

interface Kept {
  readonly releases: readonly SearchedRelease[];
  readonly result: TextResult;
}

/**
 * Finds the public measures of some releases by free text (docs/search.md). Nothing is done in silence: another spelling, words that no measure found has, and
 * what was cut are told.
 *
 * @returns undefined when there is nothing to look for in the text
 */
export async function searchText(
  db: Database,
  parts: readonly LoadedRelease[],
  q: string,
): Promise<TextResult | undefined> {
  const query = parseQuery(q);
  if (isEmptyQuery(query)) return undefined;
  const releases = await searchedReleases(db, parts);
  const cache = caches.get(db) ?? new LRUCache<string, Kept>({ maxSize: mostKept, sizeCalculation: bytesOf });
  caches.set(db, cache);
  const key = JSON.stringify([parts.map(({ release }) => release.id), q]);
  const known = cache.get(key);
  if (known?.releases.every((release, at) => release === releases[at])) return known.result;
  const result = look(releases, query, q);
  cache.set(key, { releases, result });
  return result;
}

function bytesOf({ result: { matches, words } }: Kept): number {
  const columns = [...matches.values()].reduce((sum, { places }) => sum + 8 * places.length, 0);
  return columns + 50 * words.size + 1000;
}

/** As written; else with misspelt words as others write them; else what has most of it, compounds taken apart. */
function look(releases: readonly SearchedRelease[], query: Query, q: string): TextResult {
  const written = find(releases, query);
  if (written.complete) return { ...written, corrected: undefined };
  const others = new Map(
    written.unknown.flatMap((word) => {
      // A word that is known is spelt right, though no measure has it.
      if (thesaurus().words.has(word)) return [];
      const other = respelt(word, knownWords(releases));
      return other === undefined ? [] : [[word, other] as const];
    }),
  );
  if (others.size > 0) {
    const found = find(releases, { ...query, words: query.words.map((word) => others.get(word) ?? word) });
    if (found.total > 0) return { ...found, corrected: withWords(q, others) };
  }
  const words = query.words.flatMap((word) => partsOf(releases, written, word));
  if (words.length === query.words.length) return { ...written, corrected: undefined };
  const found = find(releases, { ...query, words });
  return { ...found, missing: found.total === 0 ? [] : written.unknown, corrected: undefined };
}

/** A compound that no measure has, as the words it is made of. */
function partsOf(releases: readonly SearchedRelease[], { unknown }: Findings, word: string): readonly string[] {
  if (!unknown.includes(word)) return [word];
  const isWord = (part: string) => thesaurus().words.has(part) || releases.some(({ index }) => index.lexicon.has(part));
  return splits(inBokmal(word), isWord)[0] ?? [word];
}

/** The words that lead to some public measure, with how many use each. */
function* knownWords(releases: readonly SearchedRelease[]): Generator<readonly [string, number]> {
  for (const { index, names } of releases) {
    for (const [number, form] of index.lexicon.forms.entries()) yield [form, index.usedBy(number)];
    for (const { words } of names) for (const word of words) yield [word, 1];
  }
}

/** The public measures of some releases that resemble a name and a description; see `alike`. */
export async function alikeMeasures(
  db: Database,
  parts: readonly LoadedRelease[],
  texts: AskedTexts,
): Promise<Alike[]> {
  return alike(await searchedReleases(db, parts), texts);
}

const doubles = new WeakMap<WordIndex, { readonly of: readonly WordIndex[]; readonly made: Doubles }>();

/**
 * Likely doubles among the public measures of a release; a cache beside its words, as long as those are kept and the same releases are public.
 * @param part,others the release, and the other public ones, by which it is judged how special a word is
 */
export async function doublesIn(
  db: Database,
  [part, ...others]: readonly [LoadedRelease, ...LoadedRelease[]],
  answersOf: (part: LoadedRelease) => AnswersAt,
): Promise<Doubles> {
  const [release, ...rest] = await searchedReleases(db, [part, ...others]);
  const { index } = release as SearchedRelease;
  const of = rest.map((one) => one.index);
  const known = doubles.get(index);
  if (known && known.of.length === of.length && known.of.every((one, at) => one === of[at])) return known.made;
  const made = new Doubles(release as SearchedRelease, answersOf(part), new Elsewhere(rest, answersOf));
  doubles.set(index, { of, made });
  return made;
}
