import DataLoader from 'dataloader';
import { getTableColumns, sql } from 'drizzle-orm';
import { freeMeasures, lockMeasure } from '../measures/index.ts';
import { chaining, eventRows, eventsOf } from '../platform/audit/index.ts';
import { type Database, prepared, type Transaction } from '../platform/db/index.ts';
import { type Actor, auditName } from '../platform/signed/index.ts';
import { requireOpen } from '../rounds/index.ts';
import { type DraftChanges, type MeasureRef, type NextRevision, nextRevision } from './next-revision.ts';
import { revision } from './schema.ts';
import { type RevisionRow, type Standing, standings } from './store.ts';

/**
 * Saves changed answers as a new revision, merged by question into the newest one. Only answers that differ are
 * written; a save that changes nothing makes no revision.
 * @throws ApiError roundNotOpen; notAllowed when a question is outside the actor’s sections; answersAtFault with an issue per
 * faulty answer; conflict, with both values, when someone else has changed the same answer to something else since the version
 * this was based on. Nothing is saved then.
 */
export async function saveDraft(
  tx: Transaction,
  target: MeasureRef,
  draft: DraftChanges,
  actor: Actor,
  now: Date,
): Promise<RevisionRow | undefined> {
  await lockMeasure(tx, target.measure.id, target.round.id);
  const [standing = nothing] = await standings(tx, [
    { measureId: target.measure.id, year: target.round.year, version: draft.basedOn },
  ]);
  const next = mergeDraft({ target, draft, actor, standing }, now);
  if (!next) return standing.current;
  const written = await writeRevisions(tx, [{ ...next, actor }], now);
  if (!written.has(next.revision.id)) throw new Error('A revision was not written, though its measure is locked.');
  return next.revision;
}

const nothing: Standing = { current: undefined, base: undefined };

/** What one person saves of one measure, and where that stood when they did. */
interface Save {
  readonly target: MeasureRef;
  readonly draft: DraftChanges;
  readonly actor: Actor;
  readonly standing: Standing;
}

/** The next revision; undefined when nothing is changed. @throws ApiError as `saveDraft` */
function mergeDraft({ target, standing, draft, actor }: Save, now: Date): NextRevision | undefined {
  requireOpen(target.round, now);
  return nextRevision(target, standing, draft, actor, now);
}

/**
 * Writes revisions with their audit lines, in one statement: those whose measure nobody else holds, and that are still the next.
 * @returns the ids of those written
 */
async function writeRevisions(
  db: Database | Transaction,
  next: readonly Merged[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = JSON.stringify(
    next.map((one) => Object.fromEntries(columns.map(([key, name]) => [name, one.revision[key]]))),
  );
  const events = next.map(({ revision: row, questions, actor }) => savedEvent(row, questions, actor));
  const written = await writing(db).execute({ rows, ...eventsOf(events, now) });
  return new Set(written.map(({ id }) => id));
}

const columns = Object.entries(getTableColumns(revision)).map(
  ([key, { name }]) => [key as keyof RevisionRow, name] as const,
);

const writing = prepared((db) => {
  const names = sql.join(
    columns.map(([, name]) => sql.identifier(name)),
    sql`, `,
  );
  // Rows are one value: hundreds of parameters cost more than the rows.
  const wanted = db
    .$with('wanted', {})
    .as(
      sql`select * from jsonb_populate_recordset(null::${revision}, ${sql.placeholder('rows')}::jsonb) with ordinality`,
    );
  const free = db.$with('free', {}).as(freeMeasures(sql`wanted`));
  // Somebody who saved just before is not seen here yet, but has taken the version: the statement fails, and nothing is written.
  const written = db.$with('written', { id: sql<string>`id`.as('id') }).as(
    sql`insert into ${revision} (${names}) select ${names} from wanted join free using (measure_id, round_id)
      where version = 1 + coalesce((select max(before.version) from ${revision} before
        where before.measure_id = wanted.measure_id and before.round_id = wanted.round_id), 0)
      returning id`,
  );
  const events = sql`select event.* from ${eventRows} join wanted on wanted.ordinality = event.n + 1 join written using (id)`;
  const [lines, ...before] = chaining(db, events);
  return db
    .with(wanted, free, written, ...before, lines)
    .select({ id: written.id })
    .from(written)
    .prepare('write_revisions');
});

/** The audit line of a new revision. */
export function savedEvent(
  { measureId, version }: { measureId: string; version: number },
  questions: string[],
  actor: Actor,
) {
  const details = { version, questions };
  return { actor: auditName(actor), action: 'draft.saved' as const, subject: `measure:${measureId}`, details };
}

/** Saves one measure by itself, or together with others that come meanwhile. @throws as `saveDraft` */
type DraftWriter = (save: Save) => Promise<RevisionRow | undefined>;

/** Saves that are committed together, at most. */
const atOnce = 25;

/** The save is not done: somebody else holds or has just written the measure, or what it was grouped with failed. */
const alone = Symbol('alone');
type Outcome = RevisionRow | typeof alone;

/**
 * The writer of drafts. The audit chain has one end, and its writers wait for each other until the disk has the commit: what
 * comes while one group of saves is being written is the next group, one statement, one commit (group commit). Nobody is
 * answered before the commit. A group never waits for a measure that someone else holds: that save goes alone, and so does one
 * whose measure is not as it was.
 */
export function draftWriter(db: Database, clock: () => Date): DraftWriter {
  let busy: Promise<unknown> = Promise.resolve();
  const groups = new DataLoader<Merged, Outcome>(
    (group) => {
      const work = writeTogether(db, group, clock());
      busy = work;
      return work;
    },
    { cache: false, maxBatchSize: atOnce, batchScheduleFn: (write) => void busy.then(write) },
  );
  return async (save) => {
    const next = mergeDraft(save, clock());
    if (!next) return save.standing.current;
    const outcome = await groups.load({ ...next, actor: save.actor });
    if (outcome !== alone) return outcome;
    return db.transaction((tx) => saveDraft(tx, save.target, save.draft, save.actor, clock()));
  };
}

type Merged = NextRevision & { readonly actor: Actor };

/** Writes a group at once, the first of each measure. Never rejects: when it fails, each save goes alone and learns why. */
async function writeTogether(db: Database, group: readonly Merged[], now: Date): Promise<Outcome[]> {
  const placeOf = ({ revision: { measureId, roundId } }: Merged) => `${measureId} ${roundId}`;
  const first = new Map(group.toReversed().map((one) => [placeOf(one), one]));
  try {
    const written = await writeRevisions(db, [...first.values()].reverse(), now);
    return group.map(({ revision: row }) => (written.has(row.id) ? row : alone));
  } catch {
    return group.map(() => alone);
  }
}
