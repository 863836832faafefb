import { type AnswerState, walk } from './asked.ts';
import {
  type Answers,
  type AnswerValue,
  type Comparability,
  type DerivedVariable,
  type Edition,
  type Option,
  type PopulationVariable,
  type Question,
  questionsOf,
  type Text,
} from './definition.ts';
import { deriveOne } from './derive.ts';
import { kindOf } from './kinds/index.ts';
import { withheldOption } from './texts.ts';

/** One measure as statistics and register read it. Rows are never changed once made. */
export interface MeasureRow {
  readonly answers: Answers;
  /** What is known about the owner: agency, ministry and population variables, by id. */
  readonly known: Answers;
  /** Variables kept back from this reader (see `publicRow`): they count as withheld, and amounts as no amount. */
  readonly withheld?: ReadonlySet<string>;
}

export interface Coded {
  readonly state: AnswerState;
  readonly codes: readonly string[];
  /** The codes as they were written, where one may be written in several ways. */
  readonly words?: readonly string[];
}

/** Something measures can be counted, filtered and summed by. */
export interface Variable {
  readonly id: string;
  readonly label: Text;
  readonly source: 'question' | 'derived' | 'population';
  /** The categories in their order; undefined where the list is open (agency, ministry, tags) or answers are numbers. */
  readonly options: readonly Option[] | undefined;
  /** Whether one measure may count in several categories. */
  readonly several: boolean;
  readonly unit: 'kroner' | undefined;
  /** Whether the public register offers it as a facet. */
  readonly facet: boolean;
  readonly comparability?: Comparability;
  codesOf(row: MeasureRow): Coded;
  /** The code that a word is counted under, where it may be written in several ways. */
  codeOf?(word: string): string;
  /** The number to sum and take quantiles of; undefined for a blank, and for variables that are not numbers. */
  numberOf?(row: MeasureRow): number | undefined;
}

const notAsked: Coded = { state: 'notAsked', codes: [] };
const blank: Coded = { state: 'blank', codes: [] };
/** Says no more than that something is kept back: not even whether it was asked. */
const withheld: Coded = { state: 'answered', codes: [withheldOption.code] };

type Walked = ReturnType<typeof walk>;

/** All variables of an edition: questions in their order, then derived, then population variables. */
export function variablesOf(edition: Edition): readonly Variable[] {
  // Every variable reads the same row in turn: one walk through the questionnaire serves them all.
  let last: { answers: Answers; walked: Walked } | undefined;
  const walked = (row: MeasureRow): Walked => {
    if (last?.answers !== row.answers) last = { answers: row.answers, walked: walk(edition, row.answers) };
    return last.walked;
  };
  return [
    ...questionsOf(edition)
      .filter((question) => isVariable(edition, question))
      .map((question) => (question.known ? knownVariable(question) : questionVariable(question, walked))),
    ...edition.derived.map((variable) => derivedVariable(variable, walked)),
    ...edition.population.map(populationVariable),
  ];
}

/** Questions with categories or amounts, the owner, and open lists that are facets. Never the closed ones. */
function isVariable({ roles }: Edition, question: Question): boolean {
  if (question.closed) return false;
  const kind = kindOf(question);
  const countable = kind.categories(question) !== undefined || kind.unit !== undefined || question.facet === true;
  return countable || question.id === roles.agency || question.id === roles.ministry;
}

function describeQuestion(question: Question) {
  const kind = kindOf(question);
  return {
    id: question.id,
    label: question.name ?? question.label,
    source: 'question',
    options: kind.categories(question),
    several: kind.several,
    unit: kind.unit,
    ...(question.comparability && { comparability: question.comparability }),
  } as const;
}

function questionVariable(question: Question, walked: (row: MeasureRow) => Walked): Variable {
  const kind = kindOf(question);
  const { id } = question;
  return {
    ...describeQuestion(question),
    facet: question.facet === true,
    codesOf(row) {
      if (row.withheld?.has(id)) return withheld;
      const { asked, answered } = walked(row);
      if (!asked.has(id)) return notAsked;
      const answer = answered[id];
      if (answer === undefined) return blank;
      const words = kind.words?.(question, answer);
      return { state: 'answered', codes: kind.codes(question, answer), ...(words && { words }) };
    },
    ...(kind.codeOf && { codeOf: kind.codeOf }),
    ...(kind.unit && {
      numberOf(row: MeasureRow) {
        const answer = row.withheld?.has(id) ? undefined : walked(row).answered[id];
        return typeof answer === 'number' ? answer : undefined;
      },
    }),
  };
}

/** The owner is known for every measure, and always a facet. */
function knownVariable(question: Question): Variable {
  return { ...describeQuestion(question), facet: true, codesOf: ({ known }) => codesOfKnown(known[question.id]) };
}

function codesOfKnown(value: AnswerValue | undefined): Coded {
  return typeof value === 'string' && value !== '' ? { state: 'answered', codes: [value] } : blank;
}

function derivedVariable(variable: DerivedVariable, walked: (row: MeasureRow) => Walked): Variable {
  const { id, label, options, askedWith, comparability } = variable;
  return {
    id,
    label,
    source: 'derived',
    options,
    several: false,
    unit: undefined,
    facet: variable.facet === true,
    ...(comparability && { comparability }),
    codesOf(row) {
      if (row.withheld?.has(id)) return withheld;
      const { asked, answered } = walked(row);
      if (askedWith !== undefined && !asked.has(askedWith)) return notAsked;
      const code = deriveOne(variable, answered);
      return code === undefined ? blank : { state: 'answered', codes: [code] };
    },
  };
}

function populationVariable({ id, label, options }: PopulationVariable): Variable {
  return {
    id,
    label,
    source: 'population',
    options,
    several: false,
    unit: undefined,
    facet: false,
    codesOf: ({ known }) => codesOfKnown(known[id]),
  };
}
