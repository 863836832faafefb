import {
  type Answers,
  concernOf,
  countedRow,
  disclosedTogether,
  type Edition,
  editionOf,
  hiddenVariables,
  type Names,
  type Subject,
  subjectOf,
  type Text,
  tellableCodes,
  type Visibility,
  variablesOf,
  type WithheldMeasure,
} from '@samblikk/questionnaire';
import { type Dataset, DatasetBuilder, partOf, sealed } from '@samblikk/statistics';
import { and, asc, eq, gt, lte } from 'drizzle-orm';
import type { Database } from '../platform/db/index.ts';
import { release, releaseMeasure } from './schema.ts';
import type { DatedRelease } from './store.ts';

/**
 * A release in columns, read once. A release never changes, so keeping it is a pure cache: every copy of the program has
 * its own and all say the same.
 */
export interface LoadedRelease {
  readonly release: DatedRelease;
  readonly edition: Edition;
  readonly names: Names;
  /**
   * All measures, also those withheld whole, to be counted (never listed) by these variables together and no others: rows,
   * columns and filters. What they may tell together is the publication rule's to say (`subjectOf`). How many came late is told of
   * all by no variable, and else of the public ones.
   */
  countedBy(variables: Iterable<string>): Dataset;
  /** All measures; of those withheld whole only whose they are. For names and categories, and where variables go together freely. */
  readonly sealed: Dataset;
  /** The variables that no measure withheld whole is counted by, for all of them would be told by a number: that all agree, or what tells of it. */
  readonly unanimous: ReadonlySet<string>;
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
  const nameOf = (variable: string, code: string): Text | undefined => {
    if (variable === edition.roles.ministry) return names.ministry(code);
    return variable === edition.roles.agency ? names.agency(code) : undefined;
  };
  const source = {
    id: release.id,
    number: release.number,
    year: release.year,
    frozenAt: release.frozenAt.toISOString(),
    dataAsOf: release.dataAsOf.toISOString(),
    n: release.measures,
  };
  const disclosed = disclosedTogether(await withheldSoFar(db, release));
  const builder = new DatasetBuilder(edition, variablesOf(edition), {
    names: nameOf,
    release: source,
    ...(release.notice && { notice: release.notice }),
  });
  const positions: number[] = [];
  const numbers: string[] = [];
  const titles: (string | null)[] = [];
  const placeOf = new Int32Array(release.measures + 1).fill(-1);
  const withheld = new Uint8Array(release.measures);

  for await (const row of rowsOf(db, release.id)) {
    builder.add(countedRow(edition, { ...row, withheld: new Set(row.hidden) }, disclosed, row.measureId), row.late);
    if (row.visibility === 'withheld') {
      withheld[row.position - 1] = 1;
      continue;
    }
    placeOf[row.position] = positions.length;
    positions.push(row.position);
    numbers.push(row.number);
    titles.push(row.publicTitle);
  }
  const together = builder.build();
  const owners = sealed(together, withheld, (variable) => concernOf(edition, variable) === 'who');
  // Which agencies came late can be known: what the late ones of those withheld whole answered would then tell whose answer it was.
  const what = owners.late ? { ...together, late: owners.late } : together;
  const about: Record<Subject, Dataset> = { what, who: owners, both: { ...owners, sealed: true } };
  return {
    release,
    edition,
    names,
    sealed: owners,
    unanimous: hiddenVariables(edition, disclosed.unanimous),
    countedBy: (variables) => {
      const all = [...variables];
      return all.length === 0 ? together : about[subjectOf(edition, all)];
    },
    open: partOf(
      together,
      positions.map((position) => position - 1),
    ),
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

interface Row {
  readonly measureId: string;
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
  const { measureId, position, number, answers, known, late, visibility, publicTitle, hidden } = releaseMeasure;
  for (let after = 0; ; ) {
    const batch = await db
      .select({ measureId, position, number, answers, known, late, visibility, publicTitle, hidden })
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

/** The measures withheld whole of the round's releases up to and with this one, oldest first. */
async function withheldSoFar(db: Database, { roundId, number }: DatedRelease): Promise<WithheldMeasure[][]> {
  const rows = await db
    .select({
      release: release.number,
      edition: release.edition,
      id: releaseMeasure.measureId,
      agency: releaseMeasure.agencyId,
      answers: releaseMeasure.answers,
      known: releaseMeasure.known,
    })
    .from(releaseMeasure)
    .innerJoin(release, eq(release.id, releaseMeasure.releaseId))
    .where(and(eq(release.roundId, roundId), lte(release.number, number), eq(releaseMeasure.visibility, 'withheld')))
    .orderBy(asc(release.number), asc(releaseMeasure.position));
  const perRelease = Array.from({ length: number }, (): WithheldMeasure[] => []);
  for (const row of rows) {
    const edition = editionOf(row.edition);
    if (!edition) continue;
    const { id, agency } = row;
    perRelease[row.release - 1]?.push({ id, agency, codes: tellableCodes(edition, row) });
  }
  return perRelease;
}
