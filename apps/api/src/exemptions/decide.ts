import { type ExemptionClaim, groundsKey } from '@samblikk/questionnaire';
import { osloDay } from '@samblikk/text';
import { v7 as uuid } from 'uuid';
import { lockMeasure, type MeasureInRound } from '../measures/index.ts';
import { record } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type Actor, auditName } from '../platform/signed/index.ts';
import { submittedAnswers } from '../responses/index.ts';
import { type ExemptionStep, exemptionStep } from './schema.ts';
import { isAwaited, type StandingClaim, standingClaims } from './state.ts';
import { stepsAbout } from './store.ts';

/** How long an agency has to answer a refusal, in days, unless it is given longer. */
export const daysToAnswer = 14;

export interface Decision {
  readonly field: string | null;
  /** What the claim rested on when it was looked at (`groundsKey`). */
  readonly grounds: string;
  readonly step: Exclude<ExemptionStep, 'answered'>;
  readonly words?: string | undefined;
  readonly until?: string | null | undefined;
}

interface By {
  readonly actor: Actor;
  readonly now: Date;
}

/**
 * Says of a claim in what was last sent in that it is accepted, refused or asked about.
 * @throws ApiError notFound; claimChanged when the agency claims something else by now; exemptionAtFault when words or a day lack
 */
export async function decideClaim(tx: Transaction, of: MeasureInRound, decision: Decision, by: By): Promise<void> {
  const claim = await claimOf(tx, of, decision.field, by.now);
  if (claim?.grounds !== decision.grounds) throw new ApiError('claimChanged');
  const { step, words } = decision;
  if (step !== 'accepted' && !words) throw new ApiError('exemptionAtFault', { detail: 'exemptionNeedsWords' });
  await write(tx, of, claim, { step, words, until: lastDay(decision, by.now) }, by);
}

/** The agency’s answer to a refusal or a question. @throws ApiError notFound; alreadyDone when nothing waits for it */
export async function answerClaim(
  tx: Transaction,
  of: MeasureInRound,
  { field, words }: { readonly field: string | null; readonly words: string },
  by: By,
): Promise<void> {
  const claim = await claimOf(tx, of, field, by.now);
  if (!claim || !isAwaited(claim)) throw new ApiError('alreadyDone');
  await write(tx, of, claim, { step: 'answered', words, until: null }, by);
}

/** The last day a decision holds. A refusal gives the agency its time, whatever is written. */
function lastDay({ step, until }: Decision, now: Date): string | null {
  if (step === 'asked') return null;
  const today = osloDay(now);
  if (step === 'accepted') {
    if (until != null && until < today) throw new ApiError('exemptionAtFault', { detail: 'exemptionEndsBefore' });
    return until ?? null;
  }
  const earliest = osloDay(new Date(now.getTime() + daysToAnswer * 86_400_000));
  if (until != null && until < earliest)
    throw new ApiError('exemptionAtFault', { detail: ['exemptionAnswerBy', { day: earliest }] });
  return until ?? earliest;
}

async function claimOf(
  tx: Transaction,
  of: MeasureInRound,
  field: string | null,
  now: Date,
): Promise<StandingClaim | undefined> {
  await lockMeasure(tx, of.measure.id, of.round.id);
  const claims = await claimsOf(tx, of, now);
  return claims.find((claim) => claim.field === field);
}

/** What is claimed of a measure as it was last sent in; nothing of one that never was. */
export async function claimsOf(
  db: Transaction,
  { measure, round, edition }: MeasureInRound,
  now: Date,
): Promise<StandingClaim[]> {
  const answers = await submittedAnswers(db, measure.id, round.id);
  if (!answers) return [];
  const steps = await stepsAbout(db, { measureId: measure.id });
  return standingClaims(edition, answers, steps.get(measure.id) ?? [], round, osloDay(now));
}

async function write(
  tx: Transaction,
  { measure, round }: MeasureInRound,
  claim: ExemptionClaim,
  said: { readonly step: ExemptionStep; readonly words?: string | undefined; readonly until: string | null },
  { actor, now }: By,
): Promise<void> {
  const { step, until, words = null } = said;
  const { field } = claim;
  await tx.insert(exemptionStep).values({
    ...{ id: uuid(), measureId: measure.id, roundId: round.id, field, grounds: groundsKey(claim), step, words, until },
    ...{ at: now, byId: actor.personId ?? null, byName: actor.name },
  });
  const event = { actor: auditName(actor), action: 'exemption.said', subject: `measure:${measure.id}` } as const;
  await record(tx, { ...event, details: { year: round.year, field, step, until } }, now);
}
