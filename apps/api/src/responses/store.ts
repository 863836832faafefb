import type { Target } from '@samblikk/contract';
import { type Answers, type Edition, editionOf } from '@samblikk/questionnaire';
import { and, desc, eq, isNotNull, isNull, lt, max, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/connect.ts';
import { ApiError } from '../platform/problem/problem.ts';
import { type AskedRound, type PopulationRow, type RoundRow, roundOf } from '../rounds/store.ts';
import {
  measure,
  measureRound,
  population,
  reopening,
  revision,
  rollOver,
  round,
  submission,
  submissionRevision,
} from '../schema.ts';

export type RevisionRow = typeof revision.$inferSelect;
export type SubmissionRow = typeof submission.$inferSelect;
type Reader = Database | Transaction;

/** A round and one agency it asks. */
export interface AgencyRound {
  round: AskedRound;
  edition: Edition;
  agency: PopulationRow;
  /** Whose business it is, for the permission table. */
  target: Target;
}

/** One measure in a round, with the agency that owns it there. */
export interface MeasureInRound extends AgencyRound {
  measure: { id: string; number: string };
}

/** The last moment that one agency has been given for itself, beside its place in the round. */
const ownReopening = and(eq(reopening.roundId, population.roundId), eq(reopening.agencyId, population.agencyId));

/** @throws ApiError notFound when the round does not ask the agency */
export async function agencyRoundOf(db: Reader, year: number, orgnr: string): Promise<AgencyRound> {
  const row = await roundOf(db, year);
  const [found] = await db
    .select({ agency: population, reopenedUntil: reopening.until })
    .from(population)
    .leftJoin(reopening, ownReopening)
    .where(and(eq(population.roundId, row.id), eq(population.orgnr, orgnr)));
  if (!found) throw new ApiError('notFound', { detail: ['agencyNotAsked', { year, orgnr }] });
  const { agency, reopenedUntil } = found;
  return { round: { ...row, reopenedUntil }, edition: editionOfRound(row), agency, target: targetOf(agency) };
}

/** The edition a round was asked with; it is never taken out of the program once a round has it. */
export function editionOfRound(row: Pick<RoundRow, 'edition' | 'year'>): Edition {
  const edition = editionOf(row.edition);
  if (!edition) throw new Error(`Round ${row.year} has edition ${row.edition}, which this program does not know.`);
  return edition;
}

/** A measure's part in a round with its agency. @throws ApiError notFound, also when withdrawn */
export async function measureInRound(db: Reader, measureId: string, year: number): Promise<MeasureInRound> {
  const found = await measureEverInRound(db, measureId, year);
  if (found.withdrawnAt) throw noMeasure(year);
  return found;
}

const noMeasure = (year: number) => new ApiError('notFound', { detail: ['noMeasure', { year }] });

interface Withdrawal {
  withdrawnAt: Date | null;
  withdrawnByName: string | null;
}

/**
 * As `measureInRound`, also when it was withdrawn: whoever may see it is told so by `demandNotWithdrawn`.
 * @throws ApiError notFound
 */
export async function measureEverInRound(
  db: Reader,
  measureId: string,
  year: number,
): Promise<MeasureInRound & Withdrawal> {
  const [row] = await db
    .select({
      round,
      agency: population,
      measure: { id: measure.id, number: measure.number },
      reopenedUntil: reopening.until,
      withdrawnAt: measureRound.withdrawnAt,
      withdrawnByName: measureRound.withdrawnByName,
    })
    .from(measureRound)
    .innerJoin(measure, eq(measure.id, measureRound.measureId))
    .innerJoin(round, eq(round.id, measureRound.roundId))
    .innerJoin(population, and(eq(population.roundId, round.id), eq(population.agencyId, measureRound.agencyId)))
    .leftJoin(reopening, ownReopening)
    .where(and(eq(measureRound.measureId, measureId), eq(round.year, year)));
  if (!row) throw noMeasure(year);
  const target = { ...targetOf(row.agency), measure: row.measure.id, year };
  const { reopenedUntil, ...found } = row;
  return { ...found, round: { ...row.round, reopenedUntil }, edition: editionOfRound(row.round), target };
}

/** @throws ApiError measureWithdrawn, with who and when */
export function demandNotWithdrawn({ withdrawnAt, withdrawnByName }: Withdrawal): void {
  if (!withdrawnAt) return;
  throw new ApiError('measureWithdrawn', { withdrawn: { by: withdrawnByName, at: withdrawnAt.toISOString() } });
}

function targetOf(agency: PopulationRow): Target {
  return { agency: agency.agencyId, ministry: agency.ministry };
}

/** The newest revision of a measure in a round, or undefined when nothing is saved yet. */
export async function latestRevision(db: Reader, measureId: string, roundId: string): Promise<RevisionRow | undefined> {
  const [row] = await db
    .select()
    .from(revision)
    .where(and(eq(revision.measureId, measureId), eq(revision.roundId, roundId)))
    .orderBy(desc(revision.version))
    .limit(1);
  return row;
}

/** The number of that revision; 0 when nothing is saved yet. */
export async function latestVersion(db: Reader, measureId: string, roundId: string): Promise<number> {
  const [row] = await db
    .select({ newest: max(revision.version) })
    .from(revision)
    .where(and(eq(revision.measureId, measureId), eq(revision.roundId, roundId)));
  return row?.newest ?? 0;
}

/** What a measure is called in its answers; null while it has no name. */
export function titleOf(edition: Edition, answers: Answers): string | null {
  const title = answers[edition.roles.title];
  return typeof title === 'string' ? title : null;
}

export interface MeasureRow {
  id: string;
  number: string;
  revision: RevisionRow | undefined;
}

/** The measures of an agency in a round that are not withdrawn, by number, each with its newest revision. */
export async function measuresOf(db: Reader, roundId: string, agencyId: string): Promise<MeasureRow[]> {
  const rows = await db
    .select({ id: measure.id, number: measure.number })
    .from(measureRound)
    .innerJoin(measure, eq(measure.id, measureRound.measureId))
    .where(
      and(eq(measureRound.roundId, roundId), eq(measureRound.agencyId, agencyId), isNull(measureRound.withdrawnAt)),
    )
    .orderBy(measure.number);
  const revisions = await db
    .selectDistinctOn([revision.measureId])
    .from(revision)
    .innerJoin(
      measureRound,
      and(eq(measureRound.measureId, revision.measureId), eq(measureRound.roundId, revision.roundId)),
    )
    .where(and(eq(revision.roundId, roundId), eq(measureRound.agencyId, agencyId)))
    .orderBy(revision.measureId, desc(revision.version));
  const byMeasure = new Map(revisions.map((row) => [row.revision.measureId, row.revision]));
  return rows.map((row) => ({ ...row, revision: byMeasure.get(row.id) }));
}

/** One version of a measure in a round. */
export async function revisionOf(
  db: Reader,
  measureId: string,
  roundId: string,
  version: number,
): Promise<RevisionRow | undefined> {
  const [row] = await db
    .select()
    .from(revision)
    .where(and(eq(revision.measureId, measureId), eq(revision.roundId, roundId), eq(revision.version, version)));
  return row;
}

/** The newest revision of a measure in the latest round before this one, to look back on. */
export async function previousRevision(
  db: Reader,
  measureId: string,
  year: number,
): Promise<(RevisionRow & { year: number }) | undefined> {
  const [row] = await db
    .select({ revision, year: round.year })
    .from(revision)
    .innerJoin(round, eq(round.id, revision.roundId))
    .where(and(eq(revision.measureId, measureId), lt(round.year, year)))
    .orderBy(desc(round.year), desc(revision.version))
    .limit(1);
  return row && { ...row.revision, year: row.year };
}

/** Last year’s answers of many measures at once, by measure. */
export async function previousAnswers(
  db: Reader,
  roundId: string,
  agencyId: string,
  year: number,
): Promise<Map<string, Answers>> {
  const { rows } = await db.execute<{ measure_id: string; answers: Answers }>(sql`
    select distinct on (v.measure_id) v.measure_id, v.answers
    from measure_round m
    join revision v on v.measure_id = m.measure_id
    join round r on r.id = v.round_id and r.year < ${year}
    where m.round_id = ${roundId} and m.agency_id = ${agencyId}
    order by v.measure_id, r.year desc, v.version desc`);
  return new Map(rows.map((row) => [row.measure_id, row.answers]));
}

export type RollOverRow = typeof rollOver.$inferSelect;

export interface EarlierMeasure {
  id: string;
  number: string;
  year: number;
  edition: string;
  answers: Answers;
  rollOver: RollOverRow | undefined;
}

/** Measures of the agency, or of one it carries on, in its latest earlier round, that this round does not have yet. */
export async function measuresToTakeAlong(
  db: Reader,
  { round: current, agency }: AgencyRound,
): Promise<EarlierMeasure[]> {
  const { rows } = await db.execute<Omit<EarlierMeasure, 'rollOver'> & Record<string, unknown>>(sql`
    with owners as (
      select ${agency.agencyId}::text as id
      union select predecessor_id from agency_succession where successor_id = ${agency.agencyId}
    ), latest as (
      select max(r.year) as year from measure_round m join round r on r.id = m.round_id
      where m.agency_id in (select id from owners) and r.year < ${current.year} and m.withdrawn_at is null
    )
    select distinct on (m.measure_id) m.measure_id as id, e.number, r.year, v.edition, v.answers
    from measure_round m
    join round r on r.id = m.round_id and r.year = (select year from latest)
    join measure e on e.id = m.measure_id
    join revision v on v.measure_id = m.measure_id and v.round_id = m.round_id
    where m.agency_id in (select id from owners) and m.withdrawn_at is null
      and not exists (select 1 from measure_round n where n.measure_id = m.measure_id and n.round_id = ${current.id} and n.withdrawn_at is null)
    order by m.measure_id, v.version desc`);
  const said = await db
    .select()
    .from(rollOver)
    .where(and(eq(rollOver.roundId, current.id), eq(rollOver.agencyId, agency.agencyId)));
  return rows
    .map((row) => ({ ...row, rollOver: said.find((one) => one.measureId === row.id) }))
    .sort((a, b) => (a.number < b.number ? -1 : 1));
}

export interface WithdrawnMeasure {
  id: string;
  number: string;
  answers: Answers;
  at: Date;
  by: string | null;
}

/** What the agency took out of its answer in a round and had answered something about, the latest first. */
export async function withdrawnMeasures(db: Reader, roundId: string, agencyId: string): Promise<WithdrawnMeasure[]> {
  const rows = await db
    .selectDistinctOn([measure.id], {
      id: measure.id,
      number: measure.number,
      answers: revision.answers,
      at: measureRound.withdrawnAt,
      by: measureRound.withdrawnByName,
    })
    .from(measureRound)
    .innerJoin(measure, eq(measure.id, measureRound.measureId))
    .innerJoin(
      revision,
      and(eq(revision.measureId, measureRound.measureId), eq(revision.roundId, measureRound.roundId)),
    )
    .where(
      and(eq(measureRound.roundId, roundId), eq(measureRound.agencyId, agencyId), isNotNull(measureRound.withdrawnAt)),
    )
    .orderBy(measure.id, desc(revision.version));
  return rows.map(({ at, ...row }) => ({ ...row, at: at as Date })).sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** Whether a measure has been sent in in a round, in any version. */
export async function isSubmitted(db: Reader, measureId: string, roundId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: revision.id })
    .from(submissionRevision)
    .innerJoin(revision, eq(revision.id, submissionRevision.revisionId))
    .where(and(eq(revision.measureId, measureId), eq(revision.roundId, roundId)))
    .limit(1);
  return row !== undefined;
}

/** The agency’s newest submission in a round, with the revisions it pins. */
export async function latestSubmission(
  db: Reader,
  roundId: string,
  agencyId: string,
): Promise<(SubmissionRow & { revisions: Set<string> }) | undefined> {
  const [row] = await db
    .select()
    .from(submission)
    .where(and(eq(submission.roundId, roundId), eq(submission.agencyId, agencyId)))
    .orderBy(desc(submission.number))
    .limit(1);
  if (!row) return undefined;
  const pinned = await db
    .select({ id: submissionRevision.revisionId })
    .from(submissionRevision)
    .where(eq(submissionRevision.submissionId, row.id));
  return { ...row, revisions: new Set(pinned.map((pin) => pin.id)) };
}
