import type { SimilarMeasure } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { sql } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { inBokmal, wordsIn } from '../releases/norwegian-words.ts';
import { releases } from '../releases/store.ts';
import { corpusOf } from './corpus.ts';
import { measuresAt } from './rows.ts';
import { headOf } from './show.ts';

/** Words beyond these say little new. */
const mostWords = 40;
/** Less alike than this is not worth a reader’s time. */
const leastLikeness = 0.35;
const mostMeasures = 5;

/**
 * Public measures that resemble a text. Each word weighs by how few measures have it (inverse document frequency,
 * ln((N + 1) / (n + ½))), so that "løsning" tells little and "skogsdata" much; likeness is the weight of the words shared
 * out of the weight of all words asked with, and at least two must be shared. Bokmål and nynorsk are one.
 */
export async function similarMeasures(
  db: Database,
  text: string,
  { except, language }: { except?: string | undefined; language: Language },
): Promise<SimilarMeasure[]> {
  const words = [...new Set(wordsIn(text).map(inBokmal))].slice(0, mostWords);
  const corpus = await corpusOf(
    db,
    (await releases(db)).filter((release) => release.latest),
  );
  if (words.length < 2 || corpus.size === 0) return [];
  const ids = corpus.parts.map(({ release }) => release.id);
  const { rows } = await db.execute<{ release: string; position: number; likeness: number }>(sql`
    with asked as (
      select lexeme, quote_literal(lexeme)::tsquery as query
      from unnest(tsvector_to_array(to_tsvector('norwegian', ${words.join(' ')}))) as lexeme
    ), weighed as (
      select query, ln((${corpus.size}::float8 + 1) / (used.measures + 0.5)) as weight
      from asked, lateral (
        select count(*) as measures from release_measure where release_id in ${ids} and visibility <> 'withheld' and search @@ query
      ) used
    )
    select m.release_id as release, m.position, (sum(w.weight) / (select sum(weight) from weighed))::float8 as likeness
    from weighed w join release_measure m on m.search @@ w.query
    where m.release_id in ${ids} and m.visibility <> 'withheld' and m.number <> ${except ?? ''}
    group by m.release_id, m.position
    having count(*) >= 2 and sum(w.weight) / (select sum(weight) from weighed) >= ${leastLikeness}
    order by likeness desc, m.position limit ${mostMeasures}`);
  const entries = rows.map(({ release, position }) => {
    const index = ids.indexOf(release);
    return (corpus.offsets[index] as number) + (corpus.parts[index]?.placeOf[position] as number);
  });
  const measures = await measuresAt(db, corpus, entries);
  return measures.map((measure, i) => {
    const { number, year, title, summary, agency, ministry } = headOf(measure, language);
    return { number, year, title, summary, agency, ministry, likeness: rows[i]?.likeness ?? 0 };
  });
}
