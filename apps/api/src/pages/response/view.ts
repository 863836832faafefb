import { type Draft, type MeasureState, type QueryView, type ResponseView, reasonKey } from '@samblikk/contract';
import {
  type Answers,
  type Edition,
  editions,
  findQuestion,
  type Issue,
  isComparable,
  kindOf,
  type Language,
  partOf,
  questionsOf,
  waitingAnew,
} from '@samblikk/questionnaire';
import {
  delegationsOf,
  othersIn,
  ownDelegation,
  queriesIn,
  queriesSeen,
  submittersOf,
  waitingRequest,
} from '../../collaboration/index.ts';
import { nameOf } from '../../directory/index.ts';
import { type MeasureInRound, toRollOver } from '../../measures/index.ts';
import type { Database } from '../../platform/db/index.ts';
import {
  isSubmitted,
  issuesOf,
  lastAuthor,
  latestRevision,
  latestSubmission,
  type MeasureAccess,
  type MeasureRow,
  measuresOf,
  measuresToCarryForward,
  previousAnswers,
  previousRevision,
  type ReasonedIssue,
  type RevisionRow,
  titleOf,
  toSubmission,
  withdrawnMeasures,
} from '../../responses/index.ts';
import { type AgencyRound, editionOfRound, takesAnswers, toRound } from '../../rounds/index.ts';

/** What the person may do here, as the permission table said. */
export interface Rights {
  mayWrite: boolean;
  maySubmit: boolean;
}

/**
 * An agency’s answer in a round, with an honest state for each measure.
 * @param personId who looks, so that they are not told about themselves
 */
export async function responseView(
  db: Database,
  of: AgencyRound,
  rights: Rights,
  now: Date,
  personId?: string,
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
  const ids = measures.map(({ id }) => id);
  const editing = await othersIn(db, round.id, ids, personId, now);
  return {
    round: toRound(round, undefined),
    agency: { id: agency.agencyId, orgnr: agency.orgnr, name: nameOf(agency), ministry: agency.ministry },
    open: takesAnswers(round, now),
    ...rights,
    measures: measures.map((measure) => ({
      ...card(
        of,
        measure,
        last?.revisions,
        previous.get(measure.id),
        put.filter((one) => one.measureId === measure.id).map(({ query }) => query),
      ),
      editing: editing.get(measure.id) ?? [],
      delegations: delegations?.get(measure.id) ?? [],
    })),
    // One that was taken along from an earlier round is among `previous` again.
    withdrawn: out
      .filter(({ id }) => !earlier.some((one) => one.id === id))
      .map(({ id, number, answers, at, by }) => ({
        id,
        number,
        title: titleOf(of.edition, answers),
        at: at.toISOString(),
        by,
      })),
    submission: last ? { ...toSubmission(last), measures: last.revisions.size } : null,
    submissionRequest: request,
    submitters,
    previous: earlier.map(({ rollOver, ...row }) => ({
      ...row,
      title: titleOf(editionOfRound(row), row.answers),
      standing: standingOf(of.edition, editionOfRound(row), row.answers),
      outcome: rollOver ? toRollOver(rollOver) : null,
    })),
  };
}

function card(
  of: AgencyRound,
  { id, number, revision }: MeasureRow,
  pinned: Set<string> | undefined,
  previous: Answers | undefined,
  queries: readonly QueryView[],
): Omit<ResponseView['measures'][number], 'delegations' | 'editing'> {
  const issues = issuesOf(of, revision, previous);
  return {
    id,
    number,
    title: titleOf(of.edition, revision?.answers ?? {}) ?? titleOf(of.edition, previous ?? {}),
    state: queries.some(({ state }) => state === 'open') ? 'returned' : stateOf(revision, issues, pinned),
    version: revision?.version ?? 0,
    errors: issues.filter((issue) => issue.level === 'error').length,
    warnings: openWarnings(issues),
    waitingAnew: waitingAnew(issues),
    savedAt: revision?.createdAt.toISOString() ?? null,
    savedBy: revision ? lastAuthor(revision) : null,
    queries: queries.filter(({ state }) => state !== 'closed'),
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

/**
 * One measure’s answers as they stand, what the check says, and last year’s to look back on. `revision` is given by who
 * has just written it. Whoever was given a section sees that, the title, and what decides what the section asks.
 */
export async function draftView(
  db: Database,
  of: MeasureInRound,
  access: MeasureAccess,
  now: Date,
  written?: RevisionRow,
): Promise<Draft> {
  const year = of.round.year;
  const [revision, previous, queries, mayAsk, delegation] = await Promise.all([
    written ?? latestRevision(db, of.measure.id, of.round.id),
    previousRevision(db, of.measure.id, year),
    queriesSeen(db, of, access.sections),
    access.mayAsk && isSubmitted(db, of.measure.id, of.round.id),
    ownDelegation(db, of, access.personId),
  ]);
  const { shows, tells } = partOf(of.edition, access.sections);
  return {
    id: of.measure.id,
    number: of.measure.number,
    year,
    edition: of.edition.id,
    agency: { orgnr: of.agency.orgnr, name: nameOf(of.agency), ministry: of.agency.ministry },
    version: revision?.version ?? 0,
    answers: only(revision?.answers ?? {}, shows),
    origins: only(revision?.origins ?? {}, shows),
    issues: issuesOf(of, revision, previous?.answers).filter(tells),
    savedAt: revision?.createdAt.toISOString() ?? null,
    savedBy: revision ? lastAuthor({ authors: only(revision.authors, shows) }) : null,
    previous: previous
      ? { year: previous.year, edition: previous.edition, answers: only(previous.answers, shows) }
      : null,
    open: takesAnswers(of.round, now),
    mayWrite: access.mayWrite,
    sections: copy(access.mayWrite ? access.answers : access.sections),
    delegated: access.delegated,
    queries,
    mayAsk,
    delegation,
  };
}

const copy = <T>(list: readonly T[] | null): T[] | null => list && [...list];

function only<T>(values: Readonly<Record<string, T>>, shows: (id: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([id]) => shows(id)));
}
