import { once } from 'node:events';
import { createServer } from 'node:net';
import { eq, lt } from 'drizzle-orm';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs } from './access/auth/testing.ts';
import { runCalendar } from './calendar/index.ts';
import { sendQueryDigests } from './messages/index.ts';
import { agencies, testRound } from './messages/testing-round.ts';
import { freezeConcerns } from './pages/index.ts';
import { eventsOf, programs } from './platform/db/testing-programs.ts';
import { testSmtp } from './platform/mail/testing-smtp.ts';
import { calendarRun, mail, release, round, session } from './schema.ts';

// Two copies of the program, as processes of their own, and a third that does the same beside them, on one database: a round goes
// through its year, and each job is done once.

const { serve } = await programs();
const minutes = (n: number) => new Date(Date.now() + n * 60_000);
const smtp = await testSmtp();
const site = await testRound(
  { state: 'planned', opensAt: minutes(-60), deadline: minutes(60 * 24 * 9), lateUntil: null },
  { today: minutes(-11), signedIn: minutes(-20) },
);
const { db, url, database, mailContext, roundId } = site;
const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, useListenNotify: true });
let copies: Awaited<ReturnType<typeof serve>>[];

beforeAll(async () => {
  const env = async () => ({
    ...{ SMTP_URL: smtp.url, MAIL_FROM: 'samblikk@digdir.example' },
    ...{ SESSION_SECRET: site.config.sessionSecret ?? '', PORT: await freePort() },
  });
  copies = await Promise.all([serve(database, await env()), serve(database, await env())]);
  await boss.start();
}, 120_000);
afterAll(async () => {
  await boss.stop({ graceful: false });
  await Promise.all(copies.map(({ stop }) => stop()));
  await smtp.close();
  await site.end();
});

/** What the copies say in their logs that a job did. */
const logged = (job: string) =>
  copies
    .flatMap(({ said }) => said().split('\n'))
    .filter((line) => line.includes(`"msg":"${job}"`))
    .map((line) => JSON.parse(line));

/** Every copy is told several times that a job is due. */
const due = (job: string) => Promise.all(Array.from({ length: 8 }, () => boss.send(job)));
type CalendarRun = Awaited<ReturnType<typeof runCalendar>>[number];
/** What was done by the calendar beside the copies. */
const beside: CalendarRun[] = [];
/** The calendar is due: in the two, and in a third and a fourth that come at the same moment. */
async function calendarIsDue(): Promise<void> {
  const others = [1, 2].map(async () =>
    beside.push(...(await runCalendar(db, mailContext, new Date(), freezeConcerns))),
  );
  await Promise.all([due('calendar'), ...others]);
}
const change = (to: Partial<typeof round.$inferInsert>) => db.update(round).set(to).where(eq(round.id, roundId));

/** The letters of a kind, when all are sent. */
async function sent(kind: string): Promise<(string | null)[]> {
  const rows = () => db.select().from(mail).where(eq(mail.kind, kind));
  await due('mail');
  await expect.poll(async () => (await rows()).every(({ sentAt }) => sentAt !== null), { timeout: 30_000 }).toBe(true);
  return (await rows()).map(({ receiver }) => receiver).toSorted();
}

const [kari, one, two, three] = ['kari@one.example', 'post@one.example', 'post@two.example', 'post@three.example'];

test('two that start at once on one database load the directory once', async () => {
  expect(await eventsOf(database, 'directory.loaded')).toEqual([{ n: 1 }]);
});

test('a round goes through its year, and each thing is done once', { timeout: 120_000 }, async () => {
  await calendarIsDue();
  expect(await sent('invitation')).toEqual([kari, one, three, two]);

  const measure = await site.submit(agencies.one.orgnr);
  const query = { question: 'phase', text: 'Hvilken fase?', version: 1 };
  expect((await site.call(site.admin, 'POST', `/measures/${measure}/rounds/2026/queries`, query)).status).toBe(201);
  const digests = [1, 2].map(() => sendQueryDigests(db, mailContext, new Date()));
  await Promise.all([due('digests'), ...digests]);
  expect(await sent('queries')).toEqual([kari, one]);

  await change({ deadline: minutes(-5), lateUntil: minutes(-4) });
  await calendarIsDue();
  await change({ freezeAt: minutes(-3), publishAt: minutes(-2) });
  await calendarIsDue();
  expect(await sent('thanks')).toEqual([kari, one]);

  const runs = () => [...beside, ...logged('calendar').flatMap((line) => line.runs as CalendarRun[])];
  const done = () => runs().map(({ event, outcome }) => `${event} ${outcome}`);
  await expect
    .poll(() => done().toSorted(), { timeout: 30_000 })
    .toEqual(['close done', 'deadline passed', 'freeze done', 'open done', 'publish done']);
  expect(await db.$count(calendarRun)).toBe(5);
  expect(await db.$count(release)).toBe(1);
  for (const [action, n] of Object.entries({ 'round.changed': 2, 'release.frozen': 1, 'messages.sent': 3 }))
    expect([action, await eventsOf(database, action)]).toEqual([action, [{ n }]]);
});

test('each letter went to its receiver once', async () => {
  const kinds = new Set((await db.select().from(mail)).map(({ kind }) => kind));
  for (const kind of kinds) await sent(kind);
  const rows = await db.select().from(mail);
  expect(smtp.taken.map(({ to }) => to).toSorted()).toEqual(rows.map(({ receiver }) => receiver).toSorted());
  const ids = smtp.taken.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);
  expect(new Set(ids).size).toBe(rows.length);
});

test('what has had its time is swept away once', { timeout: 60_000 }, async () => {
  const swept = () => logged('sweep').reduce((all, { sessions }) => all + sessions, 0);
  const before = swept();
  await signInAs(db, { now: minutes(-300) });
  const stale = await db.$count(session, lt(session.createdAt, minutes(-200)));
  expect(stale).toBe(1);
  await due('sweep');
  await expect.poll(() => swept() - before, { timeout: 30_000 }).toBe(1);
});

test('when one of them dies the other goes on', { timeout: 60_000 }, async () => {
  await copies[0]?.stop('SIGKILL');
  await change({ state: 'open', deadline: minutes(60), lateUntil: null });
  const ticked = { kind: 'nudge', orgnrs: [agencies.three.orgnr] };
  expect((await site.call(site.admin, 'POST', '/rounds/2026/messages', ticked)).body).toMatchObject({ letters: 1 });
  expect(await sent('nudge')).toEqual([three]);
});

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return String(port);
}
