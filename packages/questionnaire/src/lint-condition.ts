import { answerSchema } from './check.ts';
import { questionsRead } from './condition.ts';
import { type Condition, type Edition, findQuestion } from './definition.ts';
import { kindOf } from './kinds/index.ts';

/** What is wrong with an edition, said to the one who edits it. An `error` must be mended before the edition is used. */
export interface Finding {
  readonly level: 'error' | 'warning';
  /** Where: a question, variable, rule or part of the edition. */
  readonly where: string;
  /** What is wrong and what to do, in bokmål. */
  readonly text: string;
}

/** Adds a finding. */
export type Say = (level: Finding['level'], where: string, text: string) => void;

/** A condition reads questions that exist, for codes they have, in a way their kind of answer allows. */
export function checkCondition(edition: Edition, condition: Condition, where: string, say: Say): void {
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any;
    if (parts.length === 0) say('error', where, 'Vilkåret har en tom liste av delvilkår. Fyll den eller fjern den.');
    for (const part of parts) checkCondition(edition, part, where, say);
    return;
  }
  if ('not' in condition) {
    checkCondition(edition, condition.not, where, say);
    return;
  }
  const question = findQuestion(edition, condition.question);
  for (const id of questionsRead(condition)) {
    if (!findQuestion(edition, id)) say('error', where, `Vilkåret ser på «${id}», som ikke finnes. Rett id-en.`);
  }
  if (!question) return;
  const kind = kindOf(question);
  const codes = codesIn(condition);
  const listed = kind.choices(question).map(({ code }) => code);
  if (codes.length > 0 && kind.categories(question)) {
    for (const code of codes.filter((one) => !listed.includes(one))) {
      say('error', where, `Vilkåret ser etter svaret «${code}» på «${question.id}», som ikke har det. Rett koden.`);
    }
  }
  const fits = (allowed: boolean, text: string) => allowed || say('error', where, `«${question.id}»: ${text}`);
  if ('is' in condition || 'in' in condition) fits(!kind.several, 'flere svar er mulige. Bruk «includes» i vilkåret.');
  if ('includes' in condition) fits(kind.several, 'bare ett svar er mulig. Bruk «is» eller «in» i vilkåret.');
  if ('below' in condition || 'above' in condition || 'changedTimes' in condition) {
    fits(kind.unit !== undefined, 'svaret er ikke et tall. Grenser kan bare settes for tall.');
  }
  if ('before' in condition) {
    const takes = (answer: string) => answerSchema(edition, question).safeParse(answer).success;
    fits(
      takes(condition.before) && !takes('words'),
      '«before» er ikke en dato, eller svaret er det ikke. Rett vilkåret.',
    );
  }
  if ('aboveQuestion' in condition) {
    const other = findQuestion(edition, condition.aboveQuestion);
    fits(
      !other || other.kind === question.kind,
      `kan ikke sammenlignes med «${condition.aboveQuestion}», som har en annen slags svar.`,
    );
  }
}

function codesIn(condition: Condition): readonly string[] {
  if ('is' in condition) return [condition.is];
  if ('in' in condition) return condition.in;
  return 'includes' in condition ? [condition.includes] : [];
}
