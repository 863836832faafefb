import type { ClaimView, MeasureClaimsView } from '@samblikk/contract';
import {
  type Answers,
  type Edition,
  findQuestion,
  groundsOf,
  inAll,
  kindOf,
  type Names,
  type Question,
  questionsOf,
  type Text,
} from '@samblikk/questionnaire';
import type { StandingClaim } from './state.ts';
import type { MeasureClaims } from './store.ts';

const whole: Text = { nb: 'Hele tiltaket', nn: 'Heile tiltaket', en: 'The whole measure' };

const noNames: Names = { agency: () => undefined, ministry: () => undefined };

function shown(edition: Edition, question: Question | undefined, answers: Answers, names: Names): Text | null {
  const answer = question && answers[question.id];
  if (question === undefined || answer === undefined) return null;
  return inAll((language) => kindOf(question).show(question, answer, language, names, edition));
}

/** A claim as it is read: the field and the legal basis in words, and all that was said. */
export function claimView(edition: Edition, answers: Answers, claim: StandingClaim): ClaimView {
  const question = claim.field === null ? undefined : findQuestion(edition, claim.field);
  return {
    field: claim.field,
    label: question ? (question.name ?? question.label) : whole,
    basis: shown(edition, groundsOf(edition).basis, answers, noNames),
    expires: claim.expires,
    grounds: claim.grounds,
    state: claim.state,
    history: claim.history.map(({ step, words, until, at, byName, year }) => ({
      ...{ step, words, until, year },
      ...{ at: at.toISOString(), by: byName },
    })),
  };
}

/** @param values whether whoever asks may read the exempt answers */
export function measureClaimsView(
  edition: Edition,
  { measureId, number, title, orgnr, name, answers, claims }: MeasureClaims,
  { values, names }: { readonly values: boolean; readonly names: Names },
): MeasureClaimsView {
  const question = (id: string | null) => questionsOf(edition).find((one) => one.id === id);
  // What a measure withheld whole is called is an exempt answer too.
  const closed = claims.some(({ field }) => field === null || field === edition.roles.title);
  return {
    measure: measureId,
    number,
    title: closed && !values ? null : title,
    orgnr,
    agency: name,
    claims: claims.map((claim) => ({
      ...claimView(edition, answers, claim),
      value: values ? shown(edition, question(claim.field), answers, names) : null,
    })),
  };
}
