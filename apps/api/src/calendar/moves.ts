import type { CalendarEvent, CalendarOutcome, MessageKind, ReleaseReason } from '@samblikk/contract';
import { formatDate } from '@samblikk/text';
import { isSendable, planMessages, sendMessages } from '../messages/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import type { MailContext } from '../platform/mail/index.ts';
import { freezeRound, latestRelease, openEnded, releases } from '../releases/index.ts';
import { changeRound, populationOf, type RoundRow, takesAnswers } from '../rounds/index.ts';
import { type DueEvent, eventsOf } from './events.ts';

/** The calendar, as the audit names it. */
export const actor = 'system:calendar';

/** What became of an event, and how many letters went out with it. */
export interface Done {
  readonly outcome: CalendarOutcome;
  readonly letters: number;
}

/** The letters that go out with an event. */
export const lettersWith: Readonly<Record<CalendarEvent, MessageKind | undefined>> = {
  open: 'invitation',
  reminder: 'reminder',
  deadline: 'lastNotice',
  close: undefined,
  freeze: undefined,
  publish: 'thanks',
  snapshot: undefined,
  expiry: undefined,
};

/**
 * What would become of an event at a moment, as things are. A letter whose successor is due as well is no use to anyone: it has
 * passed.
 * @param state the round's, as it would be then
 */
export async function outcomeOf(
  db: Database | Transaction,
  round: RoundRow,
  { event, dueAt }: DueEvent,
  now: Date,
): Promise<CalendarOutcome> {
  switch (event) {
    case 'open':
      if (round.state !== 'planned') return 'already';
      return (await populationOf(db, round.id)).length === 0 ? 'noPopulation' : 'done';
    case 'close':
      return round.state === 'open' ? 'done' : 'already';
    case 'freeze':
      if (await latestRelease(db, round.id)) return 'already';
      return (await populationOf(db, round.id)).some(({ answered }) => answered) ? 'done' : 'noAnswers';
    case 'publish':
      return (await releases(db, now, { year: round.year })).length > 0 ? 'done' : 'notPublic';
    // Beside what is there: before the first release there is nothing to bring up to date.
    case 'snapshot':
      return (await latestRelease(db, round.id)) ? 'done' : 'notPublic';
    // What is not to be opened is not due.
    case 'expiry':
      return 'done';
    case 'reminder':
    case 'deadline': {
      const next = eventsOf(round).find(
        (one) => one.dueAt > dueAt && ['reminder', 'deadline', 'close'].includes(one.event),
      );
      if (next && next.dueAt <= now) return 'passed';
      return takesAnswers(round, now) ? 'done' : 'notOpen';
    }
  }
}

/** Whether there is anything left for an event to do: people may have closed or frozen the round by hand before its moment. */
export async function stillComes(db: Database | Transaction, round: RoundRow, { event }: DueEvent): Promise<boolean> {
  switch (event) {
    case 'open':
      return round.state === 'planned';
    case 'reminder':
    case 'deadline':
    case 'close':
      return round.state !== 'closed';
    case 'freeze':
      return !(await latestRelease(db, round.id));
    case 'publish':
    case 'snapshot':
    case 'expiry':
      return true;
  }
}

/** Who holds a snapshot back until staff publish it, as they read it. */
const holder = 'Kalenderen';

/** Why a snapshot is made, for everyone to read. */
function snapshotReason({ dueAt }: DueEvent): ReleaseReason {
  const day = dueAt.toISOString();
  return {
    nb: `Øyeblikksbilde per ${formatDate(day, 'nb')}: det virksomhetene har sendt inn av oppdateringer siden forrige utgave.`,
    nn: `Augeblinksbilete per ${formatDate(day, 'nn')}: det verksemdene har sendt inn av oppdateringar sidan førre utgåve.`,
    en: `Snapshot as of ${formatDate(day, 'en')}: the updates that agencies have submitted since the release before.`,
  };
}

/** Does what an event asks for. A freeze makes the first release of a round, and takes minutes; what comes later is a snapshot, or opens what is exempt no longer. */
export async function move(
  tx: Transaction,
  mailContext: MailContext,
  round: RoundRow,
  due: DueEvent,
  now: Date,
): Promise<Done> {
  const outcome = await outcomeOf(tx, round, due, now);
  if (outcome !== 'done') return { outcome, letters: 0 };
  const { event } = due;
  if (event === 'snapshot') {
    const held = round.holdSnapshots ? { heldBy: holder } : {};
    const frozen = await freezeRound(tx, { year: round.year, actor, now, reason: snapshotReason(due), ...held });
    return { outcome: frozen.created ? 'done' : 'already', letters: 0 };
  }
  if (event === 'freeze' || event === 'expiry') {
    if (event === 'freeze') await freezeRound(tx, { year: round.year, actor, now });
    else await openEnded(tx, round, { actor, now });
    return { outcome, letters: 0 };
  }
  const state = event === 'open' ? 'open' : event === 'close' ? 'closed' : undefined;
  const after = state ? await changeRound(tx, round.year, { state }, { actor, now }) : round;
  const kind = lettersWith[event];
  if (kind === undefined || !isSendable(kind, after, await planMessages(tx, after, { kind, now }), now))
    return { outcome, letters: 0 };
  const { letters } = await sendMessages(tx, mailContext, after, { kind, actor }, now);
  return { outcome, letters };
}
