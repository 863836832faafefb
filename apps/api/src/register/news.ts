import { createHash } from 'node:crypto';
import { canonical } from '@samblikk/files';
import { type Language, releaseName } from '@samblikk/questionnaire';
import { sql } from 'drizzle-orm';
import type { Database } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type DatedRelease, releases } from '../releases/index.ts';
import { type Corpus, corpusOf } from './corpus.ts';
import { measuresAt, type PublicMeasure } from './rows.ts';
import { type RegisterRequest, searchRegister } from './search.ts';
import { answerText, headOf, publicQuestions } from './show.ts';

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
  /** Only what these releases brought; all unless told. */
  readonly of?: (release: DatedRelease) => boolean;
}

/**
 * What is new in a search: measures that it finds in what is public now, each by the release that brought it as it is. That is
 * told of a release that was withdrawn since too, when what it brought is public in a later one: a withdrawal makes nothing new.
 * Newest release first, by number within it. Order, page and release of the search say nothing here.
 * A filter that a round does not know finds nothing there.
 */
export async function newsOf(db: Database, now: Date, request: RegisterRequest, options: Options): Promise<News[]> {
  const usual = { ...request, sort: '', release: undefined };
  return collect(db, now, options, request, ({ year, number }) =>
    searchRegister(db, now, { ...usual, within: [{ year, number }] }).then(
      ({ selection: { corpus }, entries }) => ({ corpus, entries }),
      (error) => {
        // A round whose questionnaire did not ask this has nothing to tell of it.
        if (error instanceof ApiError && error.code === 'unknownVariable') return undefined;
        throw error;
      },
    ),
  );
}

/** The life of one measure, by number, as `newsOf` tells it: each year, and what changed in it. */
export function newsOfMeasure(
  db: Database,
  now: Date,
  { number, language }: { number: string; language: Language },
  options: Options,
): Promise<News[]> {
  return collect(db, now, options, { rounds: [], language }, async (release) => {
    const corpus = await corpusOf(db, [release]);
    return { corpus, entries: corpus.numbered(number) };
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
  const all = await releases(db, now, { unpublished: true });
  const open = all.filter(({ publication }) => publication === 'published');
  const searched = open
    .filter(({ year }) => rounds.length === 0 || rounds.includes(year))
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || b.year - a.year || b.number - a.number);
  const news: News[] = [];
  for (const release of searched) {
    if (news.length >= most) break;
    const ofRound = ({ year, number }: DatedRelease) => year === release.year && number < release.number;
    // Oldest first; what was public once and was withdrawn is held against, and never shown.
    const past = all.filter((one) => ofRound(one) && ['published', 'withdrawn'].includes(one.publication)).reverse();
    const told = past.findLast(({ publication }) => publication === 'published')?.number ?? 0;
    const brought = [...past, release].filter((one) => one.number > told && of(one));
    const within = brought.length === 0 ? undefined : await find(release);
    if (!within || within.entries.length === 0) continue;
    const since = past.length === 0 ? undefined : await differingIn(db, release, past);
    const found = brought.toReversed().flatMap((origin) => {
      const before = past.filter(({ number }) => number < origin.number);
      const entries = Array.from(within.entries).filter((entry) => {
        const { part, place } = within.corpus.at(entry);
        const last = since?.get(part.positions[place] as number)?.number ?? 0;
        // It is as it is now from the release after the last that had it otherwise.
        return last === (before.at(-1)?.number ?? 0);
      });
      return entries.map((entry) => ({ entry, origin, before: before.at(-1) }));
    });
    const some = found.slice(0, most - news.length);
    const measures = await measuresAt(
      db,
      within.corpus,
      some.map(({ entry }) => entry),
    );
    const isKnown = ({ part, place }: PublicMeasure) => since?.get(part.positions[place] as number)?.was === true;
    const placed = measures.map((measure, at) => ({
      measure,
      ...(some[at] as (typeof some)[number]),
      was: isKnown(measure),
    }));
    news.push(...(await toNews(db, placed, { open, language })));
  }
  return news;
}

interface Placed {
  readonly measure: PublicMeasure;
  /** The release that brought it as it is, and the one before that. */
  readonly origin: DatedRelease;
  readonly before: DatedRelease | undefined;
  /** Whether everyone could read it in that one, otherwise. */
  readonly was: boolean;
}

async function toNews(
  db: Database,
  placed: readonly Placed[],
  { open, language }: { open: readonly DatedRelease[]; language: Language },
): Promise<News[]> {
  const [first] = placed;
  if (!first) return [];
  const known = await inEarlierRounds(
    db,
    open,
    first.origin,
    placed.map(({ measure }) => measure.number),
  );
  const earlier = new Map<string, Map<string, PublicMeasure>>();
  for (const [id, some] of Map.groupBy(
    placed.filter(({ was }) => was),
    ({ before }) => before?.id ?? '',
  )) {
    // What stood in a release that is withdrawn may be why it was: it is not told again.
    const before = open.find((release) => release.id === id);
    if (before)
      earlier.set(
        id,
        await byNumber(
          db,
          before,
          some.map(({ measure }) => measure.number),
        ),
      );
  }
  return placed.map(({ measure, origin, before, was }) => {
    const { title, summary, agency, number, year } = headOf(measure, language);
    const then = before && earlier.get(before.id)?.get(number);
    return {
      ...{ number, year, title, summary, agency: agency.label },
      kind: was ? 'changed' : known.has(number) ? 'again' : 'new',
      key: `${number}/${year}/${contentKey(measure)}`,
      release: releaseName(origin),
      at: origin.publishedAt,
      changes: was && then ? changesIn(then, measure, language) : [],
    };
  });
}

/** What tells a public content from another. */
function contentKey({ answers, title, hidden, agency, ministry, corrected }: PublicMeasure): string {
  const content = canonical({ answers, title, hidden, agency, ministry, corrected });
  return createHash('sha256').update(content).digest('base64url').slice(0, 12);
}

/** The last release before this one that had a measure otherwise, and whether anyone could read it there. */
interface Difference {
  readonly number: number;
  readonly was: boolean;
}

const keep = 32;
const caches = new WeakMap<Database, Map<string, ReadonlyMap<number, Difference>>>();

/** By position in a release, where it was otherwise last; of what never was, nothing. No release ever changes: asked for once. */
async function differingIn(db: Database, release: DatedRelease, past: readonly DatedRelease[]) {
  const cache = caches.get(db) ?? new Map<string, ReadonlyMap<number, Difference>>();
  caches.set(db, cache);
  const name = [release, ...past].map(({ id }) => id).join(' ');
  const known = cache.get(name);
  if (known) return known;
  const found = new Map<number, Difference>();
  for (const { id, number } of past) {
    const { rows } = await db.execute<{ position: number; was: boolean }>(sql`
      select m.position, b.measure_id is not null as was from release_measure m
      left join release_measure b on b.release_id = ${id} and b.measure_id = m.measure_id and b.visibility <> 'withheld'
      where m.release_id = ${release.id} and m.visibility <> 'withheld' and (b.measure_id is null
        or (m.public_answers, m.public_title, m.hidden, m.public_corrected, m.known)
          is distinct from (b.public_answers, b.public_title, b.hidden, b.public_corrected, b.known))`);
    for (const { position, was } of rows) found.set(position, { number, was });
  }
  cache.set(name, found);
  for (const [oldest] of cache) if (cache.size > keep) cache.delete(oldest);
  return found;
}

async function byNumber(db: Database, release: DatedRelease, numbers: readonly string[]) {
  const corpus = await corpusOf(db, [release]);
  const measures = await measuresAt(
    db,
    corpus,
    numbers.flatMap((number) => corpus.numbered(number)),
  );
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
  return publicQuestions(now.part.edition).flatMap((question) => {
    const { id } = question;
    const withheld = [then, now].map(({ hidden }) => hidden.includes(id));
    const [before, after] = [then, now].map((one, at) => (withheld[at] ? null : answerText(one, id, language)));
    if (before === after && withheld[0] === withheld[1]) return [];
    const label = (question.name ?? question.label)[language];
    return [{ label, before: before ?? null, after: after ?? null, withheld: withheld.includes(true) }];
  });
}
