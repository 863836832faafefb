import type { MessageKind, SkipReason } from '@samblikk/contract';
import type { Text } from '@samblikk/questionnaire';
import { nameOf } from '../directory/index.ts';
import { measureCounts } from '../measures/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { lastSaved, lastSubmitted } from '../responses/index.ts';
import {
  declined,
  type PopulationRow,
  populationOf,
  type RoundRow,
  reopeningsIn,
  takesAnswers,
} from '../rounds/index.ts';
import { type Waiting, waitingIn } from './waiting.ts';

/** How an agency stands in a round, for what is written to it. */
export interface Standing {
  readonly agencyId: string;
  readonly orgnr: string;
  readonly name: Text;
  readonly contactEmail: string | null;
  readonly submitted: boolean;
  /** It has said that it will not answer. */
  readonly declined: boolean;
  readonly measures: number;
  readonly savedAt: Date | null;
  /** The agency's own last moment, where it has been given one. */
  readonly until: Date | null;
  /** What staff have asked, proposed or refused, and that waits for it, and what soon becomes public; the first due first. */
  readonly questions: readonly Waiting[];
}

/** How every agency that a round asks stands. */
export async function standingsIn(db: Database | Transaction, round: RoundRow, now: Date): Promise<Standing[]> {
  const agencies = await populationOf(db, round.id);
  const submitted = await lastSubmitted(db, round.id);
  const counts = await measureCounts(db, round.id);
  const saved = await lastSaved(db, round.id);
  const moreTime = await reopeningsIn(db, round.id);
  const saidNo = await declined(db, round.id);
  const questions = await waitingIn(db, round, now);
  return agencies.map((agency: PopulationRow) => {
    const { agencyId, orgnr, contactEmail } = agency;
    const until = moreTime.get(agencyId)?.until;
    return {
      ...{ agencyId, orgnr, contactEmail, name: nameOf(agency) },
      submitted: submitted.has(agencyId),
      declined: saidNo.has(agencyId),
      measures: counts.get(agencyId) ?? 0,
      savedAt: saved.get(agencyId) ?? null,
      until: until ? new Date(until) : null,
      questions: questions.filter((one) => one.agencyId === agencyId),
    };
  });
}

/** Letters that ask for an answer: they stop when the agency has submitted. */
export const aboutAnswering: readonly MessageKind[] = ['invitation', 'reminder', 'nudge', 'lastNotice'];

/** Someone who saved so lately is at it, and is not nudged. */
const lately = 3 * 24 * 60 * 60_000;

/** Why an agency as it stands is not to have a letter of this kind; undefined when it is. Whether it can be reached is asked elsewhere. */
export function reasonAgainst(
  kind: MessageKind,
  round: RoundRow,
  { submitted, declined: saidNo, savedAt, until, questions }: Standing,
  now: Date,
): SkipReason | undefined {
  if (kind === 'thanks') return submitted ? undefined : 'notSubmitted';
  if (kind === 'queries') return questions.length > 0 ? undefined : 'noQuestions';
  if (submitted) return 'submitted';
  if (saidNo) return 'declined';
  // Before it opens, one may look at what will be sent.
  if (round.state !== 'planned' && !takesAnswers({ ...round, reopenedUntil: until }, now)) return 'closed';
  const active = savedAt !== null && now.getTime() - savedAt.getTime() < lately;
  return kind === 'nudge' && active ? 'activeNow' : undefined;
}
