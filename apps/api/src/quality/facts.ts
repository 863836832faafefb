import { type QualityItem, reasonKey } from '@samblikk/contract';
import {
  type AnswerChange,
  type Answers,
  askedAnswers,
  askedQuestions,
  changesSince,
  type Edition,
  editionOf,
  editions,
  exemptionsIn,
  questionsOf,
  ruleOf,
} from '@samblikk/questionnaire';
import { LRUCache } from 'lru-cache';
import type { Database, Transaction } from '../platform/db/index.ts';
import { issuesOf, knownOf, type ReasonedIssue, type RevisionRow, revisionsById, titleOf } from '../responses/index.ts';
import type { AgencyRound } from '../rounds/index.ts';

/** What the queue says of the answers of one revision. Neither it nor last year's ever changes, so it is kept in memory. */
export interface Facts {
  readonly title: string | null;
  readonly fired: QualityItem['fired'];
  readonly cost: number | null;
  readonly costBefore: number | null;
  readonly changes: readonly AnswerChange[];
  /** The questions that are asked and blank. */
  readonly blank: readonly string[];
  /** The questions whose answers are exempt from publication, this year or last. */
  readonly exempt: ReadonlySet<string>;
}

/** A revision to be told of, with last year's of the same measure. */
export interface Wanted {
  readonly of: AgencyRound;
  readonly revision: string | null;
  readonly previous: string | null;
}

const cache = new LRUCache<string, Facts>({ max: 20_000 });

const keyOf = ({ of, revision, previous }: Wanted): string =>
  [of.edition.id, revision, previous, JSON.stringify(knownOf(of))].join(' ');

/** What there is to say of revisions, in their order; the database is asked only for those not looked at before. */
export async function factsOf(db: Database | Transaction, wanted: readonly Wanted[]): Promise<Facts[]> {
  // What is kept is taken once: it may be gone a moment later.
  const found = wanted.map((one) => cache.get(keyOf(one)));
  const anew = wanted.filter((_, at) => !found[at]);
  const ids = new Set(anew.flatMap(({ revision, previous }) => [revision, previous]));
  const read = await revisionsById(
    db,
    [...ids].filter((id) => id !== null),
  );
  return wanted.map((one, at) => found[at] ?? remember(one, read));
}

function remember(one: Wanted, read: ReadonlyMap<string, RevisionRow>): Facts {
  const facts = work(one.of, read.get(one.revision ?? ''), read.get(one.previous ?? ''));
  cache.set(keyOf(one), facts);
  return facts;
}

function work(of: AgencyRound, revision: RevisionRow | undefined, previous: RevisionRow | undefined): Facts {
  const { edition } = of;
  const known = knownOf(of);
  const given = { ...revision?.answers, ...known };
  const answers = askedAnswers(edition, given);
  const asked = askedQuestions(edition, given);
  const before = previous && editionOf(previous.edition);
  return {
    title: titleOf(edition, answers) ?? (before ? titleOf(before, previous.answers) : null),
    fired: firedBy(edition, issuesOf(of, revision, previous)),
    cost: costIn(edition, answers),
    costBefore: before ? costIn(before, previous.answers) : null,
    changes: before ? changesSince(edition, answers, { edition: before, answers: previous.answers }, editions) : [],
    blank: questionsOf(edition).flatMap(({ id, known: given }) =>
      asked.has(id) && !given && answers[id] === undefined ? [id] : [],
    ),
    exempt: new Set([
      ...exemptionsIn(edition, answers).exempt,
      ...(before ? exemptionsIn(before, previous.answers).exempt : []),
    ]),
  };
}

/** The same for those who may not read exempt answers in a list: nothing of it comes from such an answer. */
export function withoutExempt(facts: Facts, { roles }: Edition): Facts {
  const { exempt } = facts;
  if (exempt.size === 0) return facts;
  return {
    ...facts,
    title: exempt.has(roles.title) ? null : facts.title,
    ...(exempt.has(roles.cost) && { cost: null, costBefore: null }),
    changes: facts.changes.filter(({ question }) => !exempt.has(question)),
    blank: facts.blank.filter((id) => !exempt.has(id)),
  };
}

function costIn({ roles }: Edition, answers: Answers): number | null {
  const cost = answers[roles.cost];
  return typeof cost === 'number' ? cost : null;
}

/** What fired, once per measure, however many questions a rule names; explained when all of it is. */
export function firedBy(edition: Edition, issues: readonly ReasonedIssue[]): QualityItem['fired'] {
  const byCode = Map.groupBy(issues, (issue) => (ruleOf(edition, issue) ? reasonKey(issue) : issue.code));
  return [...byCode].map(([code, all]) => ({
    code,
    level: all[0]?.level ?? 'warning',
    reasoned: all.every(({ reason }) => reason !== undefined),
  }));
}
