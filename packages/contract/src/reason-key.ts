import { rulePrefix } from '@samblikk/questionnaire';

/** The key of the reason why a warning does not matter: a rule has one for all its questions, other warnings one each. */
export function reasonKey(issue: { question: string; code: string }): string {
  return issue.code.startsWith(rulePrefix) ? issue.code : `${issue.question}.${issue.code}`;
}
