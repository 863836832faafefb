import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../platform/db/index.ts';
import { bokmalOfBegun, inBokmal, wordsIn } from '../releases/index.ts';

/** Where free text was found: release id → position → rank (0 when ranks were not asked for). */
export type Found = ReadonlyMap<string, ReadonlyMap<number, number>>;

export interface TextResult {
  readonly found: Found;
  /** The spelling that was searched for, when nothing was found as written. */
  readonly corrected: string | undefined;
}

const mostWords = 20;
/** The fewest letters that are looked for inside compounds. */
const shortestPart = 5;

/**
 * Finds the measures with all the words, the last of which may be unfinished, in bokmål or nynorsk. When there is none,
 * words that nobody used are changed to the nearest that somebody did.
 */
export async function searchText(
  db: Database,
  releaseIds: readonly string[],
  q: string,
  ranked: boolean,
): Promise<TextResult> {
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
  // One text per release: half a second less than a row each when a common word is in most of a hundred thousand.
  const { rows } = await db.execute<{ id: string; positions: string; ranks: string }>(sql`
    select release_id as id, string_agg(position::text, ',') as positions,
      ${ranked ? sql`string_agg(ts_rank(search, ${query})::text, ',')` : sql`''`} as ranks
    from release_measure
    where release_id in ${releaseIds} and (search @@ ${query} or (number = ${q.trim()} and visibility <> 'withheld'))
    group by release_id`);
  return new Map(
    rows.map(({ id, positions, ranks }) => {
      const ranked = ranks.split(',');
      return [id, new Map(positions.split(',').map((position, i) => [Number(position), Number(ranked[i] ?? 0)]))];
    }),
  );
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
