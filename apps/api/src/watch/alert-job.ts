import { tidyQuery } from '@samblikk/contract';
import { format, type Language } from '@samblikk/text';
import { and, arrayContains, eq, isNotNull, isNull, lte, not, or } from 'drizzle-orm';
import type { Config } from '../platform/config/index.ts';
import type { Database } from '../platform/db/index.ts';
import { eachByItself, type Job, type Wake } from '../platform/jobs/index.ts';
import { compose, linkTo, type MailContext, mailContextOf, post } from '../platform/mail/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type News, newsOf, requestIn, searchInWords } from '../register/index.ts';
import { alertPage, alertSubject, forget, keyOf, releasesSoFar } from './alerts.ts';
import { alert } from './schema.ts';
import { words } from './texts.ts';

/** One letter at most in this time. */
const pause = 24 * 60 * 60_000;
/** How many measures a letter counts, and how many it names. */
const counted = 500;
const named = 10;

type Alert = typeof alert.$inferSelect;

/**
 * Writes to everyone who watches a search in which something became public since they were last written to, at most once a day.
 * Each letter is written in the transaction that notes it, so that it is written once however many copies run.
 * @param readDb where the register is read
 * @returns how many letters
 */
export async function sendAlerts(db: Database, readDb: Database, mail: MailContext, now: Date): Promise<number> {
  const soFar = await releasesSoFar(readDb, now);
  if (soFar.length === 0) return 0;
  const rested = or(isNull(alert.toldAt), lte(alert.toldAt, new Date(now.getTime() - pause)));
  const due = await db
    .select()
    .from(alert)
    .where(and(isNotNull(alert.confirmedAt), rested, not(arrayContains(alert.seen, soFar))));
  let letters = 0;
  await eachByItself(due, async (row) => {
    const letter = await letterOf(readDb, mail, row, now);
    await db.transaction(async (tx) => {
      if (letter === 'unreadable') return forget(tx, [row.id]);
      // Another copy of the program, or the reader, may have been here meanwhile.
      const unchanged = and(eq(alert.id, row.id), eq(alert.seen, row.seen));
      const noted = await tx
        .update(alert)
        .set({ seen: [...new Set([...row.seen, ...soFar])], ...(letter && { toldAt: now }) })
        .where(unchanged)
        .returning({ id: alert.id });
      if (noted.length === 0 || !letter) return;
      await post(tx, mail, { subject: alertSubject(row.id) }, letter, now);
      letters += 1;
    });
  });
  return letters;
}

/** What is to be told; nothing when no news is in the search; `unreadable`: the address was sealed with a secret that is gone. */
async function letterOf(db: Database, mail: MailContext, { id, language, search, seen, sealed }: Alert, now: Date) {
  const to = await mail.secrets.open(sealed);
  if (to === undefined) return 'unreadable';
  const request = requestIn(Object.fromEntries(tidyQuery(new URLSearchParams(search))), language);
  const known = new Set(seen);
  const news = await newsOf(db, now, request, { most: counted, of: (release) => !known.has(release.id) }).catch(
    (error) => {
      // What was searched by is no more: nothing will be found by it.
      if (error instanceof ApiError) return [];
      throw error;
    },
  );
  if (news.length === 0) return undefined;
  const { parts } = await searchInWords(db, now, request);
  const key = keyOf(mail.secrets, id);
  const letter = compose('alertNews', to, language, {
    search: parts.join(' · ') || words.all[language],
    count: news.length,
    list: listOf(news, language),
    page: linkTo(mail, language, `/register${search}`),
    link: linkTo(mail, language, alertPage('stopp', id, key)),
  });
  return { ...letter, stop: `${mail.publicUrl}/api/v1/alerts/${id}/stop?${new URLSearchParams({ key })}` };
}

function listOf(news: readonly News[], language: Language): string {
  const lines = news.slice(0, named).map(({ title, number, agency, kind, release, year }) => {
    const told = format(words[kind], language, { release, year: String(year) });
    const name = title ?? format(words.untitled, language, { number });
    return `– ${name} (${agency}, ${number}). ${told}`;
  });
  const more = news.length - lines.length;
  return [...lines, ...(more > 0 ? [format(words.more, language, { n: String(more) })] : [])].join('\n');
}

/** The alerts as a job, every ten minutes. */
export function alertJob(config: Config, db: Database, readDb: Database, wake: Wake): Job {
  const mailContext = mailContextOf({ config, wake });
  return {
    name: 'alerts',
    schedule: '*/10 * * * *',
    async work() {
      const letters = await sendAlerts(db, readDb, await mailContext(), new Date());
      return letters > 0 ? { letters } : undefined;
    },
  };
}
