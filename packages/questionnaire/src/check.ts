import * as z from 'zod/mini';
import { walk } from './asked.ts';
import { holds, questionsRead } from './condition.ts';
import {
  type Answers,
  type AnswerValue,
  type Edition,
  findQuestion,
  type Question,
  questionsOf,
  type Rule,
} from './definition.ts';
import { kindOf } from './kinds/index.ts';
import type { Problem } from './kinds/kind.ts';
import { personalDataIn } from './personal-data.ts';

/** Something to say about an answer, as data; `issueText` has the words. Only an `error` stops anything. */
export interface Issue {
  readonly question: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly level: 'error' | 'warning' | 'info';
}

/** What a rule's issue is called: `rule.` and the rule's id. */
export const rulePrefix = 'rule.';

/** The rule that an issue comes from; undefined when it comes from none. */
export function ruleOf(edition: Edition, { code }: Pick<Issue, 'code'>): Rule | undefined {
  return edition.rules.find(({ id }) => code === rulePrefix + id);
}

/** The warning that a question with `askAnew`, answered last year, is blank this year. */
const askedAnewCode = 'askedAnew';

/** The questions that wait for this year's answer: said of them, and no reason given why they are left blank. */
export function waitingAnew(issues: readonly (Issue & { readonly reason?: string | undefined })[]): string[] {
  return issues.filter(({ code, reason }) => code === askedAnewCode && reason === undefined).map((one) => one.question);
}

/** Whether an issue asks for an answer that is missing, and not whether one is right. */
export function asksForAnswer(edition: Edition, issue: Issue): boolean {
  return issue.code === askedAnewCode || ruleOf(edition, issue)?.asksFor === 'answer';
}

/** Whether an issue tells only of questions that someone sees: that of a rule tells of all that the rule reads. */
export function tellsOnlyOf(edition: Edition, issue: Issue, sees: (question: string) => boolean): boolean {
  const rule = ruleOf(edition, issue);
  const read = rule ? questionsRead(rule.when) : [];
  return [issue.question, ...read].every((id) => sees(id) || findQuestion(edition, id)?.known === true);
}

const schemas = new WeakMap<Edition, z.ZodMiniType<Answers>>();
const answerSchemas = new WeakMap<Question, z.ZodMiniType>();

/** The schema of one valid answer, made once. */
export function answerSchema(edition: Edition, question: Question): z.ZodMiniType {
  let schema = answerSchemas.get(question);
  if (!schema) {
    schema = kindOf(question).answer(question, edition);
    answerSchemas.set(question, schema);
  }
  return schema;
}

/**
 * The schema of a draft: every question that is asked of people, each optional, no others. Carries titles and
 * descriptions in bokmål for the API description. Turn its errors into issues with `issuesOf`.
 */
export function answersSchema(edition: Edition): z.ZodMiniType<Answers> {
  let schema = schemas.get(edition);
  if (!schema) {
    const asked = questionsOf(edition).filter((question) => !question.known);
    schema = z.strictObject(Object.fromEntries(asked.map((question) => [question.id, described(edition, question)])), {
      error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknownQuestion' : 'wrongType'),
    }) as unknown as z.ZodMiniType<Answers>;
    schemas.set(edition, schema);
  }
  return schema;
}

function described(edition: Edition, question: Question): z.ZodMiniType {
  const { label, help, number } = question;
  const options = kindOf(question).choices(question);
  const listed =
    options.length === 0 ? [] : [options.map((option) => `${option.code}: ${option.label.nb}`).join(' · ')];
  const description = [...(number ? [`Spørsmål ${number}.`] : []), ...(help ? [help.nb] : []), ...listed].join(' ');
  const schema = answerSchema(edition, question).clone();
  return z.optional(schema.register(z.globalRegistry, { title: label.nb, ...(description && { description }) }));
}

/** The issues in an error of `answersSchema`. */
export function issuesOf(error: z.core.$ZodError): Issue[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => errorAt(key, { code: 'unknownQuestion' }));
    return [errorAt(String(issue.path[0] ?? ''), problemOf(issue))];
  });
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  return {
    code: issue.message,
    params: {
      ...(issue.code === 'too_big' && { max: Number(issue.maximum) }),
      ...(issue.code === 'too_small' && { min: Number(issue.minimum) }),
      ...(issue.code === 'custom' && issue.params),
    },
  };
}

function errorAt(question: string, { code, params = {} }: Problem): Issue {
  return { question, code, params, level: 'error' };
}

/** What is wrong with one answer; the same problem is said once. */
export function checkAnswer(edition: Edition, question: Question, answer: unknown): Issue[] {
  const result = answerSchema(edition, question).safeParse(answer);
  if (result.success) return [];
  const problems = new Map(result.error.issues.map((issue) => [JSON.stringify(problemOf(issue)), problemOf(issue)]));
  return [...problems.values()].map((problem) => errorAt(question.id, problem));
}

/** Checks a draft: each present answer is valid, whether its question is asked or not. Says nothing of missing ones. */
export function checkDraft(edition: Edition, answers: Answers): Issue[] {
  return Object.entries(answers).flatMap(([id, answer]) => {
    const question = findQuestion(edition, id);
    if (!question || question.known) return [errorAt(id, { code: 'unknownQuestion' })];
    return checkAnswer(edition, question, answer);
  });
}

/** What a check may look back on. */
export interface CheckContext {
  /** Last year's answers to the same measure. */
  readonly previous?: Answers | undefined;
  /** What is known about the owner; conditions may read it. */
  readonly known?: Answers | undefined;
}

/**
 * Checks a measure that is to be submitted: asked answers only, each valid, none missing that is required, and all rules.
 * What is asked anew each year and was answered last year is remarked when it is blank: it was never filled in for anyone.
 * Known questions are never required from the answers.
 */
export function checkSubmission(edition: Edition, answers: Answers, context: CheckContext = {}): Issue[] {
  const walked = walk(edition, { ...answers, ...context.known });
  const questions = questionsOf(edition).filter((question) => walked.asked.has(question.id) && !question.known);
  const issues: Issue[] = [];
  const personal: Issue[] = [];
  for (const question of questions) {
    const answer = walked.answered[question.id];
    if (answer === undefined) {
      issues.push(...blank(question, context));
      continue;
    }
    const wrong = checkAnswer(edition, question, answer);
    issues.push(...wrong);
    if (wrong.length === 0) personal.push(...personalData(question, answer));
  }
  return [...issues, ...personal, ...rulesOver(edition, walked, context.previous)];
}

/** What there is to say of a question that is asked and not answered. */
function blank(question: Question, { previous }: CheckContext): Issue[] {
  if (question.required) return [errorAt(question.id, { code: 'required' })];
  if (!question.askAnew || previous?.[question.id] === undefined) return [];
  return [{ question: question.id, code: askedAnewCode, params: {}, level: 'warning' }];
}

/** Points out what reaches a person in words that may become public. Identity numbers are not let in at all: see `writtenText`. */
function personalData(question: Question, answer: AnswerValue): Issue[] {
  const words = question.closed ? undefined : kindOf(question).ownWords?.(answer);
  return personalDataIn(words ?? '').map(({ code, found }) => ({
    ...{ question: question.id, code, params: { found } },
    level: 'warning' as const,
  }));
}

/** The cross-question rules that apply, one issue for each asked question they name. */
export function checkRules(edition: Edition, answers: Answers, { previous, known }: CheckContext = {}): Issue[] {
  return rulesOver(edition, walk(edition, { ...answers, ...known }), previous);
}

function rulesOver(
  edition: Edition,
  { asked, answered }: ReturnType<typeof walk>,
  previous: Answers | undefined,
): Issue[] {
  return edition.rules
    .filter((rule) => holds(rule.when, answered, previous))
    .flatMap((rule) =>
      rule.questions
        .filter((id) => asked.has(id))
        .map((question) => ({ question, code: rulePrefix + rule.id, params: {}, level: rule.level })),
    );
}
