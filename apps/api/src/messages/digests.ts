import { eq, isNull } from 'drizzle-orm';
import { unrepliedQueries } from '../collaboration/index.ts';
import type { Config } from '../platform/config/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { Job, Wake } from '../platform/jobs/index.ts';
import { type MailContext, mailContextOf } from '../platform/mail/index.ts';
import { lockRound, populationOf, roundRows } from '../rounds/index.ts';
import { queryTold } from './schema.ts';
import { sendMessages } from './send.ts';

const minute = 60_000;
/** Staff who ask more than once are waited for, so that the agency has one letter; but no question waits for long. */
const quiet = 10 * minute;
const longest = 60 * minute;

/**
 * Writes to the agencies about questions from staff that they have not been told of, a letter for each person, when no more
 * have come for ten minutes or the first has waited for an hour.
 * @returns how many letters
 */
export async function sendQueryDigests(db: Database, mailContext: MailContext, now: Date): Promise<number> {
  const waiting = unrepliedQueries();
  const untold = await db
    .select({ roundId: waiting.roundId, agencyId: waiting.agencyId, askedAt: waiting.askedAt })
    .from(waiting)
    .leftJoin(queryTold, eq(queryTold.queryId, waiting.id))
    .where(isNull(queryTold.queryId));
  if (untold.length === 0) return 0;
  const age = ({ askedAt }: { askedAt: Date }) => now.getTime() - askedAt.getTime();
  let letters = 0;
  for (const round of await roundRows(db)) {
    const here = untold.filter(({ roundId }) => roundId === round.id);
    const due = new Set(
      here
        .filter((one) => {
          const together = here.filter(({ agencyId }) => agencyId === one.agencyId).map(age);
          return Math.min(...together) >= quiet || Math.max(...together) >= longest;
        })
        .map(({ agencyId }) => agencyId),
    );
    if (due.size === 0) continue;
    letters += await db.transaction(async (tx) => {
      const current = await lockRound(tx, round.year);
      if (!current) return 0;
      const orgnrs = (await populationOf(tx, round.id)).filter(({ agencyId }) => due.has(agencyId));
      const sending = { kind: 'queries', orgnrs: orgnrs.map(({ orgnr }) => orgnr), actor: 'system:digests' } as const;
      return (await sendMessages(tx, mailContext, current, sending, now)).letters;
    });
  }
  return letters;
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
