import { afterAll, expect, test } from 'vitest';
import { eventsOf, type KillPoint, pointsOf, programs } from '../platform/db/testing-programs.ts';
import { mailJob } from '../platform/mail/index.ts';
import { testSmtp } from '../platform/mail/testing-smtp.ts';
import { mail, messageSending } from '../schema.ts';
import { agencies, testRound } from './testing-round.ts';

// A reminder sent by hand to two agencies that are ticked: killed outright anywhere while it is written, and anywhere while it is
// sent, each receiver gets one.

const { run } = await programs();
const days = (n: number) => new Date(Date.now() + n * 86_400_000);
const site = await testRound({ opensAt: days(-9), deadline: days(9), lateUntil: null });
const smtp = await testSmtp();
const { db, database, config, app } = site;
afterAll(async () => {
  await site.end();
  await smtp.close();
});
const settings = { ...config, mail: { smtpUrl: smtp.url, from: 'samblikk@digdir.example' } };
const env = {
  SMTP_URL: smtp.url,
  MAIL_FROM: settings.mail.from,
  SESSION_SECRET: config.sessionSecret ?? '',
};

const ticked = [agencies.one.orgnr, agencies.two.orgnr].join(',');
const command = `messages send --round 2026 --kind reminder --agencies ${ticked} --key by-hand`;
const remind = (kill?: KillPoint) => run(database, command.split(' '), { env, kill });
const receivers = ['kari@one.example', 'post@one.example', 'post@two.example'];
const written = async () =>
  (await db.select().from(mail).orderBy(mail.receiver)).map(({ receiver, kind, year, agencies: of, title, body }) => ({
    ...{ receiver, kind, year, of, title, body },
  }));

test('killed anywhere while the letters are written, all are there or none; the same press completes it, once', {
  timeout: 240_000,
}, async () => {
  const { acts, said } = await remind();
  expect(said).toBe('3 letters about 2 agencies\n');
  const whole = await written();
  expect(whole.map(({ receiver }) => receiver)).toEqual(receivers);
  await site.forget();
  for (const point of pointsOf(acts, 4)) {
    expect((await remind(point)).signal, JSON.stringify(point)).toBe('SIGKILL');
    const there = await written();
    expect(there).toEqual('before' in point || there.length === 0 ? [] : whole);
    expect(await db.$count(messageSending)).toBe(there.length === 0 ? 0 : 1);
  }
  expect((await remind()).said).toBe(said);
  expect((await remind()).said).toBe(said);
  expect(await written()).toEqual(whole);
  // The whole one, and the one that was killed.
  expect(await eventsOf(database, 'messages.sent')).toEqual([{ n: 2 }]);
});

type RunOf = Parameters<typeof run>[2];
const program = new URL('../platform/mail/testing-send.ts', import.meta.url);
const send = (more: RunOf = {}) => run(database, [], { program, env, ...more });

/** Puts the letters back as they were before any was sent. */
async function unsent(as: (typeof mail.$inferSelect)[]): Promise<void> {
  await db.delete(mail);
  await db.insert(mail).values(as);
  smtp.taken.length = 0;
  smtp.asked.length = 0;
}

/** Another copy of the program goes on, when the pauses are over. */
async function othersGoOn(): Promise<void> {
  await db.update(mail).set({ nextTryAt: days(-1) });
  await mailJob(settings, db, app.log).work();
}

/** How many letters each got, and whether two of them to one are told apart by their Message-ID. */
const gotten = () =>
  receivers.map((receiver) => {
    const raw = smtp.taken.filter(({ to }) => to === receiver).map((one) => one.raw);
    expect(new Set(raw.map((text) => /^Message-ID: (.*)$/im.exec(text)?.[1])).size).toBe(1);
    return raw.length;
  });

test('killed anywhere while they are sent, nobody is forgotten and nobody gets two', { timeout: 240_000 }, async () => {
  const letters = await db.select().from(mail).orderBy(mail.id);
  const first = receivers.map((receiver) => (receiver === letters[0]?.receiver ? 1 : 0));
  const once = [1, 1, 1];
  // Between the server’s yes and our note of it, and there alone: sent again, with the same Message-ID (decision 14).
  const twice = once.map((one, at) => one + (first[at] ?? 0));

  const { acts } = await send();
  expect(gotten()).toEqual(once);
  // Of the first letter: begin, select, update, commit; the server; update.
  const commit = acts.indexOf('commit') + 1;
  expect(acts.slice(commit - 4, commit + 2)).toEqual(['begin', 'select', 'update', 'commit', 'update', 'begin']);
  const between: [KillPoint, number[]][] = [
    [{ before: commit - 1 }, once],
    [{ before: commit }, once],
    [{ after: commit }, once],
    [{ before: commit + 1 }, twice],
    [{ before: commit + 2 }, once],
  ];
  for (const [kill, expected] of between) {
    await unsent(letters);
    expect((await send({ kill })).signal, JSON.stringify(kill)).toBe('SIGKILL');
    await othersGoOn();
    expect(gotten(), JSON.stringify(kill)).toEqual(expected);
  }

  // While it talks to the mail server.
  const inTalk = {
    'the receiver is named': once,
    'the text is under way': once,
    'the text is taken, and that is not said': twice,
  };
  for (const [at, [when, expected]] of Object.entries(inTalk).entries()) {
    await unsent(letters);
    const onStart = (kill: () => Promise<unknown>) => {
      let calls = 0;
      smtp.conduct = () => {
        calls += 1;
        if (calls !== at + 1) return 'accepts';
        void kill();
        return at === 0 ? 'hangs' : 'diesInData';
      };
      if (at === 2) smtp.beforeYes = kill;
    };
    expect((await send({ onStart })).signal, when).toBe('SIGKILL');
    smtp.conduct = () => 'accepts';
    smtp.beforeYes = async () => undefined;
    await othersGoOn();
    expect(gotten(), when).toEqual(expected);
  }
  expect((await db.select().from(mail)).every(({ sentAt, sealed }) => sentAt !== null && sealed === null)).toBe(true);
});
