import { formatDate, type Language } from '@samblikk/text';
import { remindersOf } from '@samblikk/text/oslo-clock';
import { inArray, isNull } from 'drizzle-orm';
import { holdersAt } from '../access/index.ts';
import { carriersOn } from '../directory/index.ts';
import type { Config } from '../platform/config/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { eachByItself, type Job, type Wake } from '../platform/jobs/index.ts';
import {
  deleteLetters,
  type MailContext,
  mailboxOf,
  mailContextOf,
  mailEach,
  type Receiver,
} from '../platform/mail/index.ts';
import { populationOf, roundRows } from '../rounds/index.ts';
import { errorReport } from './schema.ts';
import type { ReportRow } from './store.ts';

const day = 24 * 60 * 60_000;
/** How long a letter with an answer is kept, should the reader ask where it went. */
const lettersFor = 30 * day;

/**
 * Writes to agencies about what readers report as wrong, a letter to each person: at once, but of more that comes within a day
 * the next day; and again in the morning before an answer is due, and the morning after. What was reported is not in the letter.
 * @returns how many agencies
 */
export async function tellAgencies(db: Database, mail: MailContext, now: Date): Promise<number> {
  const open = await db.select().from(errorReport).where(isNull(errorReport.answeredAt));
  const due = [...Map.groupBy(open, ({ agencyId }) => agencyId).values()].filter((rows) => isToBeTold(rows, now));
  if (due.length === 0) return 0;
  const answerers = await carriersOn(db, now);
  let told = 0;
  await eachByItself(due, async (rows) => {
    await db.transaction(async (tx) => {
      const agencies = answerers(rows[0]?.agencyId ?? '');
      const to = await receiversAt(
        tx,
        agencies.map(({ id }) => id),
      );
      // Told when there is somebody to tell: staff see of which there is nobody.
      if (to.length === 0 || !(await noteTold(tx, rows, now))) return;
      const first = new Date(Math.min(...rows.map(({ dueAt }) => dueAt.getTime())));
      const values = (language: Language) => ({
        agency: agencies[0]?.name[language] ?? '',
        count: rows.length,
        day: formatDate(first.toISOString(), language),
        late: first < now ? 'yes' : 'no',
      });
      const page = `/svar/meldte-feil?virksomhet=${agencies[0]?.orgnr}`;
      await mailEach(tx, mail, { subject: `agency:${rows[0]?.agencyId}`, name: 'errorReports', to, page, values }, now);
      told += 1;
    });
  });
  return told;
}

function isToBeTold(rows: readonly ReportRow[], now: Date): boolean {
  const lately = Math.max(...rows.map(({ toldAt }) => toldAt?.getTime() ?? 0));
  const isNew = rows.some(({ toldAt }) => toldAt === null) && now.getTime() - lately >= day;
  return (
    isNew ||
    rows.some(({ toldAt, dueAt }) => toldAt !== null && remindersOf(dueAt).some((at) => toldAt < at && at <= now))
  );
}

/** Those who answer for the agencies, and the mailboxes these have in the newest round that asks them. */
async function receiversAt(tx: Transaction, agencyIds: readonly string[]): Promise<Receiver[]> {
  if (agencyIds.length === 0) return [];
  const people = await holdersAt(tx, agencyIds, ['fill', 'submit']);
  const [newest] = (await roundRows(tx)).toSorted((a, b) => b.year - a.year);
  const asked = newest ? await populationOf(tx, newest.id) : [];
  const mailboxes = asked
    .filter(({ agencyId }) => agencyIds.includes(agencyId))
    .flatMap((agency) => mailboxOf(agency, people[0]?.language ?? 'nb'));
  return [...people, ...mailboxes];
}

/** Notes that an agency is told of its reports. @returns whether nobody else has meanwhile */
async function noteTold(tx: Transaction, rows: readonly ReportRow[], now: Date): Promise<boolean> {
  const ids = rows.map(({ id }) => id);
  const current = await tx.select().from(errorReport).where(inArray(errorReport.id, ids)).for('update');
  const same = rows.every(({ id, toldAt }) =>
    current.some((one) => one.id === id && one.toldAt?.getTime() === toldAt?.getTime()),
  );
  if (same) await tx.update(errorReport).set({ toldAt: now }).where(inArray(errorReport.id, ids));
  return same;
}

/** Deletes letters with answers that have done their work. */
export const deleteAnswerLetters = (db: Database, now: Date): Promise<void> =>
  db.transaction((tx) => deleteLetters(tx, { kinds: ['errorAnswered'], before: new Date(now.getTime() - lettersFor) }));

/** The letters as a job, every five minutes. */
export function errorReportJob(config: Config, db: Database, wake: Wake): Job {
  const mailContext = mailContextOf({ config, wake });
  return {
    name: 'error-reports',
    schedule: '*/5 * * * *',
    async work() {
      const agencies = await tellAgencies(db, await mailContext(), new Date());
      return agencies > 0 ? { agencies } : undefined;
    },
  };
}
