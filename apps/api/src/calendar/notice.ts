import { type CalendarEvent, type FreezeConcerns, realYear } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { formatMoment } from '@samblikk/text';
import { holdersOf } from '../access/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { type MailContext, mailEach } from '../platform/mail/index.ts';
import type { RoundRow } from '../rounds/index.ts';
import type { DueEvent } from './events.ts';
import { missingAt, planOf } from './missing.ts';

/**
 * Tells those who run the round what it does by itself tomorrow, to whom it writes, and what is missing.
 * @param concerns what speaks against it, when it is a freeze
 * @returns how many letters
 */
export async function tellStaff(
  tx: Transaction,
  mailContext: MailContext,
  round: RoundRow,
  due: DueEvent,
  concerns: FreezeConcerns | undefined,
  now: Date,
): Promise<number> {
  const plan = await planOf(tx, round, due);
  const missing = await missingAt(tx, round, due, { plan, concerns });
  const values = (language: Language) => ({
    letters: plan?.letters.length ?? 0,
    agencies: new Set(plan?.letters.flatMap(({ agencies }) => agencies.map(({ agencyId }) => agencyId))).size,
    missing: missing(language),
  });
  return writeToStaff(tx, mailContext, round, due, { name: 'calendarNotice', values }, now);
}

/** Tells those who run the round that it could not do by itself what was due, and why. */
export async function tellOfFailure(
  tx: Transaction,
  mailContext: MailContext,
  round: RoundRow,
  due: DueEvent,
  now: Date,
): Promise<void> {
  const missing = await missingAt(tx, round, due, { plan: await planOf(tx, round, due) });
  const values = (language: Language) => ({ missing: missing(language) });
  await writeToStaff(tx, mailContext, round, due, { name: 'calendarFailed', values }, now);
}

/** Where an event is looked at beforehand; in the calendar unless told. */
const pages: Readonly<Partial<Record<CalendarEvent, string>>> = {
  freeze: 'publisering',
  snapshot: 'publisering',
  expiry: 'unntak?show=all',
};

async function writeToStaff(
  tx: Transaction,
  mailContext: MailContext,
  round: RoundRow,
  { event, dueAt }: DueEvent,
  { name, values }: { name: 'calendarNotice' | 'calendarFailed'; values: (language: Language) => object },
  now: Date,
): Promise<number> {
  const to = await holdersOf(tx, 'admin');
  const letter = {
    ...{ subject: `round:${round.year}`, year: round.year, name, to },
    values: (language: Language) => ({
      ...{ year: String(realYear(round.year)), event, time: formatMoment(dueAt.toISOString(), language) },
      ...values(language),
    }),
    page: `/runder/${round.year}/${pages[event] ?? 'kalender'}`,
  };
  await mailEach(tx, mailContext, letter, now);
  return new Set(to.map(({ email }) => email.toLowerCase())).size;
}
