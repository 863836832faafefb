import { createHash } from 'node:crypto';
import { canonical } from '@samblikk/files';
import { type Language, type Question, questionsOf, releaseName } from '@samblikk/questionnaire';
import { sql } from 'drizzle-orm';
import type { Database } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type DatedRelease, releases } from '../releases/index.ts';
import { type Corpus, corpusOf } from './corpus.ts';
import { measuresAt, type PublicMeasure } from './rows.ts';
import { type RegisterRequest, searchRegister } from './search.ts';
import { answerText, headOf } from './show.ts';

/** Something that everyone can read from a release on, and could not before. */
export interface News {
  /** `new`: a measure nobody could read before; `again`: reported in a later round; `changed`: within a round. */
  readonly kind: 'new' | 'again' | 'changed';
  /** The same wherever the same is told of the same measure, also when it is told by another release. */
  readonly key: string;
  readonly number: string;
  readonly year: number;
  readonly release: string;
  /** When the release became public. */
  readonly at: Date;
  readonly title: string | null;
  readonly summary: string | null;
  readonly agency: string;
  /** The answers that are others than before, in words; null: blank. `withheld`: kept back now, or until now. */
  readonly changes: readonly {
    readonly label: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly withheld: boolean;
  }[];
}

interface Options {
  /** How many at most, the newest. */
  readonly most: number;
  /** Only of these releases; of all unless told. */
  readonly of?: (release: DatedRelease) => boolean;
}

/**
 * What is new in a search: measures that it finds in a public release and that were not there, or not like that, in the public
 * release of the round before. Newest release first, by number within it. Order, page and release of the search say nothing here.
 * @throws ApiError unknownVariable
 */
export async function newsOf(db: Database, now: Date, request: RegisterRequest, options: Options): Promise<News[]> {
  // Once over what is current: an address that says what nobody knows is refused, also where no release is left to read.
  const usual = { ...request, sort: '', release: undefined };
  await searchRegister(db, now, usual);
  const found = (year: number, number: number) =>
    searchRegister(db, now, { ...usual, within: [{ year, number }] }).then(
      ({ selection: { corpus }, entries }) => ({ corpus, entries }),
      (error) => {
        // A round whose questionnaire did not ask this has nothing to tell of it.
        if (error instanceof ApiError && error.code === 'unknownVariable') return undefined;
        throw error;
      },
    );
  return collect(db, now, options, request, async (release) => found(release.year, release.number));
}

/** The life of one measure, by number or id, as `newsOf` tells it: each year, and what changed in it. */
export function newsOfMeasure(
  db: Database,
  now: Date,
  { number, language }: { number: string; language: Language },
  options: Options,
): Promise<News[]> {
  return collect(db, now, options, { rounds: [], language }, async (release) => {
    const corpus = await corpusOf(db, [release]);
    return { corpus, entries: await entriesOf(db, corpus, [number]) };
  });
}

type Within = { readonly corpus: Corpus; readonly entries: ArrayLike<number> } | undefined;

async function collect(
  db: Database,
  now: Date,
  { most, of = () => true }: Options,
  { rounds, language }: Pick<RegisterRequest, 'rounds' | 'language'>,
  find: (release: DatedRelease) => Promise<Within>,
): Promise<News[]> {
  const open = await releases(db, now);
  const searched = open
    .filter((release) => of(release) && (rounds.length === 0 || rounds.includes(release.year)))
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || b.year - a.year || b.number - a.number);
  const news: News[] = [];
  for (const release of searched) {
    if (news.length >= most) break;
    const within = await find(release);
    if (!within || within.entries.length === 0) continue;
    const before = open.find(({ year, number }) => year === release.year && number < release.number);
    const changed = before && (await changedIn(db, release, before));
    const fresh = Array.from(within.entries).filter((entry) => {
      const { part, place } = within.corpus.at(entry);
      return !changed || changed.has(part.positions[place] as number);
    });
    const measures = await measuresAt(db, within.corpus, fresh.slice(0, most - news.length));
    news.push(...(await toNews(db, measures, { release, before, open, language })));
  }
  return news;
}

async function toNews(
  db: Database,
  measures: readonly PublicMeasure[],
  of: { release: DatedRelease; before: DatedRelease | undefined; open: readonly DatedRelease[]; language: Language },
): Promise<News[]> {
  const { release, before, open, language } = of;
  const numbers = measures.map(({ number }) => number);
  const earlier = before ? await byNumber(db, before, numbers) : new Map<string, PublicMeasure>();
  const known = await inEarlierRounds(db, open, release, numbers);
  return measures.map((measure) => {
    const { title, summary, agency, number, year } = headOf(measure, language);
    const then = earlier.get(number);
    return {
      ...{ number, year, title, summary, agency: agency.label },
      kind: then ? 'changed' : known.has(number) ? 'again' : 'new',
      key: `${number}/${year}/${contentKey(measure)}`,
      release: releaseName(release),
      at: release.publishedAt,
      changes: then ? changesIn(then, measure, language) : [],
    };
  });
}

/** What tells a public content from another. */
function contentKey({ answers, title, hidden, agency, ministry, corrected }: PublicMeasure): string {
  const content = canonical({ answers, title, hidden, agency, ministry, corrected });
  return createHash('sha256').update(content).digest('base64url').slice(0, 12);
}

const keep = 32;
const caches = new WeakMap<Database, Map<string, ReadonlySet<number>>>();

/** The positions in a release of what everyone reads otherwise than in the one before it. Neither ever changes: asked for once. */
async function changedIn(db: Database, release: DatedRelease, before: DatedRelease): Promise<ReadonlySet<number>> {
  const cache = caches.get(db) ?? new Map<string, ReadonlySet<number>>();
  caches.set(db, cache);
  const name = `${release.id} ${before.id}`;
  const known = cache.get(name);
  if (known) return known;
  const { rows } = await db.execute<{ position: number }>(sql`
    select m.position from release_measure m
    left join release_measure b on b.release_id = ${before.id} and b.measure_id = m.measure_id and b.visibility <> 'withheld'
    where m.release_id = ${release.id} and m.visibility <> 'withheld' and (b.measure_id is null
      or (m.public_answers, m.public_title, m.hidden, m.public_corrected, m.known)
        is distinct from (b.public_answers, b.public_title, b.hidden, b.public_corrected, b.known))`);
  const changed = new Set(rows.map(({ position }) => position));
  cache.set(name, changed);
  for (const [oldest] of cache) if (cache.size > keep) cache.delete(oldest);
  return changed;
}

/** The entries of measures by number, in a corpus of one release. */
async function entriesOf(db: Database, corpus: Corpus, numbers: readonly string[]): Promise<number[]> {
  const [part] = corpus.parts;
  if (!part || numbers.length === 0) return [];
  const { rows } = await db.execute<{ position: number }>(sql`
    select position from release_measure
    where release_id = ${part.release.id} and visibility <> 'withheld' and number in ${[...numbers]} order by position`);
  return rows.map(({ position }) => part.placeOf[position] as number);
}

async function byNumber(db: Database, release: DatedRelease, numbers: readonly string[]) {
  const corpus = await corpusOf(db, [release]);
  const measures = await measuresAt(db, corpus, await entriesOf(db, corpus, numbers));
  return new Map(measures.map((measure) => [measure.number, measure]));
}

/** Those of the measures that everyone could read in a round before. */
async function inEarlierRounds(
  db: Database,
  open: readonly DatedRelease[],
  { year }: DatedRelease,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const ids = open.filter((release) => release.latest && release.year < year).map(({ id }) => id);
  if (ids.length === 0 || numbers.length === 0) return new Set();
  const { rows } = await db.execute<{ number: string }>(sql`
    select distinct number from release_measure
    where release_id in ${ids} and visibility <> 'withheld' and number in ${[...numbers]}`);
  return new Set(rows.map(({ number }) => number));
}

/** The public answers that are others than before. */
function changesIn(then: PublicMeasure, now: PublicMeasure, language: Language): News['changes'] {
  const isOpen = ({ closed, known }: Question) => !closed && !known;
  return questionsOf(now.part.edition)
    .filter(isOpen)
    .flatMap((question) => {
      const { id } = question;
      const withheld = [then, now].map(({ hidden }) => hidden.includes(id));
      const [before, after] = [then, now].map((one, at) => (withheld[at] ? null : answerText(one, id, language)));
      if (before === after && withheld[0] === withheld[1]) return [];
      const label = (question.name ?? question.label)[language];
      return [{ label, before: before ?? null, after: after ?? null, withheld: withheld.includes(true) }];
    });
}
