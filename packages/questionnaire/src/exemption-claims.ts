import { askedAnswers } from './asked.ts';
import { questionsRead } from './condition.ts';
import { type Answers, type Edition, type Question, questionsOf } from './definition.ts';
import { exemptable } from './publish.ts';

/** One thing that an agency says must not be published, and why. */
export interface ExemptionClaim {
  /** The question whose answer is exempt; null: the measure as a whole. */
  readonly field: string | null;
  /** The answer about the legal basis: codes of the list, or words. */
  readonly basis: string | null;
  /** The day the agency says that the exemption ends. */
  readonly expires: string | null;
}

/** The questions that the one about publication opens: which fields, on what basis, and until when. */
function groundsOf(edition: Edition): readonly Question[] {
  const { question } = edition.publication;
  return questionsOf(edition).filter(({ showIf }) => showIf && questionsRead(showIf).includes(question));
}

/** What an agency has claimed of a measure: each answer by itself, or the whole. Nothing before it is said. */
export function claimsIn(edition: Edition, answers: Answers): ExemptionClaim[] {
  const { question, whole, inPart, exemptFields } = edition.publication;
  const asked = askedAnswers(edition, answers);
  const choice = asked[question];
  if (typeof choice !== 'string' || whole.includes(choice)) return [];
  const said = (kind: Question['kind']) => {
    const answer = asked[groundsOf(edition).find((one) => one.kind === kind)?.id ?? ''];
    return typeof answer === 'string' ? answer : null;
  };
  const grounds = { basis: said('legalBasis'), expires: said('date') };
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
  const grounds = new Set(groundsOf(edition).map(({ id }) => id));
  const rest = Object.entries(answers).filter(([id]) => !grounds.has(id));
  return { ...Object.fromEntries(rest), [question]: whole[0] as string };
}
