import type { ReplyOf, takeInSpreadsheet } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { and, eq } from 'drizzle-orm';
import { createMeasures, type Decision, outcomesOf } from '../../measures/index.ts';
import { measureRound } from '../../measures/schema.ts';
import { record } from '../../platform/audit/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { type Actor, auditName } from '../../platform/signed/index.ts';
import { firstRevisions, latestVersion, saveDraft, takeAlong, undoOutcome } from '../../responses/index.ts';
import { type AgencyRound, demandOpen } from '../../rounds/index.ts';
import { type ImportedRow, noteImport } from './imports.ts';
import type { Plan, PlannedRow } from './plan.ts';
import { planUpload } from './preview.ts';
import { rowIssue, rowIssueText } from './row-issues.ts';
import type { UploadMapping } from './schema.ts';
import type { KnownMeasure } from './state.ts';
import { closeUpload, remember, uploadOf } from './store.ts';

type TakenIn = ReplyOf<typeof takeInSpreadsheet>;

interface Request {
  /** The `plan` of the preview. */
  readonly plan: string;
  /** Take in the rows without faults; those at fault stay in the list. */
  readonly skipRowsAtFault: boolean;
  /** The rows that may make public what is withheld. */
  readonly confirmedPublic: readonly number[];
  readonly language: Language;
}

/**
 * Takes a list in as it was previewed: new measures are made, last year’s taken along, and answers saved with the origin
 * `imported`. All or nothing, in the caller's transaction. Rows at fault wait in the list when the others are taken in.
 * @throws ApiError conflict when something has changed since the preview; fileAtFault when rows have errors and are not to
 * wait, or would make public what is withheld and that is not confirmed; roundNotOpen; alreadyDone when it was taken in before
 */
export async function takeIn(
  tx: Transaction,
  of: AgencyRound,
  id: string,
  request: Request,
  actor: Actor,
  now: Date,
): Promise<TakenIn> {
  demandOpen(of.round, now);
  const row = await uploadOf(tx, of, id, now, { lock: true });
  if (!row.mapping) throw new ApiError('conflict', { detail: 'The list was never previewed.' });
  const { plan, layout } = await planUpload(tx, of, row, row.mapping, now.toISOString().slice(0, 10));
  if (plan.hash !== request.plan)
    throw new ApiError('conflict', { detail: 'Something has changed since the preview.' });
  demandReady(of, plan, request);
  const externalIds = await usedExternalIds(tx, of);
  const imported: ImportedRow[] = [];
  const fresh = plan.rows.filter(({ kind }) => kind === 'new');
  for (let from = 0; from < fresh.length; from += atOnce)
    imported.push(...(await writeNew(tx, of, fresh.slice(from, from + atOnce), externalIds, actor, now)));
  for (const planned of plan.rows) {
    const written = await write(tx, of, planned, externalIds, actor, now);
    if (written) imported.push(written);
  }
  const importId = await noteImport(tx, of, row, imported, actor, now);
  await remember(tx, of.agency.agencyId, layout, row.mapping, toldRows(plan, row.mapping.rows), of.edition.roles.title);

  const count = (kind: PlannedRow['kind']) => plan.rows.filter((one) => one.kind === kind).length;
  const waiting = count('faulty');
  if (waiting === 0) await closeUpload(tx, id, now);
  const result = {
    created: count('new'),
    takenAlong: count('takenAlong'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    skipped: count('skipped'),
  };
  const details = { year: of.round.year, rows: plan.rows.length, ...result };
  await record(
    tx,
    { actor: auditName(actor), action: 'spreadsheet.takenIn', subject: `agency:${of.agency.agencyId}`, details },
    now,
  );
  return { ...result, waiting, import: importId };
}

/** @throws ApiError fileAtFault with an issue for each thing that must be corrected, or said, first */
function demandReady(of: AgencyRound, { rows }: Plan, request: Request): void {
  const faulty = request.skipRowsAtFault ? [] : rows.filter(({ kind }) => kind === 'faulty');
  const unconfirmed = rows.filter(
    ({ row, kind, becomesPublic }) =>
      becomesPublic && kind !== 'faulty' && kind !== 'skipped' && !request.confirmedPublic.includes(row),
  );
  if (faulty.length + unconfirmed.length === 0) return;
  const issues = [
    ...faulty.flatMap((one) => one.issues).filter(({ level }) => level === 'error'),
    ...unconfirmed.map(({ row }) => rowIssue(row, 'becomesPublic', { question: of.edition.publication.question })),
  ];
  throw new ApiError('fileAtFault', {
    detail: `${faulty.length} rows have errors; ${unconfirmed.length} would make public what is withheld.`,
    issues: issues
      .slice(0, 1_000)
      .map((issue) => ({ ...issue, text: rowIssueText(issue, of.edition, request.language) })),
  });
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
): Promise<ImportedRow[]> {
  const own = rows.map(({ externalId }) => {
    if (externalId === undefined || externalIds.has(externalId)) return null;
    externalIds.add(externalId);
    return externalId;
  });
  const made = await createMeasures(tx, of, own, actor, now);
  const measures = rows.map(({ changes }, at) => ({ id: made[at]?.id ?? '', answers: changes }));
  await firstRevisions(tx, of, measures, { actor, now, origin: () => 'imported' });
  return rows.map(({ row }, at) => ({
    row,
    kind: 'new',
    measureId: made[at]?.id ?? '',
    before: 0,
    after: 1,
    numbered: own[at] !== null,
    numberBefore: null,
    outcome: null,
  }));
}

/** Writes one row of the plan about a measure that is there. */
async function write(
  tx: Transaction,
  of: AgencyRound,
  planned: PlannedRow,
  externalIds: Set<string>,
  actor: Actor,
  now: Date,
): Promise<ImportedRow | undefined> {
  const { kind, measure, changes, row } = planned;
  if (!measure || kind === 'faulty' || kind === 'skipped' || kind === 'new') return undefined;
  const outcome = measure.here ? null : await forgetOutcome(tx, of, measure, actor, now);
  const target = measure.here ? measure : await takeAlong(tx, of, measure.id, actor, now);
  // Based on the version of the preview: whoever saved since then is not overwritten, and all is taken back. One that was
  // taken out of this round before has answers of its own here.
  const before = measure.here ? measure.version : await latestVersion(tx, measure.id, of.round.id);
  let after = before;
  if (Object.keys(changes).length > 0) {
    const draft = { basedOn: before, changes, origin: 'imported' as const };
    after = (await saveDraft(tx, { ...of, measure: target }, draft, actor, now))?.version ?? before;
  }
  const numbered = await number(tx, of, planned, externalIds);
  return { row, kind, measureId: target.id, before, after, numbered, numberBefore: measure.externalId, outcome };
}

/** What was said had become of a measure, which is reported after all. */
async function forgetOutcome(
  tx: Transaction,
  of: AgencyRound,
  measure: KnownMeasure,
  actor: Actor,
  now: Date,
): Promise<Decision | null> {
  if (!measure.settled) return null;
  const said = (await outcomesOf(tx, of)).find(({ measureId }) => measureId === measure.id);
  await undoOutcome(tx, of, measure.id, actor, now);
  if (!said) return null;
  const { outcome, measures, toOrgnr } = said;
  return { outcome, measures, ...(toOrgnr !== null && { toOrgnr }) };
}

/** Gives a measure the agency's own number from its row, where it is free. @returns whether it did */
async function number(
  tx: Transaction,
  of: AgencyRound,
  { measure, externalId }: PlannedRow,
  externalIds: Set<string>,
): Promise<boolean> {
  if (!measure || externalId === undefined || measure.externalId === externalId || externalIds.has(externalId))
    return false;
  externalIds.add(externalId);
  await tx
    .update(measureRound)
    .set({ externalId })
    .where(and(eq(measureRound.measureId, measure.id), eq(measureRound.roundId, of.round.id)));
  return true;
}
