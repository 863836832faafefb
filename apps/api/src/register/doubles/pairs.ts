import type { DoublePairShown } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import type { Database } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { answersTo, type DatedRelease, type LoadedRelease, refuseMissing, releases } from '../../releases/index.ts';
import { doublesIn } from '../../search/index.ts';
import { pairName, type Verdict } from '../../verdicts/index.ts';
import { type Corpus, corpusOf } from '../corpus.ts';
import { mostWords, sharedAnswers, tellingAnswers } from '../resemblance.ts';
import { measuresAt, type PublicMeasure } from '../rows.ts';
import { headOf } from '../show.ts';

type Doubles = Awaited<ReturnType<typeof doublesIn>>;

/** The release whose likely doubles are asked for. */
export interface Reading {
  readonly release: DatedRelease;
  /** The rounds that are public, newest first. */
  readonly years: readonly number[];
  readonly corpus: Corpus;
  readonly part: LoadedRelease;
  readonly doubles: Doubles;
}

/** @param which a round, and a release number of it; the newest unless told. @throws ApiError notFound, releaseWithdrawn */
export async function readingOf(
  db: Database,
  now: Date,
  { round, release: number }: { readonly round?: number | undefined; readonly release?: number | undefined },
): Promise<Reading> {
  const open = await releases(db, now);
  const newest = open.filter(({ latest }) => latest);
  const year = round ?? newest[0]?.year;
  if (year === undefined) throw new ApiError('notFound', { detail: 'noRelease' });
  const release = (number === undefined ? newest : open).find(
    (one) => one.year === year && (number === undefined || one.number === number),
  );
  if (!release) return refuseMissing(db, { year, number });
  const corpus = await corpusOf(db, [release]);
  const [part] = corpus.parts as readonly [LoadedRelease];
  const { parts } = await corpusOf(db, newest);
  const others = parts.filter((one) => one.release.roundId !== part.release.roundId);
  const doubles = await doublesIn(db, [part, ...others], tellingAnswers);
  return { release, years: newest.map((each) => each.year), corpus, part, doubles };
}

/** Two public measures of different agencies in one release, by their places. */
export interface PlacedPair {
  readonly one: number;
  readonly other: number;
  /** Null where they stand together only because a coordinator has said so. */
  readonly likeness: number | null;
  readonly verdict: Verdict | undefined;
}

/**
 * The pairs that words find, and those a coordinator has said are the same or related, each with what is believed of it: also those
 * that are believed to be no doubles. The same first, then related, then the most alike.
 * @param place only those of the measure there, itself first in each
 */
export async function pairsIn(
  { part, doubles }: Reading,
  verdicts: ReadonlyMap<string, Verdict>,
  place?: number,
): Promise<PlacedPair[]> {
  const found =
    place === undefined
      ? await doubles.all()
      : doubles.of(place).map(({ place: other, likeness }) => ({ one: place, other, likeness }));
  const nameAt = (one: number, other: number) => pairName(part.numbers[one] ?? '', part.numbers[other] ?? '');
  const seen = new Set<string>();
  const pairs = found.map((pair): PlacedPair => {
    const name = nameAt(pair.one, pair.other);
    seen.add(name);
    return { ...pair, verdict: verdicts.get(name) };
  });
  const owners = answersTo(part, part.edition.roles.agency);
  const placeOf = new Map(part.numbers.map((number, at) => [number, at]));
  for (const [name, verdict] of verdicts) {
    if (verdict.verdict === 'not' || seen.has(name)) continue;
    const [a, b] = verdict.measures.map((number) => placeOf.get(number)).sort((x = 0, y = 0) => x - y);
    if (a === undefined || b === undefined || owners[a]?.code === owners[b]?.code) continue;
    if (place !== undefined && place !== a && place !== b) continue;
    const [one, other] = place === b ? [b, a] : [a, b];
    pairs.push({ one, other, likeness: null, verdict });
  }
  const rank = ({ verdict }: PlacedPair) => (verdict ? ['same', 'related'].indexOf(verdict.verdict) : 2);
  return pairs.sort((a, b) => rank(a) - rank(b) || (b.likeness ?? 0) - (a.likeness ?? 0));
}

/** Whether a pair stands in lists for everyone: not what a coordinator has said are no doubles. */
export const isListed = ({ verdict }: PlacedPair): boolean => verdict?.verdict !== 'not';

/** Pairs as they are shown, in the order given: the two, and why. */
export async function shownPairs(
  db: Database,
  { corpus, doubles }: Reading,
  pairs: readonly PlacedPair[],
  language: Language,
): Promise<DoublePairShown[]> {
  const measures = await measuresAt(
    db,
    corpus,
    pairs.flatMap(({ one, other }) => [one, other]),
  );
  return pairs.map((pair, at) => {
    const [one, other] = measures.slice(2 * at, 2 * at + 2) as [PublicMeasure, PublicMeasure];
    const { title, summary } = headOf(one, language);
    return {
      likeness: pair.likeness,
      measures: [sideOf(one, language), sideOf(other, language)],
      words: doubles.words(pair, [title, summary].join('\n')).slice(0, mostWords),
      shared: sharedAnswers(one, other, language),
    };
  });
}

/** What stands of each of the two. */
function sideOf(measure: PublicMeasure, language: Language) {
  const { number, title, summary, agency, ministry } = headOf(measure, language);
  return { number, title, summary, agency, ministry };
}

/** How many of some pairs are believed to be what. */
export function countJudged(pairs: readonly PlacedPair[]): Record<'same' | 'related' | 'not', number> {
  const count = (of: 'same' | 'related' | 'not') => pairs.filter(({ verdict }) => verdict?.verdict === of).length;
  return { same: count('same'), related: count('related'), not: count('not') };
}
