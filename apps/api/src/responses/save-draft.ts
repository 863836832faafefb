import DataLoader from 'dataloader';
import { sql } from 'drizzle-orm';
import { lockFreeMeasures, lockMeasure } from '../measures/index.ts';
import { recordAll } from '../platform/audit/index.ts';
import { type Database, prepared, type Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type Actor, auditName } from '../platform/signed/index.ts';
import { requireOpen } from '../rounds/index.ts';
import { type DraftChanges, type MeasureRef, type NextRevision, nextRevision } from './next-revision.ts';
import { revision } from './schema.ts';
import { type RevisionRow, standings } from './store.ts';

/** What one person saves of one measure. */
interface Save {
  readonly target: MeasureRef;
  readonly draft: DraftChanges;
  readonly actor: Actor;
}

/**
 * Saves changed answers as a new revision, merged by question into the newest one. Only answers that differ are
 * written; a save that changes nothing makes no revision.
 * @throws ApiError roundNotOpen; notAllowed when a question is outside the actor’s sections; answersAtFault with an issue per faulty answer; conflict, with both values, when
 * someone else has changed the same answer to something else since the version this was based on. Nothing is saved then.
 */
export async function saveDraft(
  tx: Transaction,
  target: MeasureRef,
  draft: DraftChanges,
  actor: Actor,
  now: Date,
): Promise<RevisionRow | undefined> {
  await lockMeasure(tx, target.measure.id, target.round.id);
  const [saved] = await saveLocked(tx, [{ target, draft, actor }], now);
  if (saved instanceof ApiError) throw saved;
  return saved;
}

/**
 * Saves what people have changed in measures that the transaction has locked, each measure once: the newest revision of each,
 * or why nothing was saved of it. One that is refused does not touch the others.
 */
async function saveLocked(
  tx: Transaction,
  saves: readonly Save[],
  now: Date,
): Promise<(RevisionRow | undefined | ApiError)[]> {
  const found = await standings(
    tx,
    saves.map(({ target, draft }) => ({
      measureId: target.measure.id,
      roundId: target.round.id,
      version: draft.basedOn,
    })),
  );
  const written: (Save & NextRevision)[] = [];
  const results = saves.map((save, at) => {
    const standing = found[at] ?? { current: undefined, base: undefined };
    try {
      requireOpen(save.target.round, now);
      const next = nextRevision(save.target, standing, save.draft, save.actor, now);
      if (next) written.push({ ...save, ...next });
      return next?.revision ?? standing.current;
    } catch (error) {
      if (error instanceof ApiError) return error;
      throw error;
    }
  });
  if (written.length > 0) {
    await insertRevisions(
      tx,
      written.map((one) => one.revision),
    );
    await recordAll(
      tx,
      written.map((one) => savedEvent(one.revision, one.questions, one.actor)),
      now,
    );
  }
  return results;
}

/** Writes revisions as one value: hundreds of parameters cost more than the rows. */
async function insertRevisions(tx: Transaction, rows: readonly RevisionRow[]): Promise<void> {
  await insertQuery(tx).execute({
    rows: JSON.stringify(
      rows.map((row) => ({
        ...{ id: row.id, measure_id: row.measureId, round_id: row.roundId, version: row.version, edition: row.edition },
        ...{ answers: row.answers, origins: row.origins, authors: row.authors, reasons: row.reasons },
        ...{ author_id: row.authorId, created_at: row.createdAt },
      })),
    ),
  });
}

const insertQuery = prepared((tx) => {
  const columns = sql.raw(
    'id, measure_id, round_id, version, edition, answers, origins, authors, reasons, author_id, created_at',
  );
  const rows = sql`select ${columns} from jsonb_populate_recordset(null::${revision}, ${sql.placeholder('rows')}::jsonb)`;
  return tx.insert(revision).select(rows).prepare('insert_revisions');
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

/** Saves one measure in a transaction of its own, or together with others that come meanwhile. @throws as `saveDraft` */
type DraftWriter = (save: Save) => Promise<RevisionRow | undefined>;

/** Saves that are committed together, at most. */
const atOnce = 100;

/** The save is not done: it waits for a writer of the same measure, or what it was grouped with failed. */
const alone = Symbol('alone');
type Outcome = RevisionRow | undefined | ApiError | typeof alone;

/**
 * The writer of drafts. The audit chain has one end, and its writers wait for each other until the disk has the commit: what
 * comes while one group of saves is being written is the next group, one transaction, one commit (group commit). Nobody is
 * answered before the commit. A group never waits for a measure that someone else holds: that save goes alone.
 */
export function draftWriter(db: Database, clock: () => Date): DraftWriter {
  let busy: Promise<unknown> = Promise.resolve();
  const groups = new DataLoader<Save, Outcome>(
    (saves) => {
      const work = saveTogether(db, saves, clock());
      busy = work;
      return work;
    },
    { cache: false, maxBatchSize: atOnce, batchScheduleFn: (write) => void busy.then(write) },
  );
  return async (save) => {
    const outcome = await groups.load(save);
    if (outcome instanceof ApiError) throw outcome;
    if (outcome !== alone) return outcome;
    return db.transaction((tx) => saveDraft(tx, save.target, save.draft, save.actor, clock()));
  };
}

/** Saves a group in one transaction. Never rejects: when the transaction fails, each save goes alone and learns why. */
async function saveTogether(db: Database, saves: readonly Save[], now: Date): Promise<Outcome[]> {
  const keyOf = ({ target }: Save) => `${target.measure.id} ${target.round.id}`;
  const first = new Map(saves.toReversed().map((save) => [keyOf(save), save]));
  try {
    return await db.transaction(async (tx) => {
      const keys = [...first.values()].map(({ target }) => ({
        measureId: target.measure.id,
        roundId: target.round.id,
      }));
      const free = new Set((await lockFreeMeasures(tx, keys)).map((key) => `${key.measureId} ${key.roundId}`));
      const group = saves.filter((save) => first.get(keyOf(save)) === save && free.has(keyOf(save)));
      const saved = new Map((await saveLocked(tx, group, now)).map((outcome, at) => [group[at], outcome]));
      return saves.map((save) => (saved.has(save) ? saved.get(save) : alone));
    });
  } catch {
    return saves.map(() => alone);
  }
}
