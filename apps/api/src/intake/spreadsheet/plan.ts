import { createHash } from 'node:crypto';
import { canonical } from '@samblikk/files';
import { type ColumnTarget, plain, type Translation } from '@samblikk/questionnaire/match';
import { matchRows } from '../match-rows.ts';
import type { Layout } from './layout.ts';
import { planRow } from './plan-row.ts';
import type { Plan, PlanInput, PlannedRow } from './plan-types.ts';
import { type ReadRow, readRow } from './read-row.ts';
import { type RowIssue, rowIssue } from './row-issues.ts';
import { isTotals } from './totals.ts';
import { type YieldToOthers, yieldToOthers } from './yield-to-others.ts';

/**
 * What taking a list in would do, row by row, in slices that let others in between. The same list, mapping and measures give
 * the same plan.
 */
export async function planOf(input: PlanInput, breathe: YieldToOthers = yieldToOthers()): Promise<Plan> {
  const words = new Map<string, Translation & { question: string; cells: number }>();
  const note = (question: string, translation: Translation) => {
    const key = `${question} ${plain(translation.word)}`;
    const before = words.get(key);
    words.set(key, { ...(before ?? { ...translation, question }), cells: (before?.cells ?? 0) + 1 });
  };
  const read: ReadRow[] = [];
  const left = new Map<number, RowIssue | undefined>();
  for (const at of input.layout.rows) {
    const row = readRow(input, at, note);
    read.push(row);
    const why = whyLeftOut(input, row);
    if (why) left.set(row.row, why === 'chosen' ? undefined : rowIssue(row.row, why, { level: 'warning' }));
    await breathe();
  }
  const identities = read
    .filter(({ row }) => !left.has(row))
    .map((row) => {
      const title = titleOf(input, row);
      const before = row.externalId === undefined ? input.numberBefore?.get(plain(title ?? '')) : undefined;
      const number = row.number ?? before;
      return { ...row, number, title, asNew: input.mapping.rows[String(row.row)] === 'new' };
    });
  const matches = await matchRows(identities, input.measures, breathe);
  const alike = sameTitles(identities);
  const rows: PlannedRow[] = [];
  for (const row of read) {
    const twins = (alike.get(row.row) ?? []).filter((other) => other !== row.row);
    if (twins.length > 0)
      row.issues.push(
        rowIssue(row.row, 'sameTitle', {
          level: 'warning',
          params: { rows: listed(twins.map(input.named)), count: twins.length },
        }),
      );
    const why = left.get(row.row);
    const planned = planRow(input, row, titleOf(input, row), matches.get(row.row));
    rows.push(why ? { ...planned, issues: [why] } : planned);
    await breathe();
  }
  return { rows, words: [...words.values()], hash: hashOf(rows) };
}

function titleOf({ edition }: PlanInput, row: ReadRow): string | undefined {
  const said = row.answers[edition.roles.title];
  return typeof said === 'string' ? said : undefined;
}

/** Why a row is no measure to take in: a person said so; it is hidden, and nobody said that it counts; it is the sum of the others; a row of this title was left out before. */
function whyLeftOut(input: PlanInput, read: ReadRow): 'chosen' | 'hiddenRow' | 'totals' | 'skippedBefore' | undefined {
  const will = input.mapping.rows[String(read.row)];
  if (will !== undefined) return will === 'skip' ? 'chosen' : undefined;
  if (!input.mapping.hiddenRows && input.sheet.hiddenRows?.includes(read.row - 1)) return 'hiddenRow';
  const before = input.rowsBefore.get(plain(titleOf(input, read) ?? ''));
  // A row with a number is a measure, whatever it is called.
  if (before === 'take' || read.number !== undefined) return undefined;
  if (isTotals(input.sheet.rows[read.row - 1] ?? [])) return 'totals';
  return before === 'skip' ? 'skippedBefore' : undefined;
}

/** The rows of each title that stands in several, where some have no number to tell them apart. */
function sameTitles(rows: readonly (ReadRow & { title: string | undefined })[]): Map<number, number[]> {
  const groups = Map.groupBy(rows, ({ title }) => plain(title ?? ''));
  return new Map(
    [...groups].flatMap(([title, group]) =>
      title !== '' && group.length > 1 && group.some((row) => (row.number ?? row.externalId) === undefined)
        ? group.map(({ row }) => [row, group.map((one) => one.row)] as const)
        : [],
    ),
  );
}

const listed = (rows: readonly string[]): string =>
  rows.length > 5 ? `${rows.slice(0, 5).join(', ')} …` : rows.join(', ');

function hashOf(rows: readonly PlannedRow[]): string {
  const written = rows.map(({ row, kind, measure, externalId, changes, outcome }) => [
    row,
    kind,
    measure ? [measure.id, measure.here, measure.version] : null,
    externalId ?? null,
    changes,
    outcome ?? null,
  ]);
  return createHash('sha256').update(canonical(written)).digest('hex');
}

/** The columns of a mapping, as many as the sheet has: what is not told holds nothing. */
export function fullColumns(layout: Layout, columns: readonly ColumnTarget[]): ColumnTarget[] {
  return layout.names.map((_, column) => columns[column] ?? { as: 'nothing' });
}
