import type { RowMatch } from '../match-rows.ts';
import type { PlannedRow } from './plan-types.ts';
import { type RowIssue, rowIssue } from './row-issues.ts';

/**
 * A row that says that its measure is over, where a phase is asked for. One from before is not reported, and that is noted; a
 * new one is left out unless someone says that it is to come in. Else the word is no phase, and that is told among `issues`.
 */
export function overRow(
  row: Omit<PlannedRow, 'kind' | 'issues' | 'missing'>,
  issues: RowIssue[],
  match: RowMatch,
  asNew: boolean,
): PlannedRow | undefined {
  const at = issues.findIndex(({ code }) => code === 'outcome');
  const said = issues[at];
  if (!said) return undefined;
  issues.splice(at, 1);
  const { column, value, params } = said;
  const place = { level: 'warning', params, ...(column && { column }), ...(value && { value }) } as const;
  const nothing = { changes: {}, missing: [], becomesPublic: false, implied: {}, withoutContact: false };
  const over = { ...row, ...nothing };
  if (row.measure && !row.measure.here) {
    const outcome = params.outcome === 'stopped' ? 'stopped' : 'ended';
    return { ...over, kind: 'ended', outcome, issues: [rowIssue(row.row, 'outcomeSaid', place)] };
  }
  if (match.how === 'new' && !asNew)
    return { ...over, kind: 'skipped', issues: [rowIssue(row.row, 'outcomeNew', place)] };
  issues.push(rowIssue(row.row, 'outcomeHere', place));
  return undefined;
}
