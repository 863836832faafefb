import { askedAnswers } from './asked.ts';
import type { Answers, Edition, Question } from './definition.ts';
import { kindOf } from './kinds/index.ts';
import { exemptable, openedByPublication } from './publish.ts';

/** One thing that an agency says must not be published, and why. */
export interface ExemptionClaim {
  /** The question whose answer is exempt; null: the measure as a whole. */
  readonly field: string | null;
  /** The answer about the legal basis: codes of the list, or words. */
  readonly basis: string | null;
  /** The day the agency says that the exemption ends. */
  readonly expires: string | null;
}

/** The question about the legal basis of an exemption, and the one about the day it ends, where an edition asks them. */
export function groundsOf(edition: Edition): { readonly basis?: Question; readonly expires?: Question } {
  const { exemptFields } = edition.publication;
  const grounds = openedByPublication(edition).filter(({ id }) => id !== exemptFields);
  const [expires] = grounds.filter((question) => kindOf(question).days);
  const [basis] = grounds.filter((question) => question !== expires);
  return { ...(basis && { basis }), ...(expires && { expires }) };
}

/** What an agency has claimed of a measure: each answer by itself, or the whole. Nothing before it is said. */
export function claimsIn(edition: Edition, answers: Answers): ExemptionClaim[] {
  const { question, whole, inPart, exemptFields } = edition.publication;
  const asked = askedAnswers(edition, answers);
  const choice = asked[question];
  if (typeof choice !== 'string' || whole.includes(choice)) return [];
  const said = (about: Question | undefined) => {
    const answer = about && asked[about.id];
    return typeof answer === 'string' ? answer : null;
  };
  const { basis, expires } = groundsOf(edition);
  const grounds = { basis: said(basis), expires: said(expires) };
  const listed = exemptFields === undefined ? undefined : asked[exemptFields];
  const known = new Set(exemptable(edition).map(({ id }) => id));
  if (inPart.includes(choice) && Array.isArray(listed) && listed.every((id) => known.has(id)))
    return listed.map((field) => ({ field, ...grounds }));
  return [{ field: null, ...grounds }];
}

/** What a claim rests on, as a key: when the agency says something else, it is another claim, and is decided anew. */
export const groundsKey = ({ basis, expires }: ExemptionClaim): string => JSON.stringify([basis, expires]);

/**
 * The answers as they are published once these claims no longer hold: the claims are taken out of them, and when none is
 * left, the measure is public whole.
 */
export function withOpened(edition: Edition, answers: Answers, opened: ReadonlySet<string | null>): Answers {
  const claims = claimsIn(edition, answers);
  const left = claims.filter(({ field }) => !opened.has(field));
  if (left.length === claims.length) return answers;
  const { question, whole, exemptFields } = edition.publication;
  if (left.length > 0 && exemptFields !== undefined)
    return { ...answers, [exemptFields]: left.flatMap(({ field }) => field ?? []) };
  const grounds = new Set(openedByPublication(edition).map(({ id }) => id));
  const rest = Object.entries(answers).filter(([id]) => !grounds.has(id));
  return { ...Object.fromEntries(rest), [question]: whole[0] as string };
}
