import type { Answers } from '@samblikk/questionnaire';
import { createMeasure, createMeasures, ownMeasures, setExternalId } from '../measures/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import type { Actor } from '../platform/signed/index.ts';
import {
  carryForward,
  firstRevisions,
  latestVersion,
  type RevisionRow,
  saveDraft,
  undoOutcome,
} from '../responses/index.ts';
import type { AgencyRound } from '../rounds/index.ts';
import type { Candidate } from './match-rows.ts';

/** A row whose measure is known, or that is a new one. */
export interface RowToWrite {
  readonly measure: (Pick<Candidate, 'id' | 'number' | 'here' | 'externalId'> & { settled?: boolean }) | undefined;
  readonly externalId: string | undefined;
  /** Answers that differ, or may; null blanks. */
  readonly changes: Readonly<Record<string, unknown>>;
  /** The version the changes were made on; the newest when not told. */
  readonly basedOn?: number | undefined;
}

export interface RowWritten {
  readonly id: string;
  readonly number: string;
  /** The version before, and the newest one now, if any. */
  readonly before: number;
  readonly revision: RevisionRow | undefined;
}

/**
 * Makes rows that people or their systems send into measures and answers of an agency, in the caller's transaction: the only
 * way they come in. An own number that is in use stays with the measure that has it.
 */
export async function rowWriter(tx: Transaction, of: AgencyRound, actor: Actor, now: Date) {
  const own = await ownMeasures(tx, of.round.id, of.agency.agencyId);
  const inUse = new Set(own.flatMap(({ externalId }) => externalId ?? []));
  const claim = (externalId: string | undefined): string | null => {
    if (externalId === undefined || inUse.has(externalId)) return null;
    inUse.add(externalId);
    return externalId;
  };

  return {
    /** One row: its measure is made, or taken along, and its answers are saved with the origin `imported`. @throws as `saveDraft` */
    async write({ measure, externalId, changes, basedOn }: RowToWrite): Promise<RowWritten> {
      const { id, number } = await placed(tx, of, measure, actor, now);
      const before = await latestVersion(tx, id, of.round.id);
      const draft = { basedOn: basedOn ?? before, changes, origin: 'imported' as const };
      const target = { ...of, measure: { id } };
      const revision = Object.keys(changes).length > 0 ? await saveDraft(tx, target, draft, actor, now) : undefined;
      if (externalId !== undefined && measure?.externalId !== externalId) {
        const claimed = claim(externalId);
        if (claimed !== null) await setExternalId(tx, { measureId: id, roundId: of.round.id }, claimed);
      }
      return { id, number, before, revision };
    },

    /** Many new measures with answers that are checked already, a batch at a time. */
    async writeNew(rows: readonly { externalId: string | undefined; answers: Answers }[]): Promise<void> {
      for (let from = 0; from < rows.length; from += atOnce) {
        const batch = rows.slice(from, from + atOnce);
        const numbers = batch.map(({ externalId }) => claim(externalId));
        const made = await createMeasures(tx, of, numbers, actor, now);
        const measures = batch.map(({ answers }, at) => ({ id: made[at]?.id ?? '', answers }));
        await firstRevisions(tx, of, measures, actor, now);
      }
    },
  };
}

/** New measures that are written together: what one value of the database holds easily. */
const atOnce = 500;

/** The measure of a row in this round: made, or taken along from an earlier one, where it is not here. */
async function placed(
  tx: Transaction,
  of: AgencyRound,
  measure: RowToWrite['measure'],
  actor: Actor,
  now: Date,
): Promise<{ id: string; number: string }> {
  if (measure === undefined) return createMeasure(tx, of, actor, now);
  if (measure.here) return measure;
  if (measure.settled) await undoOutcome(tx, of, measure.id, actor, now);
  return carryForward(tx, of, measure.id, actor, now);
}
