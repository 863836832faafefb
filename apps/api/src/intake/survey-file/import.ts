import { basename } from 'node:path';
import { type Edition, editionForYear, editionOf } from '@samblikk/questionnaire';
import { sql } from 'drizzle-orm';
import { isDirectoryLoaded, loadDirectory, ministriesAt } from '../../directory/index.ts';
import { record } from '../../platform/audit/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { changeRound, lockRound, type RoundRow, writePopulation } from '../../rounds/index.ts';
import { readAnswersFile } from './answers-file.ts';
import { knownCalendar } from './calendar.ts';
import { type FileForm, recogniseForm } from './csv-file.ts';
import { readPopulationFile } from './population-file.ts';
import type { FileIssue } from './problems.ts';
import { findDuplicates, stage } from './staging.ts';
import { type MeasuresWritten, writeMeasures } from './write-measures.ts';
import { writeSubmissions } from './write-submissions.ts';

export interface ImportRequest {
  readonly year: number;
  /** The edition's id; the one made for the year when left out. */
  readonly edition?: string | undefined;
  /** Paths of the two files. */
  readonly population: string;
  readonly answers: string;
  /** What the audit calls the answers file, when the path does not say. */
  readonly fileName?: string | undefined;
  readonly dryRun?: boolean | undefined;
  readonly actor: string;
  readonly now?: Date | undefined;
  /** Told each problem as it is found; the result holds only the first of them. */
  readonly onIssue?: ((issue: FileIssue, edition: Edition) => void) | undefined;
}

export interface ImportResult {
  readonly year: number;
  readonly edition: string;
  readonly dryRun: boolean;
  /** False when something was wrong: then nothing was written. */
  readonly ok: boolean;
  /** Whether anything was written (or would be, in a dry run). */
  readonly changed: boolean;
  readonly roundCreated: boolean;
  readonly forms: { readonly population: FileForm; readonly answers: FileForm };
  readonly agencies: { readonly asked: number; readonly changed: number; readonly addedToDirectory: number };
  readonly measures: MeasuresWritten & { readonly rows: number; readonly late: number };
  readonly submissions: number;
  readonly counts: { readonly errors: number; readonly warnings: number };
  /** The first problems, at most `issueLimit`, by file and row. */
  readonly issues: readonly FileIssue[];
}

/** How many problems a result holds; the rest are counted, and told to `onIssue`. */
export const issueLimit = 1000;

/** Imports of files wait for each other under this advisory lock. */
const importLock = 7_201_905;

/** Carries the result out of a transaction that is to leave nothing behind. */
class RollBack extends Error {
  readonly result: ImportResult;
  constructor(result: ImportResult) {
    super('rolled back');
    this.result = result;
  }
}

/**
 * Reads the answers of a round from files: all or nothing, in one transaction, a batch at a time. Running it again changes
 * nothing. A dry run does all of it and takes it back.
 * @throws ApiError invalidRequest when there is no such edition; alreadyDone when the round has another one
 */
export async function importRound(db: Database | Transaction, request: ImportRequest): Promise<ImportResult> {
  const forms = { population: await recogniseForm(request.population), answers: await recogniseForm(request.answers) };
  try {
    return await db.transaction(async (tx) => {
      const result = await importInto(tx, request, forms);
      if (!result.ok || result.dryRun) throw new RollBack(result);
      return result;
    });
  } catch (error) {
    if (error instanceof RollBack) return error.result;
    throw error;
  }
}

async function importInto(
  tx: Transaction,
  request: ImportRequest,
  forms: ImportResult['forms'],
): Promise<ImportResult> {
  const { year, actor, dryRun = false, now = new Date() } = request;
  await tx.execute(sql`select pg_advisory_xact_lock(${importLock})`);
  // One statement may take long for a large file, and so may reading rows that are all wrong; the pool's limits are for requests.
  await tx.execute(sql`set local statement_timeout = 0`);
  await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
  const { round, edition, created } = await roundFor(tx, request);
  const collected = collector(edition, request.onIssue);
  if (!(await isDirectoryLoaded(tx))) await loadDirectory(tx, actor);

  const day = (round.deadline?.toISOString() ?? `${year}-12-31`).slice(0, 10);
  const ministries = new Set((await ministriesAt(tx, day)).map((m) => m.code));
  const entries = await readPopulationFile(request.population, forms.population, edition, ministries, collected.say);
  const written = await writePopulation(tx, round, day, entries.values());
  const agencies = new Map(
    [...entries].map(([orgnr, entry]) => [orgnr, { ...entry, agencyId: written.agencyIds.get(orgnr) ?? '' }]),
  );
  const context = { edition, agencies, deadline: round.deadline, say: collected.say };
  const rows = await stage(tx, round, readAnswersFile(request.answers, forms.answers, context));
  await findDuplicates(tx, collected.say);

  const ok = collected.errors() === 0;
  const measures = ok ? await writeMeasures(tx, round, now) : { added: 0, changed: 0, unchanged: 0, absent: 0 };
  const submissions = ok ? await writeSubmissions(tx, round, edition, now) : 0;
  const changed = ok && (created || written.changed > 0 || measures.added + measures.changed > 0);
  if (changed) {
    const file = request.fileName ?? basename(request.answers);
    const details = { file, measures: rows, added: measures.added, changed: measures.changed };
    await record(tx, { actor, action: 'round.imported', subject: `round:${year}`, details }, now);
  }
  return {
    ...{ year, edition: edition.id, dryRun, ok, changed, roundCreated: created, forms, submissions },
    agencies: { asked: entries.size, changed: written.changed, addedToDirectory: written.addedToDirectory },
    measures: { ...measures, rows, late: collected.late() },
    counts: { errors: collected.errors(), warnings: collected.warnings() },
    issues: collected.issues(),
  };
}

/** The round to import into, made when missing: closed, with the calendar known for that year. */
async function roundFor(
  tx: Transaction,
  { year, edition: asked, actor, now = new Date() }: ImportRequest,
): Promise<{ round: RoundRow; edition: Edition; created: boolean }> {
  const existing = await lockRound(tx, year);
  if (existing && asked !== undefined && asked !== existing.edition) {
    throw new ApiError('alreadyDone', {
      detail: ['editionIsNot', { year, edition: existing.edition, asked }],
    });
  }
  const edition = existing
    ? editionOf(existing.edition)
    : asked === undefined
      ? editionForYear(year)
      : editionOf(asked);
  if (!edition) {
    throw new ApiError('invalidRequest', {
      detail: asked === undefined ? ['noEditionForYear', { year }] : ['noEdition', { edition: asked }],
    });
  }
  if (existing) return { round: existing, edition, created: false };
  const calendar = await knownCalendar(year);
  const round = await changeRound(tx, year, { edition: edition.id, state: 'closed', ...calendar }, { actor, now });
  return { round, edition, created: true };
}

/** Counts problems and keeps the first of them. */
function collector(edition: Edition, onIssue: ImportRequest['onIssue']) {
  const kept: FileIssue[] = [];
  let errors = 0;
  let warnings = 0;
  let late = 0;
  return {
    say(issue: FileIssue) {
      if (issue.level === 'error') errors += 1;
      else warnings += 1;
      if (issue.code === 'late') late += 1;
      // Errors are what must be mended: they push remarks out when there is no more room.
      if (kept.length < issueLimit) kept.push(issue);
      else if (issue.level === 'error' && errors <= issueLimit) {
        const remark = kept.findLastIndex((other) => other.level !== 'error');
        if (remark >= 0) kept.splice(remark, 1, issue);
      }
      onIssue?.(issue, edition);
    },
    errors: () => errors,
    warnings: () => warnings,
    late: () => late,
    issues: () => kept.toSorted((a, b) => b.file.localeCompare(a.file) || (a.row ?? 0) - (b.row ?? 0)),
  };
}
