import { askedAnswers } from './asked.ts';
import { questionsRead } from './condition.ts';
import { type Answers, type DerivedVariable, type Edition, type Question, questionsOf } from './definition.ts';
import type { MeasureRow } from './variables.ts';

/** How much of a measure is public. */
export type Visibility = 'whole' | 'inPart' | 'withheld';

export interface PublicAnswers {
  readonly visibility: Visibility;
  /** What anyone may see. Empty when the measure is withheld. */
  readonly answers: Answers;
  /** The questions whose answers are kept back for this measure; those closed for all measures are not repeated here. */
  readonly withheldFields: readonly string[];
}

/** The questions asked about publication itself: the one that decides, and those it opens (which fields, legal basis). */
function machinery(edition: Edition): ReadonlySet<string> {
  return closure(edition, new Set([edition.publication.question]));
}

/** These questions and all whose branching reads them, step by step: an answer to one tells about the other. */
function closure(edition: Edition, start: ReadonlySet<string>): ReadonlySet<string> {
  const reached = new Set(start);
  for (const question of questionsOf(edition)) {
    if (question.showIf && questionsRead(question.showIf).some((id) => reached.has(id))) reached.add(question.id);
  }
  return reached;
}

/** The questions whose answers an agency may exempt: not those known, closed anyway, or about publication itself. */
export function exemptable(edition: Edition): readonly Question[] {
  const own = machinery(edition);
  return questionsOf(edition).filter((question) => !question.known && !question.closed && !own.has(question.id));
}

/**
 * The publication filter, written once: register, files, feeds, statistics lists and caches get answers only from here.
 *
 * Closed until opened: a measure is public only when the publication question says so with a known code, and a measure
 * published in part without a readable list of exempt fields is withheld whole. Closed questions never come out. A
 * question that is asked because of an exempt or closed answer is exempt with it, since being asked gives it away.
 */
export function publicAnswers(edition: Edition, answers: Answers): PublicAnswers {
  const asked = askedAnswers(edition, answers);
  const may = exemptable(edition).map((question) => question.id);
  const { question, whole, inPart, exemptFields } = edition.publication;
  const choice = asked[question];
  const listed = exemptFields === undefined ? undefined : asked[exemptFields];

  const isWhole = typeof choice === 'string' && whole.includes(choice);
  const isInPart = typeof choice === 'string' && inPart.includes(choice);
  const readable = Array.isArray(listed) && listed.every((id) => may.includes(id));
  if (!isWhole && !(isInPart && readable)) return { visibility: 'withheld', answers: {}, withheldFields: may };

  const exempt = new Set<string>(isInPart ? (listed as readonly string[]) : []);
  const hidden = hiddenQuestions(edition, exempt);
  return {
    visibility: isWhole ? 'whole' : 'inPart',
    answers: Object.fromEntries(Object.entries(asked).filter(([id]) => !hidden.has(id))),
    withheldFields: may.filter((id) => hidden.has(id) && isInPart),
  };
}

/** Closed and exempt questions, and those that follow from them. */
function hiddenQuestions(edition: Edition, exempt: ReadonlySet<string>): ReadonlySet<string> {
  const closed = questionsOf(edition).filter((question) => question.closed);
  return closure(edition, new Set([...exempt, ...closed.map((question) => question.id)]));
}

export interface PublicRow extends MeasureRow {
  readonly visibility: Visibility;
  readonly withheldFields: readonly string[];
}

/**
 * A measure as the public may see it, ready for `variablesOf`: the variables in `withheld` (questions kept back, and
 * what is derived from them) count for nothing. What is known about the agency stays.
 */
export function publicRow(edition: Edition, row: MeasureRow): PublicRow {
  const { visibility, answers, withheldFields } = publicAnswers(edition, row.answers);
  const hidden = hiddenQuestions(edition, new Set(withheldFields));
  const derived = edition.derived.filter((variable) => reads(variable).some((id) => hidden.has(id)));
  return {
    visibility,
    answers,
    known: row.known,
    withheldFields,
    withheld: visibility === 'withheld' ? allVariables(edition) : new Set([...hidden, ...derived.map(({ id }) => id)]),
  };
}

function allVariables(edition: Edition): ReadonlySet<string> {
  const asked = questionsOf(edition).filter((question) => !question.known);
  return new Set([...asked, ...edition.derived].map(({ id }) => id));
}

/** The questions a derived variable is computed from. */
function reads(variable: DerivedVariable): readonly string[] {
  const asked = variable.askedWith === undefined ? [] : [variable.askedWith];
  return [...asked, ...variable.cases.flatMap(({ when }) => questionsRead(when))];
}
