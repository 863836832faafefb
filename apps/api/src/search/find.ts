import type { LoadedRelease } from '../releases/index.ts';
import { type CategoryName, eachInCategories } from './categories.ts';
import { type AskedWord, apartOf, askedWords } from './expand.ts';
import { hasPhrase, type NamedCategory, namedCategories } from './names-match.ts';
import { inBokmal } from './norwegian.ts';
import type { Query } from './query.ts';
import type { Phrase } from './thesaurus.ts';
import type { WordIndex } from './word-index.ts';
import { exactForms, raise, raisePart, raisePhrase, raiseWord, type Scores } from './word-scores.ts';

/** A release as it is searched: its public measures, their words, and the names they are counted under. */
export interface SearchedRelease {
  readonly part: LoadedRelease;
  readonly index: WordIndex;
  readonly names: readonly CategoryName[];
  /** All organisation numbers of the agency that has this one. */
  numbersOf(orgnr: string): readonly string[];
}

/** The public measures of a release that were found: their places in order, and how well each fits. */
export interface Matches {
  /** Best first; equal ones by place. */
  readonly places: Uint32Array;
  /** In the order of `places`. */
  readonly scores: Float32Array;
}

/** What each thing asked for gave in one release. */
interface Evidence {
  readonly release: SearchedRelease;
  /** Per thing asked for. */
  readonly scores: readonly Scores[];
  readonly excluded: Uint8Array | undefined;
  readonly named: readonly NamedCategory[];
  /** Per asked word that is a compound. */
  readonly topics: readonly (Topic | undefined)[];
  /** The forms that were looked for, and whether some were left out. */
  readonly words: readonly string[];
  readonly phrases: readonly Phrase[];
  readonly cut: boolean;
}

/** What comes before the head of a compound (`saksbehandling` of `saksbehandlingsløsning`): found when nobody has it nor both its parts. */
interface Topic {
  /** Raises the scores of what has it. */
  raise(): void;
  /** Also when some have both parts: the head says little. */
  readonly isMeant: boolean;
  /** Some measure has the compound itself. */
  readonly isWord: boolean;
}

export interface Findings {
  readonly query: Query;
  /** By release id. */
  readonly matches: ReadonlyMap<string, Matches>;
  readonly total: number;
  /** Whether what was found has all that was asked for. */
  readonly complete: boolean;
  /** The words asked for that no measure found has: set when none has all and some have some, or only what a compound is about. */
  readonly missing: readonly string[];
  /** The asked words that no measure has at all. */
  readonly unknown: readonly string[];
  /** The forms and phrases that were looked for, to be marked. */
  readonly words: ReadonlySet<string>;
  readonly phrases: readonly Phrase[];
  readonly named: ReadonlyMap<string, readonly NamedCategory[]>;
  /** Words that begin as the unfinished one were too many to look for all. */
  readonly cut: boolean;
}

/**
 * Finds the public measures that have all that is asked for; when none has, those that have most. Each thing asked for counts
 * by how few measures have it (inverse document frequency, ln(1 + (N − n + ½) / (n + ½))) times how near the best that a measure has
 * is to it, so that a rare whole word in a name comes first.
 */
export function find(releases: readonly SearchedRelease[], query: Query): Findings {
  const asked = askedWords(query.words);
  const evidence = releases.map((release) => gather(release, query, asked));
  const things = [
    ...query.words,
    ...query.phrases.map((phrase) => phrase.join(' ')),
    ...query.measures,
    ...query.organisations,
  ];
  const shortened = query.words.filter((_, at) => raiseTopics(evidence, at));
  const counts = things.map((_, at) => evidence.reduce((sum, { scores }) => sum + count(scores[at] as Scores), 0));
  const size = releases.reduce((sum, { part }) => sum + part.positions.length, 0);
  const rarity = counts.map((n) => Math.log(1 + Math.max(0, size - n + 0.5) / (n + 0.5)) + 0.05);
  const most = evidence.reduce((best, one) => Math.max(best, mostHad(one)), 0);
  const matches = new Map<string, Matches>();
  let total = 0;
  for (const one of evidence) {
    const found = rank(one, rarity, most, things.length);
    total += found.places.length;
    if (found.places.length > 0) matches.set(one.release.part.release.id, found);
  }
  const isWord = (at: number) => at < query.words.length;
  return {
    query,
    matches,
    total,
    complete: total > 0 && most === things.length,
    missing:
      total > 0 && most < things.length
        ? things.filter((thing, at) => shortened.includes(thing) || !evidence.some((one) => isHad(one, matches, at)))
        : total > 0
          ? shortened
          : [],
    unknown: things.filter((_, at) => isWord(at) && counts[at] === 0),
    words: new Set(evidence.flatMap(({ words }) => words)),
    phrases: evidence[0]?.phrases ?? [],
    named: new Map(evidence.map(({ release, named }) => [release.part.release.id, named])),
    cut: evidence.some(({ cut }) => cut),
  };
}

/** What it counts to be of the round of a year asked for: less than to have the year in a text. */
const roundOfYear = 0.4;

/** Who has a word in a text and in a name comes before who has it in one of them. */
const both = (one: number, other: number): number => Math.max(one, other) + 0.1 * Math.min(one, other);

/** Looks for the topic of a compound where that is all there is to be found. @returns whether it did, which is to be told */
function raiseTopics(evidence: readonly Evidence[], at: number): boolean {
  const topics = evidence.flatMap(({ topics: each }) => each[at] ?? []);
  const isFound = evidence.some(({ scores }) => scores[at]?.some((score) => score > 0));
  if (topics.length === 0 || topics.some(({ isWord }) => isWord) || (isFound && !topics[0]?.isMeant)) return false;
  for (const topic of topics) topic.raise();
  return true;
}

/** What each thing asked for gives in a release, each measure by itself. */
function gather(release: SearchedRelease, query: Query, asked: readonly AskedWord[]): Evidence {
  const { index, part } = release;
  const scored = (fill: (scores: Scores) => void): Scores => {
    const scores = new Float32Array(part.positions.length);
    fill(scores);
    return scores;
  };
  const named = namedCategories(release.names, asked);
  const words: string[] = query.phrases.flat();
  const mark = (forms: Iterable<number>) => {
    for (const form of forms) words.push(index.lexicon.forms[form] as string);
  };
  const phrases: Phrase[] = [];
  let cut = false;
  const topics: (Topic | undefined)[] = [];
  const ofWords = asked.map((one, at) =>
    scored((scores) => {
      const found = raiseWord(index, one, scores);
      mark(found.forms);
      phrases.push(...found.phrases);
      cut ||= found.cut;
      // A year is a round.
      if (one.word === String(part.release.year)) for (let i = 0; i < scores.length; i++) raise(scores, i, roundOfYear);
      raiseNamed(part, named, at, scores);
      // The name of somebody or something is not to be taken apart.
      if (named.some(({ whole, scores: each }) => whole && (each[at] as number) > 0)) return;
      for (const apart of apartOf(one, index.lexicon)) {
        const has = apart.parts.map((each, which) =>
          scored((own) => {
            mark(raisePart(index, each, own));
            raiseNamed(part, namedCategories(release.names, apart.parts), which, own);
          }),
        ) as [Scores, Scores];
        raiseAll(scores, (place) => apart.nearness.both * Math.min(has[0][place] as number, has[1][place] as number));
        topics[at] ??= {
          raise: () => raiseAll(scores, (place) => apart.nearness.topic * (has[0][place] as number)),
          isMeant: apart.headSaysLittle,
          isWord: index.lexicon.withKey(one.key).length > 0,
        };
      }
    }),
  );
  const ofPhrases = query.phrases.map((phrase) => scored((scores) => phraseIn(release, phrase, scores)));
  const ofMeasures = query.measures.map((number) =>
    scored((scores) => {
      const ofAnyRound = `-${number}`;
      for (const [place, own] of part.numbers.entries())
        if (own === number || own.endsWith(ofAnyRound)) scores[place] = 1;
    }),
  );
  const ofOrganisations = query.organisations.map((number) =>
    scored((scores) => {
      const { agency } = part.edition.roles;
      const categories = part.open.columns.get(agency)?.categories ?? [];
      const numbers = new Set([number, ...release.numbersOf(number)]);
      raiseCategories(part, agency, (at) => (numbers.has(categories[at]?.code ?? '') ? 1 : 0), scores);
    }),
  );
  return {
    release,
    scores: [...ofWords, ...ofPhrases, ...ofMeasures, ...ofOrganisations],
    excluded: excludedIn(release, query),
    named,
    topics,
    words,
    phrases,
    cut,
  };
}

function raiseAll(scores: Scores, scoreOf: (place: number) => number): void {
  for (let place = 0; place < scores.length; place++) raise(scores, place, scoreOf(place));
}

/** Raises the scores of the measures that count under what an asked word names. */
function raiseNamed(part: LoadedRelease, named: readonly NamedCategory[], at: number, scores: Scores): void {
  const ofNames: Scores = new Float32Array(scores.length);
  for (const [variable, categories] of Map.groupBy(named, (one) => one.variable)) {
    const byCategory = new Map(categories.map(({ category, scores: each }) => [category, each[at] as number]));
    raiseCategories(part, variable, (category) => byCategory.get(category) ?? 0, ofNames);
  }
  for (let i = 0; i < scores.length; i++) scores[i] = both(scores[i] as number, ofNames[i] as number);
}

/** Raises the scores of the measures that count in categories of a variable. */
function raiseCategories(
  { open }: LoadedRelease,
  variable: string,
  scoreOf: (category: number) => number,
  scores: Scores,
): void {
  const column = open.columns.get(variable);
  if (column) eachInCategories(column, scoreOf, (place, score) => raise(scores, place, score));
}

/** The measures that have these very words one after the other, in a text or in a name they are counted under. */
function phraseIn({ index, names, part }: SearchedRelease, phrase: readonly string[], scores: Scores): void {
  raisePhrase(index, phrase, exactForms(index, inBokmal), scores, 1, true);
  for (const { variable, category } of names.filter((one) => hasPhrase(one, phrase)))
    raiseCategories(part, variable, (one) => (one === category ? 0.7 : 0), scores);
}

function excludedIn(release: SearchedRelease, { without }: Query): Uint8Array | undefined {
  if (without.length === 0) return undefined;
  const excluded = new Uint8Array(release.part.positions.length);
  for (const phrase of without) {
    const scores = new Float32Array(excluded.length);
    phraseIn(release, phrase, scores);
    for (const [place, score] of scores.entries()) if (score > 0) excluded[place] = 1;
  }
  return excluded;
}

function count(scores: Scores): number {
  let n = 0;
  for (let i = 0; i < scores.length; i++) if ((scores[i] as number) > 0) n++;
  return n;
}

/** The most of the things asked for that some measure of a release has. */
function mostHad({ scores, excluded, release }: Evidence): number {
  let most = 0;
  for (let place = 0; place < release.part.positions.length && most < scores.length; place++) {
    if (excluded?.[place]) continue;
    let had = 0;
    for (const each of scores) if ((each[place] as number) > 0) had++;
    most = Math.max(most, had);
  }
  return most;
}

/** A place among the measures of a release fits in so many. */
const places = 2 ** 21;

/** The measures that have at least so many of the things asked for, best first. Without things: all but the excluded. */
function rank(
  { scores, excluded, release }: Evidence,
  rarity: readonly number[],
  most: number,
  things: number,
): Matches {
  const size = release.part.positions.length;
  const keys = new Float64Array(size);
  const sums = new Float32Array(size);
  let found = 0;
  for (let place = 0; place < size; place++) {
    if (excluded?.[place]) continue;
    let had = 0;
    let sum = 0;
    for (let at = 0; at < things; at++) {
      const score = (scores[at] as Scores)[place] as number;
      if (score === 0) continue;
      had++;
      sum += score * (rarity[at] as number);
    }
    if (things > 0 && (had === 0 || had < most)) continue;
    sums[place] = sum;
    // Sorted as numbers, which is much quicker than by a function: the score, then the place from behind.
    keys[found++] = Math.round(sum * 10_000) * places + (places - 1 - place);
  }
  const order = keys.subarray(0, found).sort().reverse();
  const sorted = Uint32Array.from(order, (key) => places - 1 - (key % places));
  return { places: sorted, scores: Float32Array.from(sorted, (place) => sums[place] as number) };
}

function isHad({ scores, release }: Evidence, matches: ReadonlyMap<string, Matches>, at: number): boolean {
  const found = matches.get(release.part.release.id);
  return found?.places.some((place) => ((scores[at] as Scores)[place] as number) > 0) ?? false;
}
