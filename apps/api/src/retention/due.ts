import { isPilot, realYear } from '@samblikk/contract';
import { contactQuestions } from '@samblikk/questionnaire';
import { invitationsExpiredBefore, peopleUnseenSince } from '../access/index.ts';
import { replierNamesIn } from '../collaboration/index.ts';
import { errorReportsBefore } from '../error-reports/index.ts';
import { claimantNamesIn } from '../exemptions/index.ts';
import { importerNamesIn } from '../intake/index.ts';
import { deciderNamesIn } from '../measures/index.ts';
import { type Erasure, erasures } from '../platform/erasure/index.ts';
import { lettersBefore } from '../platform/mail/index.ts';
import { authorNamesIn, contactAnswersIn } from '../responses/index.ts';
import { agencyNamesIn, editionOfRound, mailboxesIn, type RoundRow } from '../rounds/index.ts';
import { judgeNamesBefore } from '../verdicts/index.ts';
import {
  type ErasedKind,
  laterRounds,
  yearsAtMost,
  yearsOfErrorReports,
  yearsOfInvitations,
  yearsOfLetters,
  yearsOfVerdicts,
  yearsUnseen,
} from './schedule.ts';

/** How long the contacts and names of a round are kept. */
export interface RoundTime {
  readonly year: number;
  readonly over: boolean;
  /** Later rounds that must close before its time is over; 0 when none. */
  readonly laterRounds: number;
  readonly atLatest: Date | null;
}

type DatedRound = Pick<RoundRow, 'year' | 'state' | 'deadline'>;

/** Whether the time of a round's contacts and names is over: two later ones have closed, or ten years have passed. */
export function timeOf(round: DatedRound, rounds: readonly DatedRound[], now: Date): RoundTime {
  const closedLater = rounds.filter(
    ({ year, state }) => !isPilot(year) && year > realYear(round.year) && state === 'closed',
  ).length;
  const missing = Math.max(0, laterRounds - closedLater);
  const atLatest = round.deadline && yearsFrom(round.deadline, yearsAtMost);
  const over = missing === 0 || (atLatest !== null && atLatest <= now);
  return { year: round.year, over, laterRounds: missing, atLatest };
}

/** Something that is to be erased at a moment. */
export interface DueErasure extends Erasure {
  readonly kind: ErasedKind;
  readonly year: number | null;
}

/** Everything whose time is over at a moment; what was erased already counts no rows. */
export function dueErasures(rounds: readonly RoundRow[], now: Date): DueErasure[] {
  const over = rounds.filter((round) => timeOf(round, rounds, now).over);
  const before = (years: number) => yearsFrom(now, -years);
  return [
    ...over.flatMap((round) => [
      { kind: 'contacts' as const, year: round.year, ...contactsOf(round) },
      { kind: 'names' as const, year: round.year, ...namesOf(round) },
    ]),
    { kind: 'letters', year: null, ...lettersBefore(before(yearsOfLetters)) },
    { kind: 'people', year: null, ...peopleUnseenSince(before(yearsUnseen)) },
    { kind: 'invitations', year: null, ...invitationsExpiredBefore(before(yearsOfInvitations)) },
    { kind: 'verdicts', year: null, ...judgeNamesBefore(before(yearsOfVerdicts)) },
    { kind: 'errorReports', year: null, ...errorReportsBefore(before(yearsOfErrorReports)) },
  ];
}

const contactsOf = (round: RoundRow): Erasure =>
  erasures([contactAnswersIn(round.id, contactQuestions(editionOfRound(round))), mailboxesIn(round.id)]);

const namesOf = ({ id }: RoundRow): Erasure =>
  erasures([
    authorNamesIn(id),
    agencyNamesIn(id),
    deciderNamesIn(id),
    replierNamesIn(id),
    claimantNamesIn(id),
    importerNamesIn(id),
  ]);

function yearsFrom(moment: Date, years: number): Date {
  const date = new Date(moment);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date;
}
