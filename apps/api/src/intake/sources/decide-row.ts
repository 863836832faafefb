import { createHash } from 'node:crypto';
import type { LeftReason } from '@samblikk/contract';
import { canonical } from '@samblikk/files';
import type { AnswerValue, Edition } from '@samblikk/questionnaire';
import { plain } from '@samblikk/questionnaire/match';
import type { RevisionRow } from '../../responses/index.ts';
import { becomesPublic } from '../spreadsheet/additions.ts';
import type { PlannedRow } from '../spreadsheet/plan-types.ts';
import type { sourceSaid } from './schema.ts';

type Said = Pick<typeof sourceSaid.$inferSelect, 'title' | 'answers'>;

/** An answer as a fingerprint: enough to know whether it is the same. */
export const printOf = (answer: unknown): string =>
  createHash('sha256').update(canonical(answer)).digest('base64url').slice(0, 16);

export interface Conflict {
  readonly question: string;
  readonly from: AnswerValue | null;
  readonly to: AnswerValue;
  /** The file is as it was, and what stands was changed since. */
  readonly settled: boolean;
}

/** What is taken of a row without a person. */
export interface Decided {
  readonly why: LeftReason | null;
  readonly taken: Readonly<Record<string, AnswerValue>>;
  readonly conflicts: readonly Conflict[];
}

const left = (why: LeftReason): Decided => ({ why, taken: {}, conflicts: [] });

/**
 * Decides what of a row is unambiguous. An answer that nobody has touched since the source gave it, or that nobody ever gave, is
 * taken; what a person has typed, or blanked, stands, and is told as a conflict: one that waits when the file was changed too.
 * @param revision the newest of the measure, if it has any @param said what the source said of the measure the time before
 * @param isOut whether the agency has taken the measure of this row out of the round
 */
export function decideRow(
  edition: Edition,
  row: PlannedRow,
  revision: RevisionRow | undefined,
  said: Said | undefined,
  isOut: boolean,
): Decided {
  if (isOut) return left('withdrawn');
  if (row.kind === 'faulty') return left('faulty');
  if (row.kind === 'ended') return left('over');
  if (row.kind === 'skipped' || row.kind === 'unchanged') return { why: null, taken: {}, conflicts: [] };
  if (row.becomesPublic) return left('becomesPublic');
  if (row.measure?.settled) return left('settled');
  if (row.how === 'name' && plain(row.title ?? '') !== plain(row.measure?.title ?? '')) return left('alike');
  if (row.kind === 'new' && row.issues.some(({ code }) => code === 'sameTitle')) return left('sameTitle');
  const taken: Record<string, AnswerValue> = {};
  const conflicts: Conflict[] = [];
  for (const [question, to] of Object.entries(row.changes)) {
    const from = revision?.answers[question] ?? null;
    const known = said?.answers[question];
    if (isFree(revision, question, known)) taken[question] = to;
    else conflicts.push({ question, from, to, settled: known === printOf(to) });
  }
  // Together they may withhold something that only some of them would not.
  const { answers = {} } = revision ?? {};
  if (conflicts.length > 0 && becomesPublic(edition, answers, { ...answers, ...taken })) return left('becomesPublic');
  return { why: null, taken, conflicts };
}

/** Whether an answer may be written over: nobody gave one, or it is as the source, or another import, left it. */
function isFree(revision: RevisionRow | undefined, question: string, known: string | undefined): boolean {
  const standing = revision?.answers[question];
  if (standing === undefined && revision?.authors[question] === undefined) return true;
  if (known === undefined) return standing !== undefined && revision?.origins[question] === 'imported';
  return standing !== undefined && printOf(standing) === known;
}
