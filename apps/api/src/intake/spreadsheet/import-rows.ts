import type { importSpreadsheet, ReplyOf } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { record } from '../../platform/audit/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { type Actor, auditName } from '../../platform/signed/index.ts';
import { type AgencyRound, requireOpen } from '../../rounds/index.ts';
import { type RowWritten, rowWriter } from '../write-rows.ts';
import { type ImportedRow, noteImport } from './imports.ts';
import { type List, rowInFile } from './list.ts';
import type { Plan, PlannedRow } from './plan-types.ts';
import { planUpload } from './preview.ts';
import { rowIssue } from './row-issues.ts';
import type { UploadMapping } from './schema.ts';
import { issueIn } from './show-plan.ts';
import { closeUpload, remember, uploadOf } from './store.ts';

type ImportNotice = ReplyOf<typeof importSpreadsheet>;

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
export async function importRows(
  tx: Transaction,
  of: AgencyRound,
  id: string,
  request: Request,
  actor: Actor,
  now: Date,
): Promise<ImportNotice> {
  requireOpen(of.round, now);
  const row = await uploadOf(tx, of, id, now, { lock: true });
  if (!row.mapping) throw new ApiError('conflict', { detail: 'listNotPreviewed' });
  const { plan, list } = await planUpload(tx, of, row, row.mapping, now.toISOString().slice(0, 10));
  if (plan.hash !== request.plan) throw new ApiError('conflict', { detail: 'listChanged' });
  requireReady(of, plan, list, request);
  const written = await writePlan(tx, of, plan, actor, now);
  const imported = written.map((one) => ({ ...one, row: rowInFile(list, one.row) }));
  const importId = await noteImport(tx, of, row, imported, actor, now);
  await remember(
    tx,
    of.agency.agencyId,
    list.layout,
    row.mapping,
    chosenRows(plan, row.mapping.rows),
    of.edition.roles.title,
  );

  const { faulty: waiting, ...result } = countsOf(plan);
  if (waiting === 0) await closeUpload(tx, id, now);
  const details = { year: of.round.year, rows: plan.rows.length, ...result };
  await record(
    tx,
    { actor: auditName(actor), action: 'spreadsheet.takenIn', subject: `agency:${of.agency.agencyId}`, details },
    now,
  );
  return { ...result, waiting, import: importId };
}

function countsOf({ rows }: Plan) {
  const count = (kind: PlannedRow['kind']) => rows.filter((row) => row.kind === kind).length;
  return {
    created: count('new'),
    carriedForward: count('carriedForward'),
    ended: count('ended'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    skipped: count('skipped'),
    faulty: count('faulty'),
  };
}

/** @throws ApiError fileAtFault with an issue for each thing that must be corrected, or said, first */
function requireReady(of: AgencyRound, { rows }: Plan, list: List, request: Request): void {
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
    detail: ['rowsNotReady', { faulty: faulty.length, unconfirmed: unconfirmed.length }],
    issues: issues.slice(0, 1_000).map((issue) => issueIn(list, issue, of.edition, request.language)),
  });
}

/** Writes the rows of a plan that are to be written. @returns what undoing them needs to know */
async function writePlan(
  tx: Transaction,
  of: AgencyRound,
  { rows }: Plan,
  actor: Actor,
  now: Date,
): Promise<ImportedRow[]> {
  const writer = await rowWriter(tx, of, actor, now);
  const fresh = rows.filter(({ kind }) => kind === 'new');
  const made = await writer.writeNew(fresh.map(({ externalId, changes }) => ({ externalId, answers: changes })));
  const imported: ImportedRow[] = made.map((written, at) => ({
    row: fresh[at]?.row ?? 0,
    kind: 'new',
    ...toUndo(written, null),
  }));
  for (const { row, kind, measure, changes, externalId, outcome } of rows) {
    if (!measure || kind === 'faulty' || kind === 'skipped' || kind === 'new') continue;
    // Based on the version of the preview: whoever saved since then is not overwritten, and all is taken back. One that was
    // taken out of this round before has answers of its own here.
    const basedOn = measure.here ? measure.version : undefined;
    const written = outcome
      ? await writer.end(measure, outcome)
      : await writer.write({ measure, externalId, changes, basedOn });
    imported.push({ row, kind, ...toUndo(written, measure.externalId) });
  }
  return imported;
}

const toUndo = ({ id, before, version, numbered, outcome }: RowWritten, numberBefore: string | null) => ({
  measureId: id,
  before,
  after: version,
  numbered,
  numberBefore,
  outcome,
});

/** Rows that someone left out, and rows someone took in though they seemed to be no measure, for the next list. */
function chosenRows(
  { rows }: Plan,
  will: UploadMapping['rows'],
): { title: string | undefined; will: 'skip' | 'take' }[] {
  return rows
    .filter(({ row }) => will[String(row)] !== undefined)
    .map(({ row, title }) => ({ title, will: will[String(row)] === 'skip' ? 'skip' : 'take' }));
}
