import { reasonKey } from '@samblikk/contract';
import {
  type Answers,
  checkSubmission,
  type Edition,
  editions,
  findQuestion,
  type Issue,
  isComparable,
  kindOf,
  type Language,
  questionsOf,
} from '@samblikk/questionnaire';
import { LRUCache } from 'lru-cache';
import { ownMeasures } from '../measures/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { type AgencyRound, editionOfRound } from '../rounds/index.ts';
import { type EarlierMeasure, measuresToCarryForward, withAnswers } from './earlier.ts';
import { lastAuthor, newestRevisions, type RevisionRow, revisionsBefore, revisionsById, titleOf } from './store.ts';

// What lists say of measures. A revision never changes, and so never does what is said of it: that is kept in memory, and a long
// list that is looked at again asks the database for no answers.

type Reader = Database | Transaction;

/** An issue with the reason the agency gave why it does not matter, when it gave one. */
export type ReasonedIssue = Issue & { readonly reason?: string };

/** What a list says of a measure of this round. */
export interface MeasureSummary {
  readonly id: string;
  readonly number: string;
  /** Its newest revision; undefined when nothing is saved yet. */
  readonly revision: Pick<RevisionRow, 'id' | 'version' | 'createdAt'> | undefined;
  /** As it is called this year, or was called the year before. */
  readonly title: string | null;
  readonly savedBy: string | null;
  /** Nothing is answered. */
  readonly blank: boolean;
  /** What the submission check says. */
  readonly issues: readonly ReasonedIssue[];
}

type Summary = Pick<MeasureSummary, 'title' | 'savedBy' | 'blank' | 'issues'>;
type Previous = Pick<RevisionRow, 'id' | 'answers'>;

/** What was worked out of revisions before: a kilobyte or so each. */
const summaryCache = new LRUCache<string, Summary>({ max: 20_000 });

/** What is said depends on the edition, the revision, the one of the year before, and what is known about the agency. */
const keyIn = (of: AgencyRound) => {
  const known = JSON.stringify(knownOf(of));
  return (revisionId: string | undefined, previousId: string | undefined) =>
    [of.edition.id, revisionId, previousId, known].join(' ');
};

function summarize(of: AgencyRound, revision: RevisionRow | undefined, previous: Previous | undefined): Summary {
  const key = keyIn(of)(revision?.id, previous?.id);
  const before = summaryCache.get(key);
  if (before) return before;
  const answers = revision?.answers ?? {};
  const now = {
    title: titleOf(of.edition, answers) ?? titleOf(of.edition, previous?.answers ?? {}),
    savedBy: revision ? lastAuthor(revision) : null,
    blank: Object.keys(answers).length === 0,
    issues: check(of, answers, revision?.reasons ?? {}, previous?.answers),
  };
  summaryCache.set(key, now);
  return now;
}

function check(
  of: AgencyRound,
  answers: Answers,
  reasons: Readonly<Record<string, string>>,
  previous: Answers | undefined,
): readonly ReasonedIssue[] {
  const issues = checkSubmission(of.edition, answers, { known: knownOf(of), ...(previous && { previous }) });
  return issues.map((issue) => {
    const reason = issue.level === 'warning' ? reasons[reasonKey(issue)] : undefined;
    return reason === undefined ? issue : { ...issue, reason };
  });
}

/** What the submission check says of one measure of an agency. */
export function issuesOf(
  from: AgencyRound,
  revision: RevisionRow | undefined,
  previous: Previous | undefined,
): readonly ReasonedIssue[] {
  return summarize(from, revision, previous).issues;
}

/** What is known about an agency in a round, keyed like answers: its number, its ministry, and the population's facts. */
export function knownOf({ edition, agency }: AgencyRound): Answers {
  return { ...agency.facts, [edition.roles.agency]: agency.orgnr, [edition.roles.ministry]: agency.ministry };
}

/** The measures of an agency in a round that are not withdrawn, by number. */
export async function measureSummaries(db: Reader, of: AgencyRound): Promise<MeasureSummary[]> {
  const [measures, newest, previous] = await Promise.all([
    ownMeasures(db, of.round.id, of.agency.agencyId),
    newestRevisions(db, of.round.id, of.agency.agencyId),
    revisionsBefore(db, of.round.id, of.agency.agencyId, of.round.year),
  ]);
  const keyOf = keyIn(of);
  // What is kept is taken once: it may be gone a moment later.
  const rows = measures
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ id, number }) => ({ id, number, revision: newest.get(id), previousId: previous.get(id) }))
    .map((row) => ({ ...row, known: summaryCache.get(keyOf(row.revision?.id, row.previousId)) }));
  const wanted = rows.flatMap(({ known, revision, previousId }) => (known ? [] : [revision?.id, previousId]));
  const read = await revisionsById(
    db,
    wanted.filter((id) => id !== undefined),
  );
  return rows.map(({ previousId, known, ...row }) => ({
    ...row,
    ...(known ?? summarize(of, read.get(row.revision?.id ?? ''), read.get(previousId ?? ''))),
  }));
}

type Text = Record<Language, string>;

/** What a list says of a measure of the round before. */
export interface EarlierSummary extends EarlierMeasure {
  readonly title: string | null;
  /** What is asked anew each year and answered in a word, such as the phase: as it was then. */
  readonly standing: readonly { readonly question: string; readonly answer: Text }[];
}

const earlierSummaryCache = new LRUCache<string, Pick<EarlierSummary, 'title' | 'standing'>>({ max: 20_000 });

/** As `measuresToCarryForward`, with what a list says of them. */
export async function earlierSummaries(db: Reader, of: AgencyRound): Promise<EarlierSummary[]> {
  const keyOf = ({ revisionId }: EarlierMeasure) => `${of.edition.id} ${revisionId}`;
  // What is kept is taken once: it may be gone a moment later.
  const measures = (await measuresToCarryForward(db, of)).map((one) => ({
    one,
    known: earlierSummaryCache.get(keyOf(one)),
  }));
  const anew = measures.filter(({ known }) => !known).map(({ one }) => one);
  const now = new Map(
    (await withAnswers(db, anew)).map(({ answers, ...one }) => {
      const before = editionOfRound(one);
      const summary = { title: titleOf(before, answers), standing: standingOf(of.edition, before, answers) };
      earlierSummaryCache.set(keyOf(one), summary);
      return [one.id, summary];
    }),
  );
  return measures.map(({ one, known }) => ({ ...one, ...(known ?? now.get(one.id) ?? { title: null, standing: [] }) }));
}

/** What this edition asks anew and has a list of answers for, as it was said in an earlier one: the phase, so far. */
function standingOf(edition: Edition, earlier: Edition, answers: Answers): EarlierSummary['standing'] {
  const nobody = { agency: () => undefined, ministry: () => undefined };
  return questionsOf(edition).flatMap((question) => {
    const before = findQuestion(earlier, question.id);
    const answer = answers[question.id];
    if (!question.askAnew || !kindOf(question).categories(question) || !before || answer === undefined) return [];
    if (!isComparable(edition, question.id, earlier.id, editions)) return [];
    const show = (language: Language) => kindOf(before).show(before, answer, language, nobody, earlier);
    return [{ question: question.id, answer: { nb: show('nb'), nn: show('nn'), en: show('en') } }];
  });
}
