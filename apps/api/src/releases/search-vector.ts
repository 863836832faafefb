import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { type SearchWords, type Weight, weights } from './search-words.ts';

/** What PostgreSQL makes of one word: its lexemes in quotes, each with its place in the word, and how many places the word takes. */
interface Read {
  readonly lexemes: readonly (readonly [string, number])[];
  readonly places: number;
}

const configurations = ['norwegian', 'simple'] as const;
type Configuration = (typeof configurations)[number];

/** The last place PostgreSQL tells from others, and how many places of a lexeme it keeps of one text. */
const lastPlace = 16383;
const mostPlaces = 255;
/** Follows each word when it is read, and so tells how many places it took. A word of its own in any language. */
const after = 'zzzzq';

/**
 * Puts together the text search vectors of measures, as PostgreSQL itself would by
 * `setweight(to_tsvector('norwegian', stems) || to_tsvector('simple', forms), weight) || …`. It reads each word only once:
 * measures have few different words, and PostgreSQL takes longer to read them than for all else in a freeze.
 */
export class SearchVectors {
  readonly #read: Readonly<Record<Configuration, Map<string, Read>>> = { norwegian: new Map(), simple: new Map() };

  /** Lets PostgreSQL read words. To be called before `of` with measures that have them. */
  async learn(db: Database | Transaction, words: readonly string[]): Promise<void> {
    if (words.length === 0) return;
    const { rows } = await db.execute<{ word: string } & Record<Configuration, [string, number][]>>(sql`
      select word, ${sql.join(
        configurations.map(
          (name) => sql`(select jsonb_agg(jsonb_build_array(lexeme, place) order by place)
            from unnest(to_tsvector(${sql.raw(`'${name}'`)}, word || ' ' || ${after})), unnest(positions) as place) as ${sql.raw(name)}`,
        ),
        sql`, `,
      )}
      from jsonb_array_elements_text(${JSON.stringify(words)}::jsonb) as word`);
    for (const row of rows) for (const name of configurations) this.#read[name].set(row.word, readOf(row[name]));
  }

  /** The vector as PostgreSQL reads it in; a lexeme that stands in it several times is one. */
  of({ stems, forms }: SearchWords): string {
    const parts: string[] = [];
    let last = 0;
    const add = (configuration: Configuration, words: readonly string[], weight: Weight) => {
      const read = this.#read[configuration];
      const counts = words.length > mostPlaces ? new Map<string, number>() : undefined;
      // Each text begins after the last place that a lexeme of those before it has.
      let place = last;
      for (const word of words) {
        const { lexemes, places } = read.get(word) as Read;
        for (const [lexeme, within] of lexemes) {
          const count = (counts?.get(lexeme) ?? 0) + 1;
          if (count > mostPlaces) continue;
          counts?.set(lexeme, count);
          last = Math.min(place + within, lastPlace);
          parts.push(lexeme, placeIn(weight, last));
        }
        place += places;
      }
    };
    for (const weight of weights) {
      add('norwegian', stems[weight], weight);
      add('simple', forms[weight], weight);
    }
    return parts.join('');
  }
}

const places: Record<Weight, string[]> = { A: [], B: [], C: [], D: [] };

/** A place with its weight, as it stands after each of a million measures' words: written once. */
function placeIn(weight: Weight, place: number): string {
  const known = places[weight][place];
  if (known !== undefined) return known;
  const written = `:${place}${weight} `;
  places[weight][place] = written;
  return written;
}

function readOf(lexemes: readonly [string, number][]): Read {
  const end = lexemes.at(-1);
  if (end?.[0] !== after) throw new Error(`PostgreSQL does not end a text with ${after} that does.`);
  const quoted = lexemes.slice(0, -1).map(([lexeme, place]) => [`'${lexeme.replaceAll("'", "''")}'`, place] as const);
  return { lexemes: quoted, places: end[1] - 1 };
}
