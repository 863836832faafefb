import { type MeasureState, type QueryView, type ResponseView, reasonKey } from '@samblikk/contract';
import { type Answers, type Issue, waitingAnew } from '@samblikk/questionnaire';
import {
  correctionsIn,
  delegationsOf,
  othersIn,
  queriesIn,
  submittersOf,
  waitingRequest,
  waits,
} from '../../collaboration/index.ts';
import { nameOf } from '../../directory/index.ts';
import { exemptionsAwaited } from '../../exemptions/index.ts';
import { toRollOver } from '../../measures/index.ts';
import type { Database } from '../../platform/db/index.ts';
import {
  type EarlierSummary,
  earlierSummaries,
  latestSubmission,
  type MeasureSummary,
  measureSummaries,
  type ReasonedIssue,
  titleOf,
  toSubmission,
  type WithdrawnMeasure,
  withAnswers,
  withdrawnMeasures,
} from '../../responses/index.ts';
import { type AgencyRound, takesAnswers, toRound } from '../../rounds/index.ts';
import { withoutExempt } from './without-exempt.ts';

/** Who looks, and at how much. */
interface Asked {
  readonly personId?: string | undefined;
  readonly issues?: boolean | undefined;
  readonly previousAnswers?: boolean | undefined;
  readonly values?: boolean | undefined;
}

/** What the person may do here, as the permission table said. */
export interface Rights {
  mayWrite: boolean;
  maySubmit: boolean;
}

/**
 * An agency’s answer in a round, with an honest state for each measure.
 * @param asked.personId who looks, so that they are not told about themselves
 * @param asked.issues whether each measure comes with what the check says
 * @param asked.values whether all answers may be read in a list; false leaves out what is exempt
 * @param asked.previousAnswers whether those of the round before come with their answers
 */
export async function responseView(
  db: Database,
  of: AgencyRound,
  rights: Rights,
  now: Date,
  asked: Asked = {},
): Promise<ResponseView> {
  const { round, agency } = of;
  const place = { roundId: round.id, agencyId: agency.agencyId };
  const [
    measures,
    last,
    earlier,
    withdrawn,
    queries,
    corrections,
    exemptions,
    editing,
    request,
    delegations,
    submitters,
  ] = await Promise.all([
    measureSummaries(db, of),
    latestSubmission(db, round.id, agency.agencyId),
    earlierSummaries(db, of),
    withdrawnMeasures(db, round.id, agency.agencyId),
    queriesIn(db, place),
    correctionsIn(db, place),
    exemptionsAwaited(db, round, { now, agencyId: agency.agencyId }),
    othersIn(db, place, asked.personId, now),
    waitingRequest(db, of),
    // Names and addresses of colleagues: for those who answer together.
    rights.mayWrite ? delegationsOf(db, round.id, agency.agencyId) : undefined,
    rights.mayWrite ? submittersOf(db, agency.agencyId) : [],
  ]);
  const queriesOf = Map.groupBy(queries, ({ measureId }) => measureId);
  const beside = (id: string): Beside => ({
    pinned: last?.revisions,
    sentBefore: last?.measures.has(id) === true,
    queries: (queriesOf.get(id) ?? []).map(({ query }) => query),
    corrections: corrections.filter(({ measureId, correction }) => measureId === id && waits(correction)).length,
    exemptions: exemptions.find(({ measureId }) => measureId === id)?.claims.length ?? 0,
    showIssues: asked.issues === true && asked.values !== false,
  });
  const view: ResponseView = {
    round: toRound(round, undefined),
    agency: { id: agency.agencyId, orgnr: agency.orgnr, name: nameOf(agency), ministry: agency.ministry },
    open: takesAnswers(round, now),
    ...rights,
    measures: measures.map((measure) => ({
      ...card(measure, beside(measure.id)),
      editing: editing.get(measure.id) ?? [],
      delegations: delegations?.get(measure.id) ?? [],
    })),
    withdrawn: withdrawnHere(of, withdrawn, earlier),
    submission: last ? { ...toSubmission(last), measures: last.revisions.size } : null,
    submissionRequest: request,
    submitters,
    previous: (asked.previousAnswers ? await withAnswers(db, earlier) : earlier).map(previousOf),
  };
  return asked.values === false ? withoutExempt(db, of, view, { earlier, withdrawn }) : view;
}

/** What was taken out this year; one that was taken along from an earlier round is among `previous` again. */
function withdrawnHere(
  { edition }: AgencyRound,
  withdrawn: readonly WithdrawnMeasure[],
  earlier: readonly EarlierSummary[],
): ResponseView['withdrawn'] {
  const again = new Set(earlier.map(({ id }) => id));
  return withdrawn
    .filter(({ id }) => !again.has(id))
    .map(({ id, number, answers, at, by }) => ({
      ...{ id, number, by },
      title: titleOf(edition, answers),
      at: at.toISOString(),
    }));
}

function previousOf({
  rollOver,
  revisionId: _,
  ...row
}: EarlierSummary & { answers?: Answers }): ResponseView['previous'][number] {
  return { ...row, standing: [...row.standing], outcome: rollOver ? toRollOver(rollOver) : null };
}

/** What a card is made of beside the answers. */
interface Beside {
  /** The revisions that are sent in; undefined when nothing is. */
  readonly pinned: Set<string> | undefined;
  /** The measure was in the newest submission; what was added since is not “changed”. */
  readonly sentBefore: boolean;
  readonly queries: readonly QueryView[];
  /** How many proposed corrections wait. */
  readonly corrections: number;
  /** How many claims of exemption Digdir has asked about or refused, and that wait. */
  readonly exemptions: number;
  readonly showIssues: boolean;
}

function card(
  { id, number, title, revision, savedBy, blank, issues }: MeasureSummary,
  { pinned, sentBefore, queries, corrections, exemptions, showIssues }: Beside,
): Omit<ResponseView['measures'][number], 'delegations' | 'editing'> {
  const sent = revision !== undefined && pinned?.has(revision.id) === true;
  const state = sent ? 'submitted' : blank ? 'notStarted' : stateOf(issues, sentBefore);
  return {
    ...{ id, number, title, savedBy },
    state: corrections > 0 || queries.some((query) => query.state === 'open') ? 'returned' : state,
    version: revision?.version ?? 0,
    errors: issues.filter((issue) => issue.level === 'error').length,
    warnings: openWarnings(issues),
    waitingAnew: waitingAnew(issues),
    savedAt: revision?.createdAt.toISOString() ?? null,
    queries: queries.filter((query) => query.state !== 'closed'),
    corrections,
    exemptions,
    ...(showIssues && { issues: issues.filter(({ level }) => level !== 'info') }),
  };
}

/** How many things are still asked "is this right?": a rule that names several questions is one. */
function openWarnings(issues: readonly ReasonedIssue[]): number {
  const open = issues.filter((issue) => issue.level === 'warning' && issue.reason === undefined);
  return new Set(open.map(reasonKey)).size;
}

/** What is only missing is "in progress"; what is answered wrong "has errors". */
function stateOf(issues: readonly Issue[], sentBefore: boolean): MeasureState {
  const errors = issues.filter((issue) => issue.level === 'error');
  if (errors.some((issue) => issue.code !== 'required')) return 'hasErrors';
  if (errors.length > 0) return 'inProgress';
  return sentBefore ? 'changedSince' : 'ready';
}
