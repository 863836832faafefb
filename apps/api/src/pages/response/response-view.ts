import { type MeasureState, type QueryView, type ResponseView, reasonKey } from '@samblikk/contract';
import {
  type Answers,
  type Edition,
  editions,
  findQuestion,
  type Issue,
  isComparable,
  kindOf,
  type Language,
  questionsOf,
  waitingAnew,
} from '@samblikk/questionnaire';
import { delegationsOf, othersIn, queriesIn, submittersOf, waitingRequest } from '../../collaboration/index.ts';
import { nameOf } from '../../directory/index.ts';
import { toRollOver } from '../../measures/index.ts';
import type { Database } from '../../platform/db/index.ts';
import {
  type EarlierMeasure,
  issuesOf,
  lastAuthor,
  latestSubmission,
  type MeasureRow,
  measuresOf,
  measuresToCarryForward,
  previousAnswers,
  type ReasonedIssue,
  type RevisionRow,
  titleOf,
  toSubmission,
  type WithdrawnMeasure,
  withdrawnMeasures,
} from '../../responses/index.ts';
import { type AgencyRound, editionOfRound, takesAnswers, toRound } from '../../rounds/index.ts';

/** Who looks, and at how much. */
interface Asked {
  readonly personId?: string | undefined;
  readonly issues?: boolean | undefined;
  readonly previousAnswers?: boolean | undefined;
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
  const [measures, last, previous, earlier, out, put, request, delegations, submitters] = await Promise.all([
    measuresOf(db, round.id, agency.agencyId),
    latestSubmission(db, round.id, agency.agencyId),
    previousAnswers(db, round.id, agency.agencyId, round.year),
    measuresToCarryForward(db, of),
    withdrawnMeasures(db, round.id, agency.agencyId),
    queriesIn(db, { roundId: round.id, agencyId: agency.agencyId }),
    waitingRequest(db, of),
    // Names and addresses of colleagues: for those who answer together.
    rights.mayWrite ? delegationsOf(db, round.id, agency.agencyId) : undefined,
    rights.mayWrite ? submittersOf(db, agency.agencyId) : [],
  ]);
  const editing = await othersIn(
    db,
    round.id,
    measures.map(({ id }) => id),
    asked.personId,
    now,
  );
  const questions = Map.groupBy(put, ({ measureId }) => measureId);
  const beside = (id: string): Beside => ({
    pinned: last?.revisions,
    previous: previous.get(id),
    queries: (questions.get(id) ?? []).map(({ query }) => query),
    showIssues: asked.issues === true,
  });
  return {
    round: toRound(round, undefined),
    agency: { id: agency.agencyId, orgnr: agency.orgnr, name: nameOf(agency), ministry: agency.ministry },
    open: takesAnswers(round, now),
    ...rights,
    measures: measures.map((measure) => ({
      ...card(of, measure, beside(measure.id)),
      editing: editing.get(measure.id) ?? [],
      delegations: delegations?.get(measure.id) ?? [],
    })),
    withdrawn: withdrawnHere(of, out, earlier),
    submission: last ? { ...toSubmission(last), measures: last.revisions.size } : null,
    submissionRequest: request,
    submitters,
    previous: earlier.map((measure) => previousOf(of, measure, asked.previousAnswers === true)),
  };
}

/** What was taken out this year; one that was taken along from an earlier round is among `previous` again. */
function withdrawnHere(
  { edition }: AgencyRound,
  out: readonly WithdrawnMeasure[],
  earlier: readonly EarlierMeasure[],
): ResponseView['withdrawn'] {
  const again = new Set(earlier.map(({ id }) => id));
  return out
    .filter(({ id }) => !again.has(id))
    .map(({ id, number, answers, at, by }) => ({
      ...{ id, number, by },
      title: titleOf(edition, answers),
      at: at.toISOString(),
    }));
}

function previousOf(
  { edition }: AgencyRound,
  { rollOver, answers, ...row }: EarlierMeasure,
  showAnswers: boolean,
): ResponseView['previous'][number] {
  const before = editionOfRound(row);
  return {
    ...row,
    ...(showAnswers && { answers }),
    title: titleOf(before, answers),
    standing: standingOf(edition, before, answers),
    outcome: rollOver ? toRollOver(rollOver) : null,
  };
}

/** What a card is made of beside the answers. */
interface Beside {
  /** The revisions that are sent in; undefined when nothing is. */
  readonly pinned: Set<string> | undefined;
  readonly previous: Pick<RevisionRow, 'id' | 'answers'> | undefined;
  readonly queries: readonly QueryView[];
  readonly showIssues: boolean;
}

function card(
  of: AgencyRound,
  { id, number, revision }: MeasureRow,
  { pinned, previous, queries, showIssues }: Beside,
): Omit<ResponseView['measures'][number], 'delegations' | 'editing'> {
  const issues = issuesOf(of, revision, previous);
  return {
    id,
    number,
    title: titleOf(of.edition, revision?.answers ?? {}) ?? titleOf(of.edition, previous?.answers ?? {}),
    state: queries.some(({ state }) => state === 'open') ? 'returned' : stateOf(revision, issues, pinned),
    version: revision?.version ?? 0,
    errors: issues.filter((issue) => issue.level === 'error').length,
    warnings: openWarnings(issues),
    waitingAnew: waitingAnew(issues),
    savedAt: revision?.createdAt.toISOString() ?? null,
    savedBy: revision ? lastAuthor(revision) : null,
    queries: queries.filter(({ state }) => state !== 'closed'),
    ...(showIssues && { issues: issues.filter(({ level }) => level !== 'info') }),
  };
}

/** What this edition asks anew and has a list of answers for, as it was said in an earlier one: the phase, so far. */
function standingOf(
  edition: Edition,
  earlier: Edition,
  answers: Answers,
): ResponseView['previous'][number]['standing'] {
  const nobody = { agency: () => undefined, ministry: () => undefined };
  return questionsOf(edition).flatMap((question) => {
    const before = findQuestion(earlier, question.id);
    const answer = answers[question.id];
    if (!question.askAnew || !kindOf(question).categories(question) || !before || answer === undefined) return [];
    if (!isComparable(edition, question.id, earlier.id, editions)) return [];
    const show = (language: Language) => kindOf(before).show(before, answer, language, nobody, earlier);
    const label = question.name ?? question.label;
    return [{ question: question.id, label, answer: { nb: show('nb'), nn: show('nn'), en: show('en') } }];
  });
}

/** How many things are still asked "is this right?": a rule that names several questions is one. */
function openWarnings(issues: readonly ReasonedIssue[]): number {
  const open = issues.filter((issue) => issue.level === 'warning' && issue.reason === undefined);
  return new Set(open.map(reasonKey)).size;
}

/** What is only missing is "in progress"; what is answered wrong "has errors". */
function stateOf(
  revision: RevisionRow | undefined,
  issues: readonly Issue[],
  pinned: Set<string> | undefined,
): MeasureState {
  if (revision && pinned?.has(revision.id)) return 'submitted';
  if (!revision || Object.keys(revision.answers).length === 0) return 'notStarted';
  const errors = issues.filter((issue) => issue.level === 'error');
  if (errors.some((issue) => issue.code !== 'required')) return 'hasErrors';
  if (errors.length > 0) return 'inProgress';
  return pinned ? 'changedSince' : 'ready';
}
