import type { DryRun, LetterTo } from '@samblikk/contract';
import { holdersOf } from '../access/index.ts';
import { letterView, planMessages, type Standing, standingsIn } from '../messages/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import type { RoundRow } from '../rounds/index.ts';
import { type DueEvent, noticeOf } from './events.ts';
import { lettersWith, outcomeOf } from './moves.ts';
import { calendarOf } from './run.ts';

type Step = DryRun[number];

/**
 * All that a round would still do by itself, and who would be written to, if nobody did anything until then. Reads, and changes
 * nothing. What has passed unseen comes first, at `now`.
 */
export async function dryRun(db: Database, round: RoundRow, now: Date): Promise<DryRun> {
  // One reading of one moment, however long it takes.
  return db.transaction(
    async (tx) => {
      const staff = (await holdersOf(tx, 'admin')).map(
        ({ email, language }): LetterTo => ({ to: email, person: null, language, agencies: [] }),
      );
      const steps: Step[] = [];
      let then = round;
      // Nobody does anything meanwhile: they stand the same at each event.
      const standings = await standingsIn(tx, round, now);
      for (const { event, dueAt, doneAt, toldAt } of await calendarOf(tx, round, now)) {
        if (doneAt !== null) continue;
        const due = { event, dueAt: new Date(dueAt) };
        if (due.dueAt > now && toldAt === null)
          steps.push({
            ...head(due, later(noticeOf(due), now)),
            told: true,
            outcome: null,
            letters: staff,
            skipped: [],
          });
        const step = await stepOf(tx, then, due, later(due.dueAt, now), standings);
        steps.push(step);
        if (step.outcome === 'done' && due.event === 'open') then = { ...then, state: 'open' };
        if (step.outcome === 'done' && due.event === 'close') then = { ...then, state: 'closed' };
      }
      return steps.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

const later = (one: Date, other: Date) => (one > other ? one : other);
const head = ({ event }: DueEvent, at: Date) => ({ at: at.toISOString(), event });

async function stepOf(
  tx: Transaction,
  round: RoundRow,
  due: DueEvent,
  at: Date,
  standings: readonly Standing[],
): Promise<Step> {
  const outcome = await planned(tx, round, due, at);
  const after = due.event === 'open' && outcome === 'done' ? ({ ...round, state: 'open' } as const) : round;
  const kind = lettersWith[due.event];
  const plan = kind && outcome === 'done' ? await planMessages(tx, after, { kind, now: at, standings }) : undefined;
  return {
    ...head(due, at),
    told: false,
    outcome,
    letters: plan?.letters.map(letterView) ?? [],
    skipped: plan?.skipped.map((one) => ({ ...one })) ?? [],
  };
}

/** A release that the round will only have by then is taken to be there. */
async function planned(tx: Transaction, round: RoundRow, due: DueEvent, at: Date) {
  const outcome = await outcomeOf(tx, round, due, at);
  const needs = due.event === 'publish' || due.event === 'snapshot';
  if (!needs || outcome !== 'notPublic' || !round.freezeAt) return outcome;
  const frozen = await outcomeOf(tx, round, { event: 'freeze', dueAt: round.freezeAt }, at);
  return frozen === 'done' ? 'done' : outcome;
}
