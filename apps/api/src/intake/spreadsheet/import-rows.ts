import type { ReplyOf, takeInSpreadsheet } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { and, eq } from 'drizzle-orm';
import { createMeasures, takeAlong } from '../../measures/create-measure.ts';
import { decideOutcome, undoOutcome } from '../../measures/roll-over.ts';
import { record } from '../../platform/audit/record.ts';
import type { Transaction } from '../../platform/db/connect.ts';
import { ApiError } from '../../platform/problem/problem.ts';
import { type Actor, auditName } from '../../platform/signed/actor.ts';
import { firstRevisions, saveDraft } from '../../responses/save-draft.ts';
import type { AgencyRound } from '../../responses/store.ts';
import { demandOpen } from '../../rounds/store.ts';
import { measureRound, type UploadMapping } from '../../schema.ts';
import type { Plan, PlannedRow } from './plan-types.ts';
import { planUpload } from './preview.ts';
import { rowIssueText } from './row-issues.ts';
import { closeUpload, remember, uploadOf } from './store.ts';

type TakenIn = ReplyOf<typeof takeInSpreadsheet>;

/**
 * Takes a list in as it was previewed: new measures are made, last year’s taken along, and answers saved with the origin
 * `imported`. All or nothing, in the caller's transaction.
 * @throws ApiError conflict when something has changed since the preview; fileAtFault when rows have errors and are not to
 * be left out; roundNotOpen; alreadyDone when it was taken in before
 */
export async function takeIn(
  tx: Transaction,
  of: AgencyRound,
  id: string,
  request: { plan: string; skipRowsAtFault: boolean; language: Language },
  actor: Actor,
  now: Date,
): Promise<TakenIn> {
  demandOpen(of.round, now);
  const row = await uploadOf(tx, of, id, now, { lock: true });
  if (!row.mapping) throw new ApiError('conflict', { detail: 'The list was never previewed.' });
  const { plan, layout } = await planUpload(tx, of, row, row.mapping);
  if (plan.hash !== request.plan)
    throw new ApiError('conflict', { detail: 'Something has changed since the preview.' });
  const faulty = plan.rows.filter(({ kind }) => kind === 'faulty');
  if (faulty.length > 0 && !request.skipRowsAtFault) {
    const issues = faulty.flatMap((one) => one.issues).filter(({ level }) => level === 'error');
    throw new ApiError('fileAtFault', {
      detail: `${faulty.length} rows have errors.`,
      issues: issues
        .slice(0, 1_000)
        .map((issue) => ({ ...issue, text: rowIssueText(issue, of.edition, request.language) })),
    });
  }
  const externalIds = await usedExternalIds(tx, of);
  const fresh = plan.rows.filter(({ kind }) => kind === 'new');
  for (let from = 0; from < fresh.length; from += atOnce)
    await writeNew(tx, of, fresh.slice(from, from + atOnce), externalIds, actor, now);
  for (const planned of plan.rows) await write(tx, of, planned, externalIds, actor, now);
  await remember(tx, of.agency.agencyId, layout, row.mapping, toldRows(plan, row.mapping.rows), of.edition.roles.title);
  await closeUpload(tx, id, now);

  const count = (kind: PlannedRow['kind']) => plan.rows.filter((one) => one.kind === kind).length;
  const result = {
    created: count('new'),
    takenAlong: count('takenAlong'),
    ended: count('ended'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    skipped: count('skipped') + faulty.length,
  };
  const details = { year: of.round.year, rows: plan.rows.length, ...result };
  await record(
    tx,
    { actor: auditName(actor), action: 'spreadsheet.takenIn', subject: `agency:${of.agency.agencyId}`, details },
    now,
  );
  return result;
}

/** Rows that someone left out, and rows someone took in though they seemed to be no measure, for the next list. */
function toldRows({ rows }: Plan, will: UploadMapping['rows']): { title: string | undefined; will: 'skip' | 'take' }[] {
  return rows
    .filter(({ row }) => will[String(row)] !== undefined)
    .map(({ row, title }) => ({ title, will: will[String(row)] === 'skip' ? 'skip' : 'take' }));
}

/** The numbers of the agency's own that are in use, also by measures that were withdrawn. */
async function usedExternalIds(tx: Transaction, { round, agency }: AgencyRound): Promise<Set<string>> {
  const rows = await tx
    .select({ externalId: measureRound.externalId })
    .from(measureRound)
    .where(and(eq(measureRound.roundId, round.id), eq(measureRound.agencyId, agency.agencyId)));
  return new Set(rows.flatMap(({ externalId }) => externalId ?? []));
}

/** New measures that are written together; one statement holds no more than PostgreSQL’s 65 535 values. */
const atOnce = 500;

/** Writes new measures of the plan, with their answers. */
async function writeNew(
  tx: Transaction,
  of: AgencyRound,
  rows: readonly PlannedRow[],
  externalIds: Set<string>,
  actor: Actor,
  now: Date,
): Promise<void> {
  const own = rows.map(({ externalId }) => {
    if (externalId === undefined || externalIds.has(externalId)) return null;
    externalIds.add(externalId);
    return externalId;
  });
  const made = await createMeasures(tx, of, own, actor, now);
  const measures = rows.map(({ changes }, at) => ({ id: made[at]?.id ?? '', answers: changes }));
  await firstRevisions(tx, of, measures, { actor, now, origin: () => 'imported' });
}

/** Writes one row of the plan about a measure that is there. */
async function write(
  tx: Transaction,
  of: AgencyRound,
  planned: PlannedRow,
  externalIds: Set<string>,
  actor: Actor,
  now: Date,
): Promise<void> {
  const { kind, measure, changes, externalId, outcome } = planned;
  if (!measure || kind === 'faulty' || kind === 'skipped') return;
  if (outcome) {
    await decideOutcome(tx, of, measure.id, { outcome }, actor, now);
    return;
  }
  if (!measure.here && measure.settled) await undoOutcome(tx, of, measure.id, actor, now);
  const target = measure.here ? measure : await takeAlong(tx, of, measure.id, actor, now);
  if (Object.keys(changes).length > 0) {
    // Based on the version of the preview: whoever saved since then is not overwritten, and all is taken back.
    const draft = { basedOn: measure.version, changes, origin: 'imported' as const };
    await saveDraft(tx, { ...of, measure: target }, draft, actor, now);
  }
  if (externalId === undefined || measure.externalId === externalId || externalIds.has(externalId)) return;
  externalIds.add(externalId);
  await tx
    .update(measureRound)
    .set({ externalId })
    .where(and(eq(measureRound.measureId, target.id), eq(measureRound.roundId, of.round.id)));
}
