import type { BodyOf, batchMeasures, Problem, ReplyOf } from '@samblikk/contract';
import { type Issue, issueText, type Language } from '@samblikk/questionnaire';
import { and, eq } from 'drizzle-orm';
import { createMeasure } from '../../measures/index.ts';
import { measure, measureRound } from '../../measures/schema.ts';
import { record } from '../../platform/audit/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { type Actor, auditName } from '../../platform/signed/index.ts';
import {
  issuesOf,
  latestRevision,
  lockAgency,
  measuresToTakeAlong,
  previousAnswers,
  saveDraft,
  takeAlong,
} from '../../responses/index.ts';
import { type AgencyRound, demandOpen } from '../../rounds/index.ts';

type Given = BodyOf<typeof batchMeasures>['measures'][number];
type Reply = ReplyOf<typeof batchMeasures>;
type Found = { id: string; number: string; created: boolean };

/**
 * Takes in measures from an agency's own system, all or nothing, in the caller's transaction.
 * @throws ApiError answersAtFault with the row, own id and question of every fault; conflict when `basedOn` is old;
 * roundNotOpen
 */
export async function takeBatch(
  tx: Transaction,
  of: AgencyRound,
  given: readonly Given[],
  language: Language,
  actor: Actor,
  now: Date,
): Promise<Reply> {
  demandOpen(of.round, now);
  // Two requests at once wait for each other, so that no measure is made twice.
  await lockAgency(tx, of);
  const resolve = await finder(tx, of, actor, now);
  const faults: NonNullable<Problem['issues']> = [];
  const conflicts: NonNullable<Problem['conflicts']> = [];
  const rows: Awaited<ReturnType<typeof takeOne>>[] = [];
  for (const [at, one] of given.entries()) {
    try {
      rows.push(await takeOne(tx, of, one, resolve, actor, now));
    } catch (error) {
      if (!(error instanceof ApiError) || (error.code !== 'answersAtFault' && error.code !== 'conflict')) throw error;
      const where = { row: at + 1, measure: one.externalId };
      faults.push(...(error.more.issues ?? []).map((issue) => ({ ...issue, ...where })));
      conflicts.push(...(error.more.conflicts ?? []).map((conflict) => ({ ...conflict, ...where })));
    }
  }
  const inWords = <I extends { question: string }>(issue: I) => ({
    ...issue,
    text: issueText(issue as unknown as Issue, of.edition, language),
  });
  if (faults.length > 0) throw new ApiError('answersAtFault', { issues: faults.map(inWords) });
  if (conflicts.length > 0) throw new ApiError('conflict', { conflicts });

  const count = (result: Reply['measures'][number]['result']) => rows.filter((row) => row.result === result).length;
  const counts = { created: count('created'), changed: count('changed'), unchanged: count('unchanged') };
  const event = { action: 'batch.takenIn' as const, subject: `agency:${of.agency.agencyId}` };
  await record(tx, { ...event, actor: auditName(actor), details: { year: of.round.year, ...counts } }, now);
  const previous = await previousAnswers(tx, of.round.id, of.agency.agencyId, of.round.year);
  const measures = rows.map(({ revision, ...row }) => ({
    ...row,
    issues: issuesOf(of, revision, previous.get(row.id)).map(inWords),
  }));
  return { ...counts, measures };
}

async function takeOne(
  tx: Transaction,
  of: AgencyRound,
  { externalId, number, basedOn, answers }: Given,
  resolve: (externalId: string, number: string | undefined) => Promise<Found>,
  actor: Actor,
  now: Date,
) {
  const found = await resolve(externalId, number);
  const before = (await latestRevision(tx, found.id, of.round.id))?.version ?? 0;
  const draft = { basedOn: basedOn ?? before, changes: answers, origin: 'imported' as const };
  const revision = await saveDraft(tx, { ...of, measure: found }, draft, actor, now);
  const version = revision?.version ?? 0;
  const result = found.created
    ? ('created' as const)
    : version > before
      ? ('changed' as const)
      : ('unchanged' as const);
  return { externalId, id: found.id, number: found.number, result, version, revision };
}

/** Finds the measure of each own id, or makes it, or takes it along from an earlier round. */
async function finder(tx: Transaction, of: AgencyRound, actor: Actor, now: Date) {
  const { round, agency } = of;
  const here = await tx
    .select({
      id: measure.id,
      number: measure.number,
      externalId: measureRound.externalId,
      withdrawnAt: measureRound.withdrawnAt,
    })
    .from(measureRound)
    .innerJoin(measure, eq(measure.id, measureRound.measureId))
    .where(and(eq(measureRound.roundId, round.id), eq(measureRound.agencyId, agency.agencyId)));
  const earlier = await measuresToTakeAlong(tx, of);
  const seen = new Set<string>();
  /** Numbers that this request has tied to an own id. */
  const tied = new Set<string>();

  return async (externalId: string, number: string | undefined): Promise<Found> => {
    if (seen.has(externalId)) throw fault('duplicate');
    seen.add(externalId);
    const known = here.find((row) => row.externalId === externalId);
    if (known?.withdrawnAt) throw fault('withdrawn');
    if (known && number !== undefined && number !== known.number) throw fault('otherNumber');
    if (known) return { id: known.id, number: known.number, created: false };
    const made = await tie(number);
    await tx
      .update(measureRound)
      .set({ externalId })
      .where(and(eq(measureRound.measureId, made.id), eq(measureRound.roundId, round.id)));
    return made;
  };

  async function tie(number: string | undefined): Promise<Found> {
    if (number === undefined) return { ...(await createMeasure(tx, of, actor, now)), created: true };
    const present = here.find((row) => row.number === number && row.withdrawnAt === null);
    if (present?.externalId || tied.has(number)) throw fault('otherId');
    const found = present ?? earlier.find((row) => row.number === number);
    if (!found) throw fault('unknownNumber');
    tied.add(number);
    if (present) return { id: present.id, number, created: false };
    return { ...(await takeAlong(tx, of, found.id, actor, now)), created: true };
  }
}

const fault = (code: string) =>
  new ApiError('answersAtFault', { issues: [{ question: '', code, params: {}, level: 'error' }] });
