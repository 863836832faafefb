import type { importSpreadsheet, ReplyOf } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { record } from '../../platform/audit/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { type Actor, auditName } from '../../platform/signed/index.ts';
import { type AgencyRound, requireOpen } from '../../rounds/index.ts';
import { rowWriter } from '../write-rows.ts';
import type { Plan, PlannedRow } from './plan.ts';
import { planUpload } from './preview.ts';
import { rowIssueText } from './row-issues.ts';
import type { UploadMapping } from './schema.ts';
import { closeUpload, remember, uploadOf } from './store.ts';

type ImportNotice = ReplyOf<typeof importSpreadsheet>;

/**
 * Takes a list in as it was previewed: new measures are made, last year’s taken along, and answers saved with the origin
 * `imported`. All or nothing, in the caller's transaction.
 * @throws ApiError conflict when something has changed since the preview; fileAtFault when rows have errors and are not to
 * be left out; roundNotOpen; alreadyDone when it was taken in before
 */
export async function importRows(
  tx: Transaction,
  of: AgencyRound,
  id: string,
  request: { plan: string; skipRowsAtFault: boolean; language: Language },
  actor: Actor,
  now: Date,
): Promise<ImportNotice> {
  requireOpen(of.round, now);
  const row = await uploadOf(tx, of, id, now, { lock: true });
  if (!row.mapping) throw new ApiError('conflict', { detail: 'listNotPreviewed' });
  const { plan, layout } = await planUpload(tx, of, row, row.mapping);
  if (plan.hash !== request.plan) throw new ApiError('conflict', { detail: 'listChanged' });
  const faulty = plan.rows.filter(({ kind }) => kind === 'faulty');
  if (faulty.length > 0 && !request.skipRowsAtFault) {
    const issues = faulty.flatMap((one) => one.issues).filter(({ level }) => level === 'error');
    throw new ApiError('fileAtFault', {
      detail: ['rowsAtFault', { rows: faulty.length }],
      issues: issues
        .slice(0, 1_000)
        .map((issue) => ({ ...issue, text: rowIssueText(issue, of.edition, request.language) })),
    });
  }
  const writer = await rowWriter(tx, of, actor, now);
  await writer.writeNew(
    plan.rows.filter(({ kind }) => kind === 'new').map(({ externalId, changes }) => ({ externalId, answers: changes })),
  );
  for (const { kind, measure, changes, externalId } of plan.rows) {
    // Based on the version of the preview: whoever saved since then is not overwritten, and all is taken back.
    if (measure && kind !== 'faulty' && kind !== 'skipped')
      await writer.write({ measure, externalId, changes, basedOn: measure.version });
  }
  await remember(tx, of.agency.agencyId, layout, row.mapping, toldRows(plan, row.mapping.rows), of.edition.roles.title);
  await closeUpload(tx, id, now);

  const count = (kind: PlannedRow['kind']) => plan.rows.filter((one) => one.kind === kind).length;
  const result = {
    created: count('new'),
    carriedForward: count('carriedForward'),
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
