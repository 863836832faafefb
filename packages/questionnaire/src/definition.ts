/**
 * What a questionnaire is: plain data, one complete file per edition. No functions in it, so that it can be
 * fingerprinted, compared between years, printed as a codebook and sent to a browser.
 */

import type { Text } from '@samblikk/text';

// Whoever reads an edition reads its texts.
export { type Language, languages, locales, type Text } from '@samblikk/text';

/** One answer as it is stored: text, code, whole kroner, or a list of codes or words. Blank answers are left out. */
export type AnswerValue = string | number | readonly string[];

/** The answers of one measure, keyed by question id. A question without a key is blank or not asked. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** Branching and rules as data. One evaluator: `holds` in condition.ts. Questions not asked count as blank in it. */
export type Condition =
  | { readonly question: string; readonly is: string }
  | { readonly question: string; readonly in: readonly string[] }
  | { readonly question: string; readonly includes: string }
  | { readonly question: string; readonly blank: boolean }
  | { readonly question: string; readonly below: number }
  | { readonly question: string; readonly above: number }
  | { readonly question: string; readonly aboveQuestion: string }
  /** A date earlier than this one, ISO 8601. */
  | { readonly question: string; readonly before: string }
  /** The answer is more than `times` as large, or less than one `times`-th, of last year's answer. */
  | { readonly question: string; readonly changedTimes: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** One answer category. The code is stable and never reused; the label is what people see and statistics print. */
export interface Option {
  readonly code: string;
  readonly label: Text;
  readonly help?: Text;
  /** What agencies' own lists call it, besides the label, and nothing else. */
  readonly words?: readonly string[];
  /** Choosing this one excludes all others ("not relevant"). */
  readonly exclusive?: true;
}

/** How answers compare with the edition before: declared, never guessed. */
export type Comparability =
  | { readonly with: 'same' }
  | { readonly with: 'note'; readonly note: Text }
  | { readonly with: 'break'; readonly note: Text }
  | { readonly with: 'new' };

interface QuestionBase {
  readonly id: string;
  /** The number in the source questionnaire, so that anyone can compare with the form of that year. */
  readonly number?: string;
  /** What the answers are called where there is no room for the question: facets, table heads, lists. The label unless told. */
  readonly name?: Text;
  readonly label: Text;
  readonly help?: Text;
  /** Asked only when this holds; refers to earlier questions. */
  readonly showIf?: Condition;
  /** Must be answered before the measure can be submitted. */
  readonly required?: true;
  /** Never public, whatever the agency clears. */
  readonly closed?: true;
  /** Known from the login and the directory: shown, not asked. */
  readonly known?: true;
  /** What agencies' own lists call this, in any language: recognises the columns of a spreadsheet. */
  readonly headings?: readonly string[];
  /** Found by free text in the register; how much it weighs there, A the most. */
  readonly search?: 'A' | 'B' | 'C' | 'D';
  /** A facet of the public register. Only for kinds with categories, and for tags. */
  readonly facet?: true;
  /** Never prefilled from last year: last year's answer stands beside the empty field. */
  readonly askAnew?: true;
  readonly comparability?: Comparability;
}

export interface TextQuestion extends QuestionBase {
  readonly kind: 'text';
  readonly maxLength: number;
}
export interface LongTextQuestion extends QuestionBase {
  readonly kind: 'longText';
  readonly maxLength: number;
}
export interface EmailQuestion extends QuestionBase {
  readonly kind: 'email';
  /** Offers the address of the one who answers, as the login gave it: one press instead of typing. */
  readonly offersOwn?: true;
}
export interface SingleQuestion extends QuestionBase {
  readonly kind: 'single';
  readonly options: readonly Option[];
  /** What agencies' own lists write here of a measure that is over: no category, but what became of it. */
  readonly outcomes?: readonly { readonly code: 'ended' | 'stopped'; readonly words: readonly string[] }[];
}
export interface MultipleQuestion extends QuestionBase {
  readonly kind: 'multiple';
  readonly options: readonly Option[];
  /** The most codes that may be chosen. */
  readonly atMost?: number;
}
export interface AmountQuestion extends QuestionBase {
  readonly kind: 'amount';
}
export interface DateQuestion extends QuestionBase {
  readonly kind: 'date';
  /** A year or a month in a list stands for its last day: what is asked for is an end. Else its first. */
  readonly periods?: 'lastDay';
}
export interface TagsQuestion extends QuestionBase {
  readonly kind: 'tags';
  readonly atMost: number;
  /** The vocabulary whose terms are suggested while typing; any word is accepted. */
  readonly suggestFrom?: 'los';
}
/** The agency or ministry that owns the measure, by organisation number or ministry code. */
export interface AgencyQuestion extends QuestionBase {
  readonly kind: 'agency';
}
export interface MinistryQuestion extends QuestionBase {
  readonly kind: 'ministry';
}
/** Other bodies: by organisation number, as `kommune:0301`, `fylke:11` or `KS`, or by name where there is no number. */
export interface AgenciesQuestion extends QuestionBase {
  readonly kind: 'agencies';
  readonly atMost: number;
}
/** A legal basis: a code from the list, or free text naming the section of the act. */
export interface LegalBasisQuestion extends QuestionBase {
  readonly kind: 'legalBasis';
  readonly options: readonly Option[];
}
/** Some of the questions of this same edition: which fields are exempt from publication. */
export interface FieldsQuestion extends QuestionBase {
  readonly kind: 'fields';
}

export type Question =
  | TextQuestion
  | LongTextQuestion
  | EmailQuestion
  | SingleQuestion
  | MultipleQuestion
  | AmountQuestion
  | DateQuestion
  | TagsQuestion
  | AgencyQuestion
  | MinistryQuestion
  | AgenciesQuestion
  | LegalBasisQuestion
  | FieldsQuestion;

export type KindName = Question['kind'];
/** The questions of one kind. */
export type QuestionOf<K extends KindName> = Extract<Question, { kind: K }>;

export interface Section {
  readonly id: string;
  readonly title: Text;
  readonly intro?: Text;
  readonly questions: readonly Question[];
}

/** A cross-question rule: when the condition holds, say this, at these questions. */
export interface Rule {
  readonly id: string;
  /** `error` stops submission; `warning` asks "is this right?"; `info` only informs. */
  readonly level: 'error' | 'warning' | 'info';
  readonly when: Condition;
  readonly questions: readonly string[];
  readonly text: Text;
  /** A warning that asks for an answer, not whether an answer is right: then "yes, because …" is no reply to it. */
  readonly asksFor?: 'answer';
}

/**
 * A variable computed from answers, never asked. Cases are tried in order and the first that holds gives the code;
 * when none does, `otherwise`, or blank.
 */
export interface DerivedVariable {
  readonly id: string;
  readonly label: Text;
  /** The rule in words, for notes and codebook. */
  readonly rule: Text;
  /** The question whose three states this one shares: not asked there is not asked here. */
  readonly askedWith?: string;
  readonly options: readonly Option[];
  readonly cases: readonly { readonly code: string; readonly when: Condition }[];
  readonly otherwise?: string;
  readonly facet?: true;
  readonly comparability?: Comparability;
}

/** A fact about the agency in that round, from the population file, with categories like a question's. */
export interface PopulationVariable {
  readonly id: string;
  readonly label: Text;
  readonly options: readonly Option[];
}

/** Which question decides what is public, and what its codes mean. Anything else, and blank, is withheld whole. */
export interface PublicationRule {
  readonly question: string;
  readonly whole: readonly string[];
  readonly inPart: readonly string[];
  /** The `fields` question that lists the exempt fields of a measure published in part. */
  readonly exemptFields?: string;
}

/** What shared code needs to know about an edition without naming a question id. */
export interface Roles {
  /** The measure's name. */
  readonly title: string;
  /** What the measure delivers: the text under the name in lists. */
  readonly summary: string;
  readonly agency: string;
  readonly ministry: string;
  /** What the measure costs in all: the amount that lists show and sort by. */
  readonly cost: string;
}

export interface Edition {
  /** The edition's name, normally its year: `2019`. */
  readonly id: string;
  readonly year: number;
  readonly title: Text;
  /** Where the questions come from. */
  readonly source: Text;
  /** The edition that comparability is declared against. */
  readonly previous?: string;
  readonly roles: Roles;
  /** The questions whose answers a measure’s page begins with, in this order: of each list the first that was answered. */
  readonly highlights?: readonly (readonly string[])[];
  readonly publication: PublicationRule;
  readonly sections: readonly Section[];
  readonly derived: readonly DerivedVariable[];
  readonly population: readonly PopulationVariable[];
  readonly rules: readonly Rule[];
}

/** Declares an edition; keeps the literal ids and codes in its type, so that a wrong code does not compile. */
export function defineEdition<const E extends Edition>(edition: E): E {
  return edition;
}

const indexes = new WeakMap<Edition, ReadonlyMap<string, Question>>();
const lists = new WeakMap<Edition, readonly Question[]>();

/** The questions of an edition by id, in the order they are asked; made once per edition, since it is plain data. */
export function questionsById(edition: Edition): ReadonlyMap<string, Question> {
  let index = indexes.get(edition);
  if (!index) {
    index = new Map(
      edition.sections.flatMap((section) => section.questions.map((question) => [question.id, question])),
    );
    indexes.set(edition, index);
  }
  return index;
}

/** All questions of an edition, in the order they are asked. */
export function questionsOf(edition: Edition): readonly Question[] {
  let list = lists.get(edition);
  if (!list) {
    list = edition.sections.flatMap((section) => section.questions);
    lists.set(edition, list);
  }
  return list;
}

/** The question with this id, or undefined when the edition has none. */
export function findQuestion(edition: Edition, id: string): Question | undefined {
  return questionsById(edition).get(id);
}

/** The section that asks a question, or undefined when the edition has no such question. */
export function sectionOf(edition: Edition, question: string): Section | undefined {
  return edition.sections.find(({ questions }) => questions.some(({ id }) => id === question));
}

/** The ids of the questions an edition asks, as a union of literals. */
export type QuestionId<E extends Edition> = E['sections'][number]['questions'][number]['id'];
