import type { BodyOf, batchMeasures, Problem, ReplyOf } from '@samblikk/contract';
import { type Issue, issueText, type Language } from '@samblikk/questionnaire';
import { ownMeasures } from '../../measures/index.ts';
import { record } from '../../platform/audit/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { type Actor, auditName } from '../../platform/signed/index.ts';
import { issuesOf, measuresToCarryForward, previousAnswers, type RevisionRow } from '../../responses/index.ts';
import { type AgencyRound, lockAgency, requireOpen } from '../../rounds/index.ts';
import { type Candidate, matchRows, type RowIdentity, type RowMatch } from '../match-rows.ts';
import { noteBatch } from '../sources/note-batch.ts';
import { rowWriter } from '../write-rows.ts';

type Given = BodyOf<typeof batchMeasures>['measures'][number];
type Reply = ReplyOf<typeof batchMeasures>;

/**
 * Takes in measures from an agency's own system, all or nothing, in the caller's transaction.
 * @throws ApiError answersAtFault with the row, own id and question of every fault; conflict when `basedOn` is old;
 * roundNotOpen
 */
export async function importBatch(
  tx: Transaction,
  of: AgencyRound,
  given: readonly Given[],
  language: Language,
  actor: Actor,
  now: Date,
): Promise<Reply> {
  requireOpen(of.round, now);
  // Two requests at once wait for each other, so that no measure is made twice.
  await lockAgency(tx, of);
  const matches = await matchRows(given.map(asIdentity), await candidates(tx, of));
  const writer = await rowWriter(tx, of, actor, now);
  const faults: NonNullable<Problem['issues']> = [];
  const conflicts: NonNullable<Problem['conflicts']> = [];
  const rows: (Omit<Reply['measures'][number], 'issues'> & { revision: RevisionRow | undefined })[] = [];
  for (const [at, one] of given.entries()) {
    try {
      rows.push(await takeOne(writer, one, matches.get(at)));
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
  await noteBatch(tx, of, actor.name, rows, counts, now);
  const previous = await previousAnswers(tx, of.round.id, of.agency.agencyId, of.round.year);
  const measures = rows.map(({ revision, ...row }) => ({
    ...row,
    issues: issuesOf(of, revision, previous.get(row.id)).map(inWords),
  }));
  return { ...counts, measures };
}

const asIdentity = ({ externalId, number }: Given, row: number): RowIdentity => ({
  row,
  number,
  externalId,
  title: undefined,
  asNew: false,
});

/** The agency's measures in the round, those taken out too, and those of the round before that are not taken along. */
async function candidates(tx: Transaction, of: AgencyRound): Promise<Candidate[]> {
  const here = await ownMeasures(tx, of.round.id, of.agency.agencyId);
  const earlier = await measuresToCarryForward(tx, of);
  return [
    ...here.map((one) => ({ ...one, title: null, here: true, withdrawn: one.withdrawnAt !== null })),
    ...earlier.map(({ id, number }) => ({ id, number, externalId: null, title: null, here: false })),
  ];
}

async function takeOne(
  writer: Awaited<ReturnType<typeof rowWriter>>,
  { externalId, basedOn, answers }: Given,
  match: RowMatch | undefined,
) {
  const measure = measureOf(match);
  const { id, number, before, version, revision } = await writer.write({
    measure,
    externalId,
    changes: answers,
    basedOn,
  });
  const result = !measure?.here
    ? ('created' as const)
    : version > before
      ? ('changed' as const)
      : ('unchanged' as const);
  return { externalId, id, number, result, version, revision };
}

/** The measure that a row is about, undefined for a new one. A system is told of whatever does not agree. @throws ApiError answersAtFault */
function measureOf(match: RowMatch | undefined): Candidate | undefined {
  if (match === undefined || match.how === 'new') return undefined;
  if (match.against !== undefined) throw fault(match.against);
  if (match.how === 'unknownNumber') throw fault('unknownNumber');
  // A row above has tied the number to an own id.
  if (match.how === 'duplicate') throw fault('otherId');
  if (match.measure.withdrawn) throw fault('withdrawn');
  return match.measure;
}

const fault = (code: string) =>
  new ApiError('answersAtFault', { issues: [{ question: '', code, params: {}, level: 'error' }] });
