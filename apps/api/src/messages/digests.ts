import { remindersOf } from '@samblikk/text/oslo-clock';
import { inArray } from 'drizzle-orm';
import type { Config } from '../platform/config/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { eachByItself, type Job, type Wake } from '../platform/jobs/index.ts';
import { type MailContext, mailContextOf } from '../platform/mail/index.ts';
import { lockRound, populationOf, type RoundRow, roundRows } from '../rounds/index.ts';
import { askedTold } from './schema.ts';
import { sendMessages } from './send.ts';
import { type Waiting, waitingIn } from './waiting.ts';

const minute = 60_000;
/** Staff who ask more than once are waited for, so that the agency has one letter; but no question waits for long. */
const quiet = 10 * minute;
const longest = 60 * minute;

/**
 * Writes to the agencies about what staff ask, propose and refuse, and which exemptions soon end: a letter for each person: when no more has come for ten minutes or the
 * first has waited for an hour; and again in the morning before the day a reply is due, and after it. That an exemption ends is told once.
 * @returns how many letters
 */
export async function sendQueryDigests(db: Database, mailContext: MailContext, now: Date): Promise<number> {
  let letters = 0;
  await eachByItself(await roundRows(db), async (round) => {
    if ((await dueIn(db, round, now)).size === 0) return;
    letters += await db.transaction(async (tx) => {
      const current = await lockRound(tx, round.year);
      // Another copy of the program may have written meanwhile.
      const due = current ? await dueIn(tx, current, now) : new Set();
      if (!current || due.size === 0) return 0;
      const asked = (await populationOf(tx, round.id)).filter(({ agencyId }) => due.has(agencyId));
      const orgnrs = asked.map(({ orgnr }) => orgnr);
      const sending = { kind: 'queries', orgnrs, actor: 'system:digests', again: true } as const;
      return (await sendMessages(tx, mailContext, current, sending, now)).letters;
    });
  });
  return letters;
}

/** The agencies (our ids) that are to be written to now. */
async function dueIn(db: Database | Transaction, round: RoundRow, now: Date): Promise<Set<string>> {
  const open = await waitingIn(db, round, now);
  if (open.length === 0) return new Set();
  const ids = open.map(({ id }) => id);
  const rows = await db.select().from(askedTold).where(inArray(askedTold.id, ids));
  const toldAt = new Map(rows.map((row) => [row.id, row.toldAt]));
  const age = ({ askedAt }: Waiting) => now.getTime() - askedAt.getTime();
  const due = open.filter((one) => {
    const told = toldAt.get(one.id);
    if (told) return one.dueAt !== null && remindersOf(one.dueAt).some((at) => told < at && at <= now);
    const together = open.filter(({ id, agencyId }) => agencyId === one.agencyId && !toldAt.has(id)).map(age);
    return Math.min(...together) >= quiet || Math.max(...together) >= longest;
  });
  return new Set(due.map(({ agencyId }) => agencyId));
}

/** The digests as a job, every minute. */
export function digestJob(config: Config, db: Database, wake: Wake): Job {
  const mailContext = mailContextOf({ config, wake });
  return {
    name: 'digests',
    schedule: '* * * * *',
    async work() {
      const letters = await sendQueryDigests(db, await mailContext(), new Date());
      return letters > 0 ? { letters } : undefined;
    },
  };
}
