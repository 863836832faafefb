import { isPilot } from '@samblikk/contract';
import { type Answers, claimsIn, type Edition, type ExemptionClaim, groundsKey } from '@samblikk/questionnaire';
import type { exemptionStep } from './schema.ts';

export type StepRow = typeof exemptionStep.$inferSelect & { readonly year: number };

/**
 * Where a claim stands. `undecided`, `asked` and `answered` wait for someone; `accepted` holds; `refused` is closed until the
 * agency has had its time to answer; `expired` and `lapsed` (refused, and the time is over) are open in releases made since.
 */
export type ClaimState = 'undecided' | 'asked' | 'answered' | 'accepted' | 'expired' | 'refused' | 'lapsed';

export interface StandingClaim extends ExemptionClaim {
  readonly grounds: string;
  readonly state: ClaimState;
  /** The step that holds; undefined while undecided. */
  readonly step: StepRow | undefined;
  /** All that was said of this field of the measure, also on other grounds, oldest first. */
  readonly history: readonly StepRow[];
}

/** The round a claim is made in, as far as it decides what earlier decisions hold. */
export interface ClaimRound {
  readonly id: string;
  readonly opensAt: Date | null;
}

/**
 * The claims in the answers of a measure, each with where it stands on a day in Norway. A decision of an earlier round goes
 * along only when it was an acceptance still in force when this round opened, of the same field on the same grounds.
 * @param steps those of the measure, oldest first
 */
export function standingClaims(
  edition: Edition,
  answers: Answers,
  steps: readonly StepRow[],
  round: ClaimRound,
  today: string,
): StandingClaim[] {
  return claimsIn(edition, answers).map((claim) => {
    const grounds = groundsKey(claim);
    // What was decided in a pilot was decided of that alone.
    const history = steps.filter(
      ({ field, roundId, year }) => field === claim.field && (roundId === round.id || !isPilot(year)),
    );
    const same = history.filter((step) => step.grounds === grounds);
    const step = same.filter(({ roundId }) => roundId === round.id).at(-1) ?? carried(same.at(-1), round);
    return { ...claim, grounds, step, history, state: stateOf(step, today) };
  });
}

function carried(step: StepRow | undefined, { opensAt }: ClaimRound): StepRow | undefined {
  if (step?.step !== 'accepted') return undefined;
  const opened = opensAt?.toISOString().slice(0, 10);
  return step.until === null || opened === undefined || step.until >= opened ? step : undefined;
}

function stateOf(step: StepRow | undefined, today: string): ClaimState {
  if (!step) return 'undecided';
  const over = step.until !== null && step.until < today;
  if (step.step === 'accepted') return over ? 'expired' : 'accepted';
  if (step.step === 'refused') return over ? 'lapsed' : 'refused';
  return step.step;
}

/** Whether a claim waits for Digdir. */
export const isToDecide = ({ state }: Pick<StandingClaim, 'state'>): boolean =>
  state === 'undecided' || state === 'answered';

/** Whether a claim waits for the agency. */
export const isAwaited = ({ state }: Pick<StandingClaim, 'state'>): boolean => state === 'asked' || state === 'refused';

/** What no longer holds, and is open in a release made now. Nothing undecided ever is. */
export function openedIn(claims: readonly StandingClaim[]): ReadonlySet<string | null> {
  return new Set(claims.filter(({ state }) => state === 'expired' || state === 'lapsed').map(({ field }) => field));
}
