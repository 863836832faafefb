import {
  type Answers,
  type Edition,
  editionOf,
  type Names,
  type Text,
  type Variable,
  type Visibility,
  variablesOf,
} from '@samblikk/questionnaire';
import { type Dataset, DatasetBuilder, type Keys } from '@samblikk/statistics';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Database } from '../platform/db/index.ts';
import { releaseMeasure } from './schema.ts';
import type { DatedRelease } from './store.ts';

/**
 * A release in columns, read once. A release never changes, so keeping it is a pure cache: every copy of the program has
 * its own and all say the same.
 */
export interface LoadedRelease {
  readonly release: DatedRelease;
  readonly edition: Edition;
  readonly names: Names;
  /** All measures, also those withheld whole: for counts only, never for lists. */
  readonly all: Dataset;
  /** The public measures only. */
  readonly open: Dataset;
  /** Per public measure, in order: its place in the release, its number and its name. */
  readonly positions: Int32Array;
  readonly numbers: readonly string[];
  readonly titles: readonly (string | null)[];
  /** Position in the release → place among the public measures, or −1. */
  readonly placeOf: Int32Array;
}

const batchSize = 2000;
const keep = 16;
const caches = new WeakMap<Database, Map<string, Promise<LoadedRelease>>>();

/** The release in columns; read from the database the first time. */
export function loaded(db: Database, release: DatedRelease): Promise<LoadedRelease> {
  const cache = caches.get(db) ?? new Map<string, Promise<LoadedRelease>>();
  caches.set(db, cache);
  const known = cache.get(release.id);
  if (known) {
    // Last used is last dropped.
    cache.delete(release.id);
    cache.set(release.id, known);
    return known.then((it) => ({ ...it, release }));
  }
  const reading = read(db, release);
  cache.set(release.id, reading);
  reading.catch(() => cache.delete(release.id));
  for (const [oldest] of cache) if (cache.size > keep) cache.delete(oldest);
  return reading;
}

async function read(db: Database, release: DatedRelease): Promise<LoadedRelease> {
  const edition = editionOf(release.edition);
  if (!edition) throw new Error(`The edition ${release.edition} of release ${release.id} does not exist.`);
  const names: Names = {
    agency: (orgnr) => own(release.names.agencies, orgnr),
    ministry: (code) => own(release.names.ministries, code),
  };
  const variables = variablesOf(edition);
  const telling = variables.filter((variable) => isTelling(variable, edition)).map(({ id }) => id);
  const sealedWhole = new Set([...telling, whole]);
  let sealed: ReadonlySet<string> = new Set();
  const counted = variables.map((variable) => sealable(variable, () => sealed));
  const nameOf = (variable: string, code: string): Text | undefined => {
    if (variable === edition.roles.ministry) return names.ministry(code);
    if (variable === edition.roles.agency) return names.agency(code);
    return code === sealedCode ? sealedLabel : undefined;
  };
  const source = {
    id: release.id,
    number: release.number,
    year: release.year,
    frozenAt: release.frozenAt.toISOString(),
    dataAsOf: release.dataAsOf.toISOString(),
    n: release.measures,
  };
  const all = new DatasetBuilder(edition, counted, {
    names: nameOf,
    release: source,
    ...(release.notice && { notice: release.notice }),
  });
  const positions: number[] = [];
  const numbers: string[] = [];
  const titles: (string | null)[] = [];
  const placeOf = new Int32Array(release.measures + 1).fill(-1);

  for await (const row of rowsOf(db, release.id)) {
    sealed = row.visibility === 'withheld' ? sealedWhole : new Set(row.hidden);
    all.add({ answers: row.answers, known: row.known }, row.late);
    if (row.visibility === 'withheld') continue;
    placeOf[row.position] = positions.length;
    positions.push(row.position);
    numbers.push(row.number);
    titles.push(row.publicTitle);
  }
  const everything = all.build();
  return {
    release,
    edition,
    names,
    all: everything,
    open: only(everything, positions),
    positions: Int32Array.from(positions),
    numbers,
    titles,
    placeOf,
  };
}

/** What is kept under a key: a word such as `constructor` is none, unless somebody put it there. */
function own<T>(kept: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(kept, key) ? kept[key] : undefined;
}

/** The dataset of only the measures at these positions (counted from 1), with the same categories. */
function only(dataset: Dataset, positions: readonly number[]): Dataset {
  const pick = <A extends Keys | Float64Array>(from: A): A => {
    const picked = new (from.constructor as new (length: number) => A)(positions.length);
    positions.forEach((position, place) => {
      picked[place] = from[position - 1] as number;
    });
    return picked;
  };
  const columns = [...dataset.columns].map(
    ([id, column]) =>
      [id, { ...column, keys: pick(column.keys), ...(column.numbers && { numbers: pick(column.numbers) }) }] as const,
  );
  const { late, ...rest } = dataset;
  return { ...rest, size: positions.length, columns: new Map(columns), ...(late && { late: pick(late) }) };
}

/**
 * The category of answers that are exempt from publication. A measure withheld whole is counted by its answers, since nobody
 * can tell which measure it is (see docs/decisions); but an exempt answer of a measure that is public by name is counted as
 * exempt and no more, and so are the words of either: those would be read in the list of categories. Amounts of either are
 * in no sum: a sum over one measure is its amount. They are counted as amounts that are withheld, apart from those that
 * nobody stated; which it is of a measure withheld whole, its other answers tell.
 */
const sealedCode = 'withheld';
/** Among the variables that a measure seals: that it is withheld whole. */
const whole = '*';
const sealedLabel: Text = { nb: 'Unntatt offentlighet', nn: 'Unnateke offentlegheita', en: 'Exempt from publication' };

/** Answers that a number gives away to the letter: people’s own words as categories, and an amount in a sum of one. */
function isTelling({ id, options, unit }: Variable, { roles }: Edition): boolean {
  return unit !== undefined || (options === undefined && id !== roles.agency && id !== roles.ministry);
}

/** The variable, saying no more than "exempt" of a measure that seals it: not even whether it was asked. */
function sealable(variable: Variable, sealed: () => ReadonlySet<string>): Variable {
  const { id, unit, numberOf } = variable;
  const exempt = { state: 'answered', codes: [sealedCode] } as const;
  return {
    ...variable,
    codesOf: (row) => {
      const seals = sealed();
      if (!seals.has(id)) return variable.codesOf(row);
      const plain = unit !== undefined && seals.has(whole) ? variable.codesOf(row) : exempt;
      return plain.state === 'answered' ? exempt : plain;
    },
    ...(numberOf && { numberOf: (row) => (sealed().has(id) ? undefined : numberOf(row)) }),
  };
}

interface Row {
  readonly position: number;
  readonly number: string;
  readonly answers: Answers;
  readonly known: Answers;
  readonly late: boolean;
  readonly visibility: Visibility;
  readonly publicTitle: string | null;
  readonly hidden: readonly string[];
}

async function* rowsOf(db: Database, releaseId: string): AsyncGenerator<Row> {
  const { position, number, answers, known, late, visibility, publicTitle, hidden } = releaseMeasure;
  for (let after = 0; ; ) {
    const batch = await db
      .select({ position, number, answers, known, late, visibility, publicTitle, hidden })
      .from(releaseMeasure)
      .where(and(eq(releaseMeasure.releaseId, releaseId), gt(position, after)))
      .orderBy(asc(position))
      .limit(batchSize);
    yield* batch;
    const last = batch.at(-1);
    if (!last || batch.length < batchSize) return;
    after = last.position;
  }
}
