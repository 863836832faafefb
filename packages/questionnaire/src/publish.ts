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

/** What the filter needs to know of an edition; worked out once, since an edition never changes. */
interface Groups {
  /** The questions an agency may exempt. */
  readonly exemptable: readonly Question[];
  /** The closed questions, and those that follow from them. */
  readonly closed: ReadonlySet<string>;
  /** The question that decides, those it opens, and what is derived from them. */
  readonly publication: ReadonlySet<string>;
  /** The variables hidden of a measure that is withheld, and of one that exempts nothing: of nearly all there are. */
  readonly hidden: Readonly<Record<'withheld' | 'whole', ReadonlySet<string>>>;
}

const groups = new WeakMap<Edition, Groups>();

function groupsOf(edition: Edition): Groups {
  let made = groups.get(edition);
  if (!made) {
    const questions = questionsOf(edition);
    // The question that decides, and those it opens: which fields, and on what legal basis.
    const machinery = closure(edition, [edition.publication.question]);
    const exemptable = questions.filter(({ id, known, closed }) => !known && !closed && !machinery.has(id));
    const closed = closure(
      edition,
      questions.filter((question) => question.closed).map(({ id }) => id),
    );
    const derived = derivedFrom(edition, machinery);
    const hidden = {
      withheld: allVariables(edition),
      whole: new Set([...closed, ...derivedFrom(edition, closed)]),
    };
    made = { exemptable, closed, publication: new Set([...machinery, ...derived]), hidden };
    groups.set(edition, made);
  }
  return made;
}

/** These questions and all whose branching reads them, step by step: an answer to one tells about the other. */
function closure(edition: Edition, start: Iterable<string>): ReadonlySet<string> {
  const reached = new Set(start);
  for (const { id, showIf } of questionsOf(edition)) {
    if (showIf && questionsRead(showIf).some((read) => reached.has(read))) reached.add(id);
  }
  return reached;
}

/** The questions whose answers an agency may exempt: not those known, closed anyway, or about publication itself. */
export function exemptable(edition: Edition): readonly Question[] {
  return groupsOf(edition).exemptable;
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
  const { closed } = groupsOf(edition);
  return exempt.size === 0 ? closed : closure(edition, [...exempt, ...closed]);
}

export interface PublicRow extends MeasureRow {
  readonly visibility: Visibility;
  readonly withheldFields: readonly string[];
}

/**
 * A measure as the public may see it, ready for `variablesOf`: the variables in `withheld` (questions kept back, and
 * what is derived from them) count as withheld. What is known about the agency stays.
 */
export function publicRow(edition: Edition, row: MeasureRow): PublicRow {
  const { visibility, answers, withheldFields } = publicAnswers(edition, row.answers);
  return {
    visibility,
    answers,
    known: row.known,
    withheldFields,
    withheld:
      visibility === 'withheld' ? groupsOf(edition).hidden.withheld : hiddenVariables(edition, new Set(withheldFields)),
  };
}

/**
 * The variables that would tell of these questions or derived variables: themselves, what a derived one is computed from,
 * what is asked because of them, what is derived from any of it, and what is closed anyway.
 */
export function hiddenVariables(edition: Edition, exempt: ReadonlySet<string>): ReadonlySet<string> {
  if (exempt.size === 0) return groupsOf(edition).hidden.whole;
  const behind = edition.derived.filter(({ id }) => exempt.has(id)).flatMap(reads);
  const hidden = hiddenQuestions(edition, new Set([...exempt, ...behind]));
  return new Set([...hidden, ...derivedFrom(edition, hidden)]);
}

/** The variables about publication itself: the question that decides, those it opens, and what is derived from them. */
export function publicationVariables(edition: Edition): ReadonlySet<string> {
  return groupsOf(edition).publication;
}

function derivedFrom(edition: Edition, questions: ReadonlySet<string>): readonly string[] {
  return edition.derived.filter((variable) => reads(variable).some((id) => questions.has(id))).map(({ id }) => id);
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

/** The questions that the one about publication opens: which answers are exempt, on what basis, and until when. */
export function openedByPublication(edition: Edition): readonly Question[] {
  const { question } = edition.publication;
  return questionsOf(edition).filter(({ showIf }) => showIf !== undefined && questionsRead(showIf).includes(question));
}

/** What of a measure an agency has exempted, and on what grounds. */
export interface Exemptions {
  /** The questions whose answers are exempt: some, all, or none. */
  readonly exempt: ReadonlySet<string>;
  /** The questions whose answers say why and for how long: those that the one about publication opens. */
  readonly grounds: readonly Question[];
}

/** Which of an agency's answers are exempt from publication, for those who see them all. Nothing is before it is said. */
export function exemptionsIn(edition: Edition, answers: Answers): Exemptions {
  const { question: decides, exemptFields } = edition.publication;
  const asked = askedAnswers(edition, answers);
  if (asked[decides] === undefined) return { exempt: new Set(), grounds: [] };
  const grounds = openedByPublication(edition).filter(({ id }) => id !== exemptFields && asked[id] !== undefined);
  return { exempt: new Set(publicAnswers(edition, answers).withheldFields), grounds };
}
