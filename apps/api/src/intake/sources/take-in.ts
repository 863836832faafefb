import { contactQuestions, type Edition } from '@samblikk/questionnaire';
import { plain } from '@samblikk/questionnaire/match';
import { and, eq, sql } from 'drizzle-orm';
import { ownMeasures } from '../../measures/index.ts';
import { record } from '../../platform/audit/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { auditName, importAuthor } from '../../platform/signed/index.ts';
import { measuresOf, titleOf } from '../../responses/index.ts';
import { type AgencyRound, lockAgency, requireOpen } from '../../rounds/index.ts';
import { type ImportedRow, noteImport } from '../spreadsheet/imports.ts';
import { type List, placeOf, rowInFile } from '../spreadsheet/list.ts';
import type { PlannedRow } from '../spreadsheet/plan-types.ts';
import type { ReadFile } from '../spreadsheet/read-file.ts';
import { type RowWritten, rowWriter } from '../write-rows.ts';
import { type Decided, decideRow, printOf } from './decide-row.ts';
import { readSource } from './read-source.ts';
import { type StoredCounts, type StoredReport, type StoredRow, sourceSaid } from './schema.ts';
import type { SourceRow } from './store.ts';

type Reader = Database | Transaction;

/** What a delivery brought. */
export interface Brought {
  readonly counts: StoredCounts;
  readonly report: StoredReport;
}

/** A row of the list, what is taken of it, and its measure once there is one. */
interface Met {
  readonly row: PlannedRow;
  readonly decided: Decided;
  /** What the source said of the measure the time before. */
  readonly known: typeof sourceSaid.$inferSelect | undefined;
  written?: Pick<RowWritten, 'id' | 'number'>;
}

/** The most rows a report lists; all are counted. */
const mostRows = 500;

/** What taking in a list from a source would do. Reads, and changes nothing. @throws FileRefusal */
export async function tryList(
  db: Reader,
  of: AgencyRound,
  source: Pick<SourceRow, 'id'>,
  file: ReadFile & { readonly fileName: string },
  now: Date,
): Promise<Brought> {
  return (await meet(db, of, source, file, now)).brought([]);
}

/**
 * Takes in what is unambiguous of a list from a source, as drafts with the origin `imported`, in the caller's transaction. It can be
 * undone as a list that was imported by hand. Nothing is sent in.
 * @throws FileRefusal; ApiError roundNotOpen
 */
export async function takeInList(
  tx: Transaction,
  of: AgencyRound,
  source: Pick<SourceRow, 'id'>,
  file: ReadFile & { readonly fileName: string },
  now: Date,
): Promise<Brought> {
  requireOpen(of.round, now);
  await lockAgency(tx, of);
  // Its measures are held from here on: what is decided below is decided of what stands.
  const writer = await rowWriter(tx, of, importAuthor, now);
  const { met, list, brought } = await meet(tx, of, source, file, now);
  const imported: ImportedRow[] = [];
  const note = (one: Met, written: RowWritten) => {
    one.written = written;
    const { id: measureId, before, version: after, numbered, outcome } = written;
    const { row, kind, measure } = one.row;
    if (kind === 'faulty' || kind === 'skipped' || kind === 'ended') return;
    const numberBefore = measure?.externalId ?? null;
    imported.push({ row: rowInFile(list, row), kind, measureId, before, after, numbered, numberBefore, outcome });
  };
  const fresh = met.filter(({ row, decided }) => row.kind === 'new' && decided.why === null);
  const made = await writer.writeNew(
    fresh.map(({ row, decided }) => ({ externalId: row.externalId, answers: decided.taken })),
  );
  for (const [at, one] of fresh.entries()) if (made[at]) note(one, made[at]);
  for (const one of met) {
    const { measure, kind, externalId } = one.row;
    if (!measure || one.decided.why !== null || kind === 'skipped') continue;
    const numbers = externalId !== undefined && externalId !== measure.externalId;
    const says = Object.keys(one.decided.taken).length > 0;
    if (measure.here && !numbers && !says) one.written = measure;
    else note(one, await writer.write({ measure, externalId, changes: one.decided.taken }));
  }
  if (imported.length > 0)
    await noteImport(tx, of, { id: source.id, fileName: file.fileName }, imported, importAuthor, now);
  await remember(tx, of, source, met);
  const done = brought(met);
  const { skipped: _, ...counts } = done.counts;
  const details = { year: of.round.year, ...counts };
  const subject = `agency:${of.agency.agencyId}`;
  await record(tx, { actor: auditName(importAuthor), action: 'source.takenIn', subject, details }, now);
  return done;
}

/** Reads a list and decides of each of its rows. */
async function meet(
  db: Reader,
  of: AgencyRound,
  source: Pick<SourceRow, 'id'>,
  file: ReadFile & { readonly fileName: string },
  now: Date,
) {
  const { round, agency, edition } = of;
  const own = await ownMeasures(db, round.id, agency.agencyId);
  const out = own.filter(({ withdrawnAt }) => withdrawnAt !== null);
  const outMeasures = new Set(out.map(({ id }) => id));
  const outIds = new Set(out.flatMap(({ externalId }) => externalId ?? []));
  const rows = await db
    .select()
    .from(sourceSaid)
    .where(and(eq(sourceSaid.sourceId, source.id), eq(sourceSaid.roundId, round.id)));
  const said = new Map(rows.map((one) => [one.measureId, one]));
  const numbers = new Map(own.map(({ id, number }) => [id, number]));
  const outTitles = new Set(out.flatMap(({ id }) => said.get(id)?.title ?? []));
  const before = rows.flatMap(({ measureId, title }) => {
    const number = numbers.get(measureId);
    return number === undefined || outTitles.has(title) ? [] : [[title, number] as const];
  });
  const { plan, list, columns } = await readSource(db, of, file, new Map(before), now);
  const revisions = new Map(
    (await measuresOf(db, round.id, agency.agencyId)).map(({ id, revision }) => [id, revision]),
  );
  const met = plan.rows.map((row): Met => {
    const known = row.measure && said.get(row.measure.id);
    const isOut = row.measure
      ? outMeasures.has(row.measure.id)
      : row.externalId === undefined
        ? outTitles.has(plain(row.title ?? ''))
        : outIds.has(row.externalId);
    const revision = row.measure?.here ? revisions.get(row.measure.id) : undefined;
    return { row, known, decided: decideRow(edition, row, revision, known, isOut) };
  });
  const there = new Set(met.flatMap(({ row }) => row.measure?.id ?? []));
  const gone = rows.flatMap(({ measureId, title }) => {
    const number = numbers.get(measureId);
    if (number === undefined || there.has(measureId) || outMeasures.has(measureId)) return [];
    return [{ number, title: titleOf(edition, revisions.get(measureId)?.answers ?? {}) ?? title }];
  });
  const brought = (written: readonly Met[]): Brought => {
    const told = (written.length > 0 ? written : met).map((one) => toStored(edition, list, one));
    const listed = told.filter((one) => one.result !== 'unchanged' || one.conflicts.length + one.issues.length > 0);
    return {
      counts: countsOf(told),
      report: {
        edition: edition.id,
        title: edition.roles.title,
        rows: listed.slice(0, mostRows),
        notListed: Math.max(0, listed.length - mostRows),
        gone: gone.slice(0, mostRows),
        columns,
        words: plan.words.map(({ question, word, code, how, cells }) => ({
          question,
          word,
          code: code ?? null,
          how,
          cells,
        })),
      },
    };
  };
  return { met, list, brought };
}

function toStored(edition: Edition, list: List, { row, decided, written }: Met): StoredRow {
  const { sheet = null, row: at } = placeOf(list, row.row);
  const contacts = contactQuestions(edition);
  const standing = row.measure?.answers ?? {};
  const hidden = (question: string) => contacts.includes(question);
  const taken = Object.entries(decided.taken).map(([question, to]) => ({
    question,
    from: hidden(question) ? null : (standing[question] ?? row.measure?.previous?.[question] ?? null),
    to: hidden(question) ? null : to,
  }));
  const conflicts = decided.conflicts.map((one) => (hidden(one.question) ? { ...one, from: null, to: null } : one));
  // Of a row that is left as it is, what else could be said does not matter.
  const issues = row.issues.map(({ value: _, ...issue }) => issue);
  const measure = written ?? row.measure;
  return {
    row: at,
    sheet,
    result: resultOf(row, decided),
    why: decided.why,
    title: row.title ?? row.measure?.title ?? null,
    number: measure?.number ?? null,
    measure: written?.id ?? (row.measure?.here ? row.measure.id : null),
    taken: row.kind === 'carriedForward' ? taken.filter(({ question }) => differs(row, question)) : taken,
    conflicts,
    issues,
  };
}

/** Whether an answer of a measure that is taken along is another than the round before. */
const differs = ({ changes, measure }: PlannedRow, question: string): boolean =>
  printOf(changes[question]) !== printOf(measure?.previous?.[question] ?? null);

function resultOf({ kind }: PlannedRow, { why, taken }: Decided): StoredRow['result'] {
  if (why !== null) return 'left';
  if (kind === 'new') return 'created';
  if (kind === 'carriedForward' || kind === 'skipped') return kind;
  return Object.keys(taken).length > 0 ? 'changed' : 'unchanged';
}

function countsOf(rows: readonly StoredRow[]): StoredCounts {
  const count = (result: StoredRow['result']) => rows.filter((row) => row.result === result).length;
  return {
    created: count('created'),
    carriedForward: count('carriedForward'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    left: count('left'),
    skipped: count('skipped'),
    conflicts: rows.flatMap(({ conflicts }) => conflicts).filter(({ settled }) => !settled).length,
  };
}

/**
 * Keeps what the source says of each measure, for the next time. What was not taken, since rows were left or answers differ, is as it was
 * said before: it waits until the two agree.
 */
async function remember(tx: Transaction, { round }: AgencyRound, { id }: Pick<SourceRow, 'id'>, met: readonly Met[]) {
  const rows = met.flatMap(({ row, decided, known, written }) =>
    written && decided.why === null
      ? [
          {
            sourceId: id,
            roundId: round.id,
            measureId: written.id,
            title: plain(row.title ?? row.measure?.title ?? ''),
            answers: printsOf(row, decided, known),
          },
        ]
      : [],
  );
  for (let from = 0; from < rows.length; from += 5_000)
    await tx
      .insert(sourceSaid)
      .values(rows.slice(from, from + 5_000))
      .onConflictDoUpdate({
        target: [sourceSaid.sourceId, sourceSaid.roundId, sourceSaid.measureId],
        set: { title: sql`excluded.title`, answers: sql`excluded.answers` },
      });
}

function printsOf({ said }: PlannedRow, { conflicts }: Decided, known: Met['known']): Readonly<Record<string, string>> {
  const waiting = new Set(conflicts.flatMap(({ question, settled }) => (settled ? [] : question)));
  return Object.fromEntries(
    Object.entries(said).flatMap(([question, answer]) => {
      const print = waiting.has(question) ? known?.answers[question] : printOf(answer);
      return print === undefined ? [] : [[question, print]];
    }),
  );
}
