import type { SimilarMeasure } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { sql } from 'drizzle-orm';
import type { Database } from '../platform/db/index.ts';
import { inBokmal, releases, wordsIn } from '../releases/index.ts';
import { corpusOf } from './corpus.ts';
import { measuresAt } from './rows.ts';
import { headOf } from './show.ts';

/** Words beyond these say little new. */
const mostWords = 40;
/** Less alike than this is not worth a reader’s time. */
const leastLikeness = 0.35;
/** How much the shared words must weigh, of ln N: what words weigh that one measure would share by chance. */
const leastTelling = 0.9;
/** A long text is measured by its most telling words: nobody else’s measure has them all. */
const mostTelling = 8;
const mostMeasures = 5;

/** What a measure is to be compared with: its name and what it delivers, each by itself. */
export interface SimilarityQuery {
  readonly title: string;
  readonly text: string;
}

/**
 * Public measures that resemble a name or a text; the better of the two counts, so that a description never hides what the
 * name has found. Each word weighs by how few measures have it (inverse document frequency, ln((N + 1) / (n + ½))), so that
 * "løsning" tells little and "skogsdata" much; words the register lacks tell nothing. Likeness is the weight of the words
 * shared out of the weight of the most telling ones asked with. At least two must be shared, and together be so rare that
 * hardly a measure has them all by chance: "ny løsning" or "hele landet" is no likeness. Bokmål and nynorsk are one.
 */
export async function similarMeasures(
  db: Database,
  now: Date,
  asked: SimilarityQuery,
  {
    except = '',
    agency = '',
    language,
  }: { except?: string | undefined; agency?: string | undefined; language: Language },
): Promise<SimilarMeasure[]> {
  const corpus = await corpusOf(
    db,
    (await releases(db, now)).filter((release) => release.latest),
  );
  const fields = [asked.title, asked.text].map((text) =>
    [...new Set(wordsIn(text).map(inBokmal))].slice(0, mostWords).join(' '),
  );
  if (fields.every((words) => words === '') || corpus.size === 0) return [];
  const ids = corpus.parts.map(({ release }) => release.id);
  const { rows } = await db.execute<{ release: string; position: number; likeness: number }>(sql`
    with asked as (
      select field, quote_literal(lexeme)::tsquery as query
      from (values (0, ${fields[0]}), (1, ${fields[1]})) as given (field, words),
        unnest(tsvector_to_array(to_tsvector('norwegian', words))) as lexeme
    ), weighed as (
      select field, query, ln((${corpus.size}::float8 + 1) / (used.measures + 0.5)) as weight
      from asked, lateral (
        select count(*) as measures from release_measure where release_id in ${ids} and visibility <> 'withheld' and search @@ query
      ) used
      where used.measures > 0
    ), telling as (
      select field, sum(weight) as weight
      from (select field, weight, row_number() over (partition by field order by weight desc) as place from weighed) ranked
      where place <= ${mostTelling} group by field
    ), likened as (
      select m.number, m.release_id, m.position, least(1, sum(w.weight) / min(t.weight)) as likeness
      from weighed w join telling t using (field) join release_measure m on m.search @@ w.query
      where m.release_id in ${ids} and m.visibility <> 'withheld' and m.number <> ${except}
        and m.agency_id not in (select agency_id from population where orgnr = ${agency})
      group by field, m.number, m.release_id, m.position
      having count(*) >= 2 and sum(w.weight) >= ${leastTelling} * ln(${corpus.size}::float8)
    )
    select release_id as release, position, likeness::float8 as likeness from (
      -- A measure of several rounds is one, and stands as it is most alike.
      select distinct on (number) * from likened where likeness >= ${leastLikeness}
      order by number, likeness desc, array_position(${sql.param(ids)}::uuid[], release_id)
    ) once
    order by 3 desc, position limit ${mostMeasures}`);
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
