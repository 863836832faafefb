import DataLoader from 'dataloader';
import { lockFreeMeasures } from '../measures/index.ts';
import type { Database } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type Save, saveDraft, saveLocked } from './save-draft.ts';
import type { RevisionRow } from './store.ts';

/** Saves one measure in a transaction of its own, or together with others that come meanwhile. @throws as `saveDraft` */
export type DraftWriter = (save: Save) => Promise<RevisionRow | undefined>;

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
