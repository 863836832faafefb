import type { Answers } from '@samblikk/questionnaire';
import {
  createMeasure,
  createMeasures,
  type Decision,
  lockMeasuresOf,
  lockNumbers,
  outcomesOf,
  ownMeasures,
  setExternalId,
} from '../measures/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import type { Actor } from '../platform/signed/index.ts';
import {
  carryForward,
  decideOutcome,
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

/** What became of a row; enough to undo it. */
export interface RowWritten {
  readonly id: string;
  readonly number: string;
  /** The version of the answers before, 0 for none, and after. */
  readonly before: number;
  readonly version: number;
  /** The measure got the agency's own number from the row. */
  readonly numbered: boolean;
  /** What was said before had become of the measure, and is said no more. */
  readonly outcome: Decision | null;
}

/**
 * Makes rows that people or their systems send into measures and answers of an agency, in the caller's transaction: the only
 * way they come in. An own number that is in use stays with the measure that has it.
 */
export async function rowWriter(tx: Transaction, of: AgencyRound, actor: Actor, now: Date) {
  await lockMeasuresOf(tx, of);
  await lockNumbers(tx, of.round);
  const own = await ownMeasures(tx, of.round.id, of.agency.agencyId);
  const inUse = new Set(own.flatMap(({ externalId }) => externalId ?? []));
  const claim = (externalId: string | undefined): string | null => {
    if (externalId === undefined || inUse.has(externalId)) return null;
    inUse.add(externalId);
    return externalId;
  };

  return {
    /** One row: its measure is made, or taken along, and its answers are saved with the origin `imported`. @throws as `saveDraft` */
    async write({
      measure,
      externalId,
      changes,
      basedOn,
    }: RowToWrite): Promise<RowWritten & { revision: RevisionRow | undefined }> {
      const { id, number, outcome } = await placed(tx, of, measure, actor, now);
      const before = await latestVersion(tx, id, of.round.id);
      const draft = { basedOn: basedOn ?? before, changes, origin: 'imported' as const };
      const target = { ...of, measure: { id } };
      const revision = Object.keys(changes).length > 0 ? await saveDraft(tx, target, draft, actor, now) : undefined;
      const claimed = measure?.externalId === externalId ? null : claim(externalId);
      if (claimed !== null) await setExternalId(tx, { measureId: id, roundId: of.round.id }, claimed);
      const version = revision?.version ?? before;
      return { id, number, before, version, revision, numbered: claimed !== null, outcome };
    },

    /** A row that says that a measure from before is over: that is noted, and the measure stays out of the round. */
    async end({ id, number }: Pick<Candidate, 'id' | 'number'>, outcome: 'ended' | 'stopped'): Promise<RowWritten> {
      const said = await saidOf(tx, of, id);
      await decideOutcome(tx, of, id, { outcome }, actor, now);
      return { id, number, before: 0, version: 0, numbered: false, outcome: said };
    },

    /** Many new measures with answers that are checked already, a batch at a time. */
    async writeNew(rows: readonly { externalId: string | undefined; answers: Answers }[]): Promise<RowWritten[]> {
      const written: RowWritten[] = [];
      for (let from = 0; from < rows.length; from += atOnce) {
        const batch = rows.slice(from, from + atOnce);
        const numbers = batch.map(({ externalId }) => claim(externalId));
        const made = await createMeasures(tx, of, numbers, actor, now);
        const measures = batch.map(({ answers }, at) => ({ id: made[at]?.id ?? '', answers }));
        await firstRevisions(tx, of, measures, actor, now);
        written.push(
          ...made.map((one, at) => ({ ...one, before: 0, version: 1, numbered: numbers[at] !== null, outcome: null })),
        );
      }
      return written;
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
): Promise<Pick<RowWritten, 'id' | 'number' | 'outcome'>> {
  if (measure === undefined) return { ...(await createMeasure(tx, of, actor, now)), outcome: null };
  if (measure.here) return { ...measure, outcome: null };
  const outcome = measure.settled ? await forgetOutcome(tx, of, measure.id, actor, now) : null;
  return { ...(await carryForward(tx, of, measure.id, actor, now)), outcome };
}

/** What was said had become of a measure, which is reported after all. */
async function forgetOutcome(
  tx: Transaction,
  of: AgencyRound,
  measureId: string,
  actor: Actor,
  now: Date,
): Promise<Decision | null> {
  const said = await saidOf(tx, of, measureId);
  await undoOutcome(tx, of, measureId, actor, now);
  return said;
}

/** What is said to have become of a measure. */
async function saidOf(tx: Transaction, of: AgencyRound, measureId: string): Promise<Decision | null> {
  const said = (await outcomesOf(tx, of)).find((one) => one.measureId === measureId);
  if (!said) return null;
  const { outcome, measures, toOrgnr } = said;
  return { outcome, measures, ...(toOrgnr !== null && { toOrgnr }) };
}
