import { askedAnswers } from './asked.ts';
import { holds } from './condition.ts';
import type { Answers, DerivedVariable, Edition } from './definition.ts';

/** The codes of the derived variables that have one, computed from the asked answers. */
export function derive(edition: Edition, answers: Answers): Record<string, string> {
  const asked = askedAnswers(edition, answers);
  const codes: Record<string, string> = {};
  for (const variable of edition.derived) {
    const code = deriveOne(variable, asked);
    if (code !== undefined) codes[variable.id] = code;
  }
  return codes;
}

/** The code of one derived variable: the first case that holds, or `otherwise`, or blank. */
export function deriveOne(variable: DerivedVariable, asked: Answers): string | undefined {
  return variable.cases.find(({ when }) => holds(when, asked))?.code ?? variable.otherwise;
}
