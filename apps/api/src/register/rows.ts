import type { Answers } from '@samblikk/questionnaire';
import { sql } from 'drizzle-orm';
import type { Database } from '../platform/db/index.ts';
import type { LoadedRelease } from '../releases/index.ts';
import type { Corpus } from './corpus.ts';

/** A public measure as it was frozen. Only what the publication filter let out. */
export interface PublicMeasure {
  readonly part: LoadedRelease;
  /** Place among the release’s public measures. */
  readonly place: number;
  readonly id: string;
  readonly number: string;
  readonly agency: string;
  readonly ministry: string;
  readonly answers: Answers;
  readonly title: string | null;
  readonly hidden: readonly string[];
  /** The questions whose answers are corrected, of those that are public. */
  readonly corrected: readonly string[];
  readonly visibility: 'whole' | 'inPart';
  readonly late: boolean;
}

interface Row extends Record<string, unknown> {
  readonly place: number;
  readonly id: string;
  readonly number: string;
  readonly known: Readonly<Record<string, string>>;
  readonly answers: Answers;
  readonly title: string | null;
  readonly hidden: string[];
  readonly corrected: string[];
  readonly visibility: 'whole' | 'inPart';
  readonly late: boolean;
}

/** The measures of some entries of the corpus, in the order given. */
export async function measuresAt(db: Database, corpus: Corpus, entries: ArrayLike<number>): Promise<PublicMeasure[]> {
  if (entries.length === 0) return [];
  const wanted = Array.from(entries, (entry, place) => {
    const { part, place: at } = corpus.at(entry);
    return { place, release: part.release.id, position: part.positions[at], entry };
  });
  const { rows } = await db.execute<Row>(sql`
    select wanted.place, m.measure_id as id, m.number, m.known, m.public_answers as answers, m.public_title as title, m.hidden,
      m.public_corrected as corrected, m.visibility, m.late
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted(place int, release uuid, position int)
    join release_measure m on m.release_id = wanted.release and m.position = wanted.position
    where m.visibility <> 'withheld'
    order by wanted.place`);
  return rows.map(({ known, ...row }) => {
    const { part, place } = corpus.at(entries[row.place] as number);
    const { roles } = part.edition;
    return { ...row, part, place, agency: known[roles.agency] ?? '', ministry: known[roles.ministry] ?? '' };
  });
}
