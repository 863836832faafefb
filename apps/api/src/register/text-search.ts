import { type SQL, sql } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import type { Database } from '../platform/db/index.ts';
import { bokmalOfBegun, inBokmal, wordsIn } from '../releases/index.ts';

/** The measures of a release that have the text, in columns: their positions in the release, and how well each fits. */
export interface Matches {
  readonly positions: Uint32Array;
  /** 0 when ranks were not asked for; else the best first, equal ones by position. */
  readonly ranks: Float32Array;
}

export const noMatches: Matches = { positions: new Uint32Array(), ranks: new Float32Array() };

/** Where free text was found, by release id. */
export type Found = ReadonlyMap<string, Matches>;

export interface TextResult {
  readonly found: Found;
  /** The spelling that was searched for, when nothing was found as written. */
  readonly corrected: string | undefined;
}

const mostWords = 20;
/** The fewest letters that are looked for inside compounds. */
const shortestPart = 5;
/** What results are kept may take, in bytes: a word that all of a million measures have takes 8 MB. */
const mostKept = 64e6;

interface TextSearch {
  readonly releaseIds: readonly string[];
  readonly q: string;
  /** Whether ranks are asked for; they take PostgreSQL longer than finding. */
  readonly ranked: boolean;
}

const caches = new WeakMap<Database, LRUCache<string, TextResult, TextSearch>>();

/** What `searchText` finds, kept for the next who asks the same: a release never changes, and so neither does what is found in it. */
export async function foundText(db: Database, search: TextSearch): Promise<TextResult> {
  let cache = caches.get(db);
  if (!cache) {
    cache = new LRUCache<string, TextResult, TextSearch>({
      maxSize: mostKept,
      sizeCalculation: bytesOf,
      fetchMethod: (_key, _stale, { context }) => searchText(db, context),
    });
    caches.set(db, cache);
  }
  return cache.forceFetch(JSON.stringify(search), { context: search });
}

function bytesOf({ found }: TextResult): number {
  const columns = [...found.values()].reduce((sum, { positions }) => sum + 8 * positions.length, 0);
  return columns + 1000;
}

/**
 * Finds the measures with all the words, the last of which may be unfinished, in bokmål or nynorsk. When there is none,
 * words that nobody used are changed to the nearest that somebody did.
 */
async function searchText(db: Database, { releaseIds, q, ranked }: TextSearch): Promise<TextResult> {
  if (releaseIds.length === 0) return { found: new Map(), corrected: undefined };
  const words = wordsIn(q).slice(0, mostWords);
  const found = await find(db, releaseIds, words, q, ranked);
  if (found.size > 0 || words.length === 0) return { found, corrected: undefined };
  const corrected = await correct(db, releaseIds, words);
  if (!corrected) return { found, corrected: undefined };
  const second = await find(db, releaseIds, corrected, '', ranked);
  return second.size > 0 ? { found: second, corrected: corrected.join(' ') } : { found, corrected: undefined };
}

/**
 * The words as PostgreSQL’s text query: each word by its stem, or as a part of a compound that is used (`tjeneste` finds
 * `tolketjenester`); the last one also as the beginning of a word.
 */
function textQuery(words: readonly string[], compounds: readonly (readonly string[])[]): SQL {
  const each = words.map((word, i) => {
    const stem = sql`plainto_tsquery('norwegian', ${inBokmal(word)})`;
    const begun = i === words.length - 1 ? new Set([word, inBokmal(word), ...bokmalOfBegun(word)]) : [];
    const begins = [...begun].map((form) => `'${form}':*`);
    const others = [...begins, ...(compounds[i] ?? []).map((form) => `'${form}'`)];
    return others.length === 0 ? stem : sql`(${stem} || to_tsquery('simple', ${others.join(' | ')}))`;
  });
  return sql`(${sql.join(each, sql` && `)})`;
}

/** For each word, the words of the releases that it begins or ends, as the first or last part of a compound. */
async function compoundsOf(db: Database, releaseIds: readonly string[], words: readonly string[]): Promise<string[][]> {
  const compounds: string[][] = words.map(() => []);
  const long = words.map(inBokmal).flatMap((word, place) => (word.length >= shortestPart ? [{ word, place }] : []));
  if (long.length === 0) return compounds;
  const { rows } = await db.execute<{ place: number; word: string }>(sql`
    select asked.place, part.word
    from jsonb_to_recordset(${JSON.stringify(long)}::jsonb) as asked(word text, place int),
      lateral (select (ts_lexize('norwegian_stem', asked.word))[1] as stem) stemmed,
      lateral (
        select word, sum(measures) as measures from release_word
        where release_id in ${releaseIds} and length(stem) >= 4 and word like '%' || stem || '%'
          and (word like stem || '%' or length(word) - length(stem) - position(stem in word) < 4)
        group by word order by 2 desc, 1 limit 100
      ) part`);
  for (const { place, word } of rows) compounds[place]?.push(word);
  return compounds;
}

async function find(
  db: Database,
  releaseIds: readonly string[],
  words: readonly string[],
  q: string,
  ranked: boolean,
): Promise<Found> {
  if (words.length === 0) return new Map();
  const query = textQuery(words, await compoundsOf(db, releaseIds, words));
  const rank = ranked ? sql`float4send(ts_rank(search, ${query}))` : sql`''::bytea`;
  const { rows } = await db.transaction(async (tx) => {
    // The planner thinks reading words costs nothing, and so would read those of all measures rather than the index.
    await tx.execute(sql`set local enable_seqscan = off`);
    await tx.execute(sql`set local work_mem = '64MB'`);
    // Bytes, one value per release: as rows, a common word's hundred thousands of measures take far longer to arrive than to find.
    return tx.execute<{ id: string; matches: Buffer }>(sql`
      select release_id as id, string_agg(int4send(position) || ${rank}, ''::bytea) as matches
      from release_measure
      where release_id in ${releaseIds} and (search @@ ${query} or (number = ${q.trim()} and visibility <> 'withheld'))
      group by release_id`);
  });
  return new Map(rows.map(({ id, matches }) => [id, ranked ? rankedMatches(matches) : matchesIn(matches)]));
}

function matchesIn(bytes: Buffer): Matches {
  const positions = Uint32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readUInt32BE(4 * i));
  return { positions, ranks: new Float32Array(positions.length) };
}

function rankedMatches(bytes: Buffer): Matches {
  const rankAt = (i: number) => bytes.readFloatBE(8 * i + 4);
  const positionAt = (i: number) => bytes.readUInt32BE(8 * i);
  const order = Uint32Array.from({ length: bytes.length / 8 }, (_, i) => i);
  order.sort((a, b) => rankAt(b) - rankAt(a) || positionAt(a) - positionAt(b));
  return { positions: order.map(positionAt), ranks: Float32Array.from(order, rankAt) };
}

/** The words with those that no measure has changed to the most alike that one has; undefined when nothing changes. */
async function correct(
  db: Database,
  releaseIds: readonly string[],
  words: readonly string[],
): Promise<string[] | undefined> {
  const corrected: string[] = [];
  for (const word of words) {
    const known = await db.execute(sql`
      select 1 from release_measure where release_id in ${releaseIds} and search @@ ${textQuery([word], await compoundsOf(db, releaseIds, [word]))} limit 1`);
    if (known.rows.length > 0 || word.length < 3) {
      corrected.push(word);
      continue;
    }
    const { rows } = await db.execute<{ word: string }>(sql`
      select word from release_word where release_id in ${releaseIds} and word % ${inBokmal(word)}
      order by similarity(word, ${inBokmal(word)}) desc, measures desc, word limit 1`);
    corrected.push(rows[0]?.word ?? word);
  }
  return corrected.some((word, i) => word !== words[i]) ? corrected : undefined;
}
