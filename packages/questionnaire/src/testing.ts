/** For tests: a small edition with one question of every kind, and random answers to any edition. Not for the browser. */
import fc from 'fast-check';
import { askedAnswers } from './asked.ts';
import { checkAnswer, checkSubmission } from './check.ts';
import {
  type Answers,
  type AnswerValue,
  defineEdition,
  type Edition,
  type KindName,
  type Question,
  type QuestionOf,
  questionsOf,
  type Text,
} from './definition.ts';
import { isOrganisationNumber } from './orgnr.ts';
import { exemptable } from './publish.ts';
import type { MeasureRow } from './variables.ts';

/** The same words in all languages, marked, so that tests see which language they got. */
export function sameText(text: string): Text {
  return { nb: text, nn: `${text} (nn)`, en: `${text} (en)` };
}

const option = (code: string) => ({ code, label: sameText(code) });

/** A small edition with every kind, a branch two steps deep, a companion text, rules of each level, publication in part. */
export const testEdition = defineEdition({
  id: 'test',
  year: 2001,
  title: sameText('Test'),
  source: sameText('Invented'),
  roles: { title: 'title', summary: 'summary', agency: 'owner', ministry: 'department', cost: 'cost' },
  publication: { question: 'open', whole: ['all'], inPart: ['some'], exemptFields: 'secret' },
  sections: [
    {
      id: 'first',
      title: sameText('First'),
      questions: [
        { id: 'owner', kind: 'agency', label: sameText('Owner'), known: true },
        { id: 'department', kind: 'ministry', label: sameText('Department'), known: true },
        { id: 'title', kind: 'text', maxLength: 60, label: sameText('Title'), required: true, search: 'A' },
        { id: 'mail', kind: 'email', label: sameText('Mail'), required: true, closed: true },
        {
          id: 'open',
          kind: 'single',
          options: ['all', 'some', 'none'].map(option),
          label: sameText('Open?'),
          required: true,
        },
        {
          id: 'secret',
          kind: 'fields',
          label: sameText('Secret'),
          required: true,
          showIf: { question: 'open', is: 'some' },
        },
        {
          id: 'basis',
          kind: 'legalBasis',
          options: ['ACT_1', 'ACT_2'].map(option),
          label: sameText('Basis'),
          required: true,
          showIf: { question: 'open', in: ['some', 'none'] },
        },
      ],
    },
    {
      id: 'second',
      title: sameText('Second'),
      questions: [
        { id: 'summary', kind: 'longText', maxLength: 200, label: sameText('Summary'), required: true },
        { id: 'shared', kind: 'single', options: ['yes', 'no'].map(option), label: sameText('Shared?'), facet: true },
        {
          id: 'reach',
          kind: 'single',
          options: ['near', 'far'].map(option),
          label: sameText('Reach'),
          showIf: { question: 'shared', is: 'yes' },
        },
        {
          id: 'asked',
          kind: 'single',
          options: ['yes', 'no'].map(option),
          label: sameText('Asked'),
          showIf: { question: 'reach', is: 'far' },
        },
        { id: 'with', kind: 'agencies', atMost: 3, label: sameText('With'), showIf: { question: 'shared', is: 'yes' } },
        { id: 'cost', kind: 'amount', label: sameText('Cost') },
        { id: 'budget', kind: 'amount', label: sameText('Budget') },
        { id: 'from', kind: 'date', label: sameText('From') },
        { id: 'to', kind: 'date', label: sameText('To') },
        {
          id: 'uses',
          kind: 'multiple',
          options: [...['one', 'two', 'three', 'other'].map(option), { ...option('nothing'), exclusive: true }],
          atMost: 2,
          label: sameText('Uses'),
          facet: true,
        },
        {
          id: 'usesOther',
          kind: 'text',
          maxLength: 40,
          label: sameText('Uses other'),
          showIf: { question: 'uses', includes: 'other' },
        },
        { id: 'words', kind: 'tags', atMost: 4, label: sameText('Words'), facet: true },
        { id: 'remarks', kind: 'longText', maxLength: 200, label: sameText('Remarks'), closed: true },
      ],
    },
  ],
  derived: [
    {
      id: 'band',
      label: sameText('Band'),
      rule: sameText('Cost below or from 100'),
      askedWith: 'cost',
      options: ['small', 'large'].map(option),
      cases: [
        { code: 'small', when: { question: 'cost', below: 100 } },
        { code: 'large', when: { question: 'cost', blank: false } },
      ],
    },
    {
      id: 'wide',
      label: sameText('Wide'),
      rule: sameText('Reach is far'),
      options: ['yes', 'no'].map(option),
      cases: [{ code: 'yes', when: { question: 'reach', is: 'far' } }],
      otherwise: 'no',
    },
  ],
  population: [{ id: 'member', label: sameText('Member'), options: ['yes', 'no'].map(option) }],
  rules: [
    {
      id: 'budgetAboveCost',
      level: 'error',
      when: { question: 'budget', aboveQuestion: 'cost' },
      questions: ['cost', 'budget'],
      text: sameText('Budget is above cost'),
    },
    {
      id: 'endBeforeStart',
      level: 'error',
      when: { question: 'from', aboveQuestion: 'to' },
      questions: ['from', 'to'],
      text: sameText('End is before start'),
    },
    {
      id: 'costChanged',
      level: 'warning',
      when: { question: 'cost', changedTimes: 10 },
      questions: ['cost'],
      text: sameText('Cost has changed'),
    },
    {
      id: 'farUnasked',
      level: 'info',
      when: {
        all: [
          { question: 'reach', is: 'far' },
          { question: 'asked', blank: true },
        ],
      },
      questions: ['asked'],
      text: sameText('Not asked'),
    },
  ],
});

/** Organisation numbers that can exist. */
export const organisationNumbers: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(8, 9), fc.integer({ min: 0, max: 9_999_999 }))
  .map(([first, rest]) => `${first}${String(rest).padStart(7, '0')}`)
  .map((eight) => Array.from({ length: 10 }, (_, digit) => `${eight}${digit}`).find(isOrganisationNumber) ?? '')
  .filter((orgnr) => orgnr !== '');

const bodyCodes = fc.oneof(
  organisationNumbers,
  fc.constantFrom(
    'KS',
    'kommune:0301',
    'fylke:11',
    'text:Universitetssykehuset Nord-Norge HF',
    'text:Foreningen Åpne data',
  ),
);

const writing = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(maxLength, 60) }),
    fc.lorem({ maxCount: 3 }),
  );
const codesOf = (question: { readonly options: readonly { readonly code: string }[] }) =>
  question.options.map(({ code }) => code);
const dates = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

const arbitraries: { [K in KindName]: (question: QuestionOf<K>, edition: Edition) => fc.Arbitrary<AnswerValue> } = {
  text: (question) => writing(question.maxLength),
  longText: (question) => writing(question.maxLength),
  email: () => fc.nat(9999).map((number) => `person${number}@agency.example`),
  single: (question) => fc.constantFrom(...codesOf(question)),
  multiple: (question) =>
    fc.subarray(codesOf(question), { minLength: 1, maxLength: question.atMost ?? question.options.length }),
  amount: () => fc.oneof(fc.constantFrom(0, 1, 10_000_000, 50_000_000), fc.nat(2_000_000_000)),
  date: () => dates,
  tags: (question) => fc.uniqueArray(writing(30), { minLength: 1, maxLength: question.atMost }),
  agency: () => organisationNumbers,
  ministry: () => fc.constantFrom('KMD', 'FIN', 'HOD', 'JD'),
  agencies: (question) => fc.uniqueArray(bodyCodes, { minLength: 1, maxLength: Math.min(question.atMost, 5) }),
  legalBasis: (question) =>
    fc.oneof(fc.constantFrom(...codesOf(question)), fc.constant('offentleglova § 23 første ledd')),
  fields: (_question, edition) =>
    fc.subarray(
      exemptable(edition).map(({ id }) => id),
      { minLength: 1 },
    ),
};

/** Valid answers to one question. */
export function answerFor(edition: Edition, question: Question): fc.Arbitrary<AnswerValue> {
  const arbitrary = arbitraries[question.kind] as (question: Question, edition: Edition) => fc.Arbitrary<AnswerValue>;
  return arbitrary(question, edition).filter((answer) => checkAnswer(edition, question, answer).length === 0);
}

function record(edition: Edition, wanted: (question: Question) => boolean, requiredKeys?: []): fc.Arbitrary<Answers> {
  const questions = questionsOf(edition).filter(wanted);
  const each = Object.fromEntries(questions.map((question) => [question.id, answerFor(edition, question)]));
  return fc.record(each, requiredKeys ? { requiredKeys } : {}) as fc.Arbitrary<Answers>;
}

/** Drafts: any of the questions answered, each answer valid, branching not respected. */
export function answersFor(edition: Edition): fc.Arbitrary<Answers> {
  return record(edition, (question) => !question.known, []);
}

/** Answers that may be submitted: everything required is there, no rule of level error holds. */
export function submittable(edition: Edition): fc.Arbitrary<Answers> {
  return fc
    .tuple(
      answersFor(edition),
      record(edition, (question) => question.required === true && !question.known),
    )
    .map(([some, required]) => askedAnswers(edition, { ...some, ...required }))
    .filter((answers) => checkSubmission(edition, answers).every(({ level }) => level !== 'error'));
}

/** Drafts where some answers are wrong: other types, unknown codes, unknown questions. */
export function messyAnswersFor(edition: Edition): fc.Arbitrary<Answers> {
  const junk = fc.oneof(
    fc.string(),
    fc.double(),
    fc.array(fc.string(), { maxLength: 5 }),
    fc.constantFrom('', '  ', 'yes', 'no', -1, 1.5, 1e20),
  );
  const ids = [...questionsOf(edition).map(({ id }) => id), 'notAQuestion'];
  const wrong = fc.dictionary(fc.constantFrom(...ids), junk, { maxKeys: 6, noNullPrototype: true });
  return fc.tuple(answersFor(edition), wrong).map(([answers, faults]) => ({ ...answers, ...faults }));
}

/** Measures with an owner and population facts. */
export function rowFor(edition: Edition, answers = answersFor(edition)): fc.Arbitrary<MeasureRow> {
  const population = Object.fromEntries(
    edition.population.map(({ id, options }) => [id, fc.constantFrom(...options.map(({ code }) => code))]),
  );
  const known = fc
    .tuple(
      record(edition, (question) => question.known === true),
      fc.record(population),
    )
    .map(([owner, facts]): Answers => ({ ...owner, ...facts }));
  return fc.record({ answers, known });
}
