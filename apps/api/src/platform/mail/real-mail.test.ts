import { eq, isNull } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { testConfig } from '../../access/auth/testing.ts';
import { mail } from '../../schema.ts';
import { testDatabase } from '../db/testing.ts';
import { pseudonymsFrom } from '../erasure/index.ts';
import { secretsOf } from '../secrets/index.ts';
import { lettersBefore, lettersOf, undeliveredLetters } from './kept-letters.ts';
import { compose } from './letters.ts';
import { claim, postAll } from './outbox.ts';
import { sendWaiting } from './send-waiting.ts';
import { mailServer } from './smtp.ts';
import { testSmtp } from './testing-smtp.ts';
import { markReturned, postAgain, resolveUndelivered } from './undelivered.ts';

// Letters over real SMTP, to a server that refuses, one that hangs, and one that dies: nobody is forgotten, and nobody gets two.

const { db, close } = await testDatabase();
const smtp = await testSmtp();
const secrets = await secretsOf(testConfig())();
const outbox = { secrets, wake: async () => undefined };
const patience = { connectionTimeout: 1000, greetingTimeout: 1000, socketTimeout: 300, whole: 600 };
const send = mailServer({ smtpUrl: smtp.url, from: 'samblikk@digdir.example' }, patience);
const start = new Date('2026-03-02T09:00:00Z');
const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const sweep = (minutes: number) => sendWaiting(db, secrets, send, at(minutes));
afterAll(async () => {
  await smtp.close();
  await close();
});
beforeEach(async () => {
  await db.delete(mail);
  smtp.conduct = () => 'accepts';
  smtp.taken.length = 0;
  smtp.asked.length = 0;
});

const values = {
  year: '2026',
  agencies: 'Etaten, «Æ & Ø» og "Å/S"\r\nBcc: alle@x.example',
  deadline: '27. mars 2026 kl. 23:59',
  link: 'http://localhost/svar/2026',
};
const words = { subject: 'Svar, «{agencies}»: {deadline}', text: 'Hei {agencies}!\n\n.\n\n{link}' };
const write = (...to: string[]) =>
  db.transaction((tx) =>
    postAll(
      tx,
      outbox,
      to.map((one) => ({
        about: { subject: 'round:2026', year: 2026, agencies: ['one'] },
        letter: compose('reminder', one, 'nb', values, words),
      })),
      start,
    ),
  );
const states = async () =>
  Object.fromEntries((await lettersOf(db, { year: 2026 })).letters.map(({ receiver, state }) => [receiver, state]));
const people = Array.from({ length: 12 }, (_, n) => `person-${n}@etat.example`);
const takenBy = () => smtp.taken.map(({ to }) => to).toSorted();

test('æøå, commas, quotes and line breaks arrive whole, and give no header or receiver of their own', async () => {
  await write('post@etat.example');
  await sweep(0);
  const [letter] = smtp.taken;
  const [head = '', ...rest] = (letter?.raw ?? '').split('\r\n\r\n');
  const headers = head.replace(/\r\n[ \t]+/g, ' ');
  expect(headers.match(/^[A-Za-z-]+(?=:)/gm)?.map((name) => name.toLowerCase())).not.toContain('bcc');
  const subject = /^Subject: (.*)$/m.exec(headers)?.[1] ?? '';
  expect(decodedWords(subject)).toBe('Svar, «Etaten, «Æ & Ø» og "Å/S" Bcc: alle@x.example»: 27. mars 2026 kl. 23:59');
  expect(/^To: (.*)$/m.exec(headers)?.[1]).toBe('post@etat.example');
  expect(smtp.asked).toEqual(['post@etat.example']);
  const body = rest.join('\r\n\r\n');
  const text = /base64/i.test(headers) ? Buffer.from(body, 'base64').toString() : fromQuotedPrintable(body);
  expect(text.replace(/\r\n/g, '\n').trim()).toBe(
    'Hei Etaten, «Æ & Ø» og "Å/S"\nBcc: alle@x.example!\n\n.\n\nhttp://localhost/svar/2026',
  );
});

test('a receiver that is refused, or whose letter is, becomes a task at once and is not tried again; the others get theirs', async () => {
  smtp.conduct = (to) => (to === people[3] ? 'refusesReceiver' : to === people[5] ? 'refusesText' : 'accepts');
  await write(...people);
  expect(await sweep(0)).toEqual({ sent: 10, failed: 2 });
  await sweep(60 * 24);
  expect(smtp.asked.filter((to) => to === people[3])).toHaveLength(1);
  const bounces = await undeliveredLetters(db, { year: 2026 });
  expect(bounces.map(({ receiver, fault }) => [receiver, fault]).toSorted()).toEqual([
    [people[3], '550'],
    [people[5], '554'],
  ]);
  // Staff write the right address, and the same letter goes there; seen to twice, it goes once.
  const { id = '' } = bounces.find(({ receiver }) => receiver === people[3]) ?? {};
  expect([await sendAgain(id, 'rett@etat.example', 1), await sendAgain(id, 'rett@etat.example', 1)]).toEqual([
    true,
    false,
  ]);
  await sweep(60 * 24 + 1);
  expect(takenBy().filter((to) => to === 'rett@etat.example')).toHaveLength(1);
  const left = await undeliveredLetters(db, { year: 2026 });
  expect(left.map(({ receiver }) => receiver)).toEqual([people[5]]);
});

/** Sends a letter that did not arrive to an address. @returns whether it waited for that */
const sendAgain = (id: string, to: string, minutes: number) =>
  db.transaction(async (tx) => {
    const letter = await resolveUndelivered(tx, id, at(minutes));
    if (letter) await postAgain(tx, outbox, letter, { to }, at(minutes));
    return letter !== undefined;
  });

test('a letter that was taken and comes back later is a task, and goes out again as it was written', async () => {
  await write('full@etat.example', 'post@etat.example');
  const returned = (id: string, minutes: number) =>
    db.transaction((tx) => markReturned(tx, id, { status: '5.2.2', reason: 'Postkassen er full' }, at(minutes)));
  const { letters } = await lettersOf(db, { year: 2026 });
  const { id = '' } = letters.find(({ receiver }) => receiver === 'full@etat.example') ?? {};
  // What has not gone cannot have come back.
  expect(await returned(id, 0)).toBeUndefined();
  await sweep(0);
  expect(await returned(id, 90)).toMatchObject({ state: 'returned', undelivered: true, fault: '5.2.2' });
  expect(await returned(id, 91)).toBeUndefined();
  expect(await states()).toEqual({ 'full@etat.example': 'returned', 'post@etat.example': 'sent' });
  expect((await undeliveredLetters(db, { year: 2026 })).map((one) => one.id)).toEqual([id]);
  expect(await sendAgain(id, 'full@etat.example', 100)).toBe(true);
  await sweep(100);
  const [first, again] = smtp.taken.filter(({ to }) => to === 'full@etat.example').map(({ raw }) => raw);
  const withoutIds = (raw = '') => raw.replace(/^(Message-ID|Date|Content-Type|--).*(\r\n[ \t].*)*$/gim, '');
  expect(withoutIds(again)).toBe(withoutIds(first));
  expect(/^Message-ID: (.*)$/im.exec(again ?? '')?.[1]).not.toBe(/^Message-ID: (.*)$/im.exec(first ?? '')?.[1]);
});

test('a server that is busy, or hangs, is tried again after a pause, and given up after days; the others do not wait for it', async () => {
  smtp.conduct = (to) => (to === people[0] ? 'busy' : to === people[1] ? 'hangs' : 'accepts');
  await write(...people);
  for (let minute = 0; minute < 10; minute += 1) await sweep(minute);
  expect(takenBy()).toEqual(people.slice(2).toSorted());
  smtp.conduct = () => 'accepts';
  for (let minute = 10; minute < 30; minute += 1) await sweep(minute);
  expect(takenBy()).toEqual(people.toSorted());
  expect(new Set(Object.values(await states()))).toEqual(new Set(['sent']));
}, 60_000);

test('tries are bounded', async () => {
  smtp.conduct = () => 'busy';
  await write('post@etat.example');
  for (let hour = 0; hour < 24 * 6; hour += 1) await sweep(hour * 60);
  expect(smtp.asked).toHaveLength(16);
  expect(await states()).toEqual({ 'post@etat.example': 'failed' });
  // Then it waits for staff, who send it once more when the server is well again.
  const [{ id = '' } = {}] = await undeliveredLetters(db, { year: 2026 });
  smtp.conduct = () => 'accepts';
  expect(await sendAgain(id, 'post@etat.example', 60 * 24 * 7)).toBe(true);
  await sweep(60 * 24 * 7);
  expect(takenBy()).toEqual(['post@etat.example']);
  expect(await undeliveredLetters(db, { year: 2026 })).toEqual([]);
}, 60_000);

test('one that dies in the middle of the text has taken nothing: the letter goes once, when it is back', async () => {
  let deaths = 3;
  smtp.conduct = () => {
    deaths -= 1;
    return deaths >= 0 ? 'diesInData' : 'accepts';
  };
  await write(...people);
  for (let minute = 0; minute < 20; minute += 1) await sweep(minute);
  expect(takenBy()).toEqual(people.toSorted());
}, 60_000);

test('one that dies after it has taken the text and before it says so gets the letter again, with the same Message-ID', async () => {
  let first = true;
  smtp.conduct = (to) => {
    if (to !== people[0] || !first) return 'accepts';
    return 'diesAfterData';
  };
  await write(people[0] ?? '');
  await sweep(0);
  first = false;
  await sweep(5);
  const ids = smtp.taken.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);
  expect(ids).toHaveLength(2);
  expect(ids[0]).toMatch(/^<[0-9a-f-]{36}@digdir\.example>$/);
  expect(ids[0]).toBe(ids[1]);
  expect(await states()).toEqual({ [people[0] ?? '']: 'sent' });
});

test('three senders at once over a server that now and then dies: everyone gets one', async () => {
  let calls = 0;
  smtp.conduct = () => {
    calls += 1;
    return calls % 9 === 0 ? 'diesInData' : 'accepts';
  };
  const many = Array.from({ length: 60 }, (_, n) => `box-${n}@etat.example`);
  await write(...many);
  for (let minute = 0; minute < 40; minute += 1) await Promise.all([sweep(minute), sweep(minute), sweep(minute)]);
  expect(takenBy()).toEqual(many.toSorted());
}, 60_000);

test('a sender that dies with a letter in its hands leaves it to the next, which sends it once', async () => {
  await write(...people.slice(0, 3));
  // Taken, and never sent.
  expect(await claim(db, at(0), () => 60_000)).toBeDefined();
  await sweep(0);
  expect(smtp.taken).toHaveLength(2);
  await sweep(1);
  expect(takenBy()).toEqual(people.slice(0, 3).toSorted());
});

test('after its time a letter is without address and text, and that it was sent stays', async () => {
  await write('Post@etat.example', 'post@etat.example', 'kari@etat.example');
  await sweep(0);
  // Whatever became of them: came back, or was given up.
  const ended = { givenUpAt: at(0), returnReason: 'Kari har sluttet' };
  await db
    .update(mail)
    .set({ ...ended, gaveUp: 'returned' })
    .where(eq(mail.receiver, 'kari@etat.example'));
  await db
    .update(mail)
    .set({ ...ended, gaveUp: 'failed', sentAt: null })
    .where(eq(mail.receiver, 'post@etat.example'));
  await write('venter@etat.example');
  const clean = () => db.transaction((tx) => lettersBefore(at(1)).erase(tx, pseudonymsFrom(secrets)));
  expect(await clean()).toBe(3);
  expect(await clean()).toBe(0);
  const rows = await db.select().from(mail).where(eq(mail.year, 2026));
  const gone = rows.filter(({ receiver }) => receiver !== 'venter@etat.example');
  expect(JSON.stringify(gone)).not.toMatch(/etat\.example|Etaten|Kari/);
  // What can be sent to nobody waits for nobody.
  expect(await undeliveredLetters(db, { year: 2026 })).toEqual([]);
  expect(new Set(gone.map(({ receiver }) => receiver)).size).toBe(2);
  expect(rows.filter(({ receiver }) => receiver === 'venter@etat.example')).toHaveLength(1);
  expect(await db.$count(mail, isNull(mail.body))).toBe(3);
});

/** RFC 2047, both encodings. */
function decodedWords(text: string): string {
  const joined = text.replace(/\?=\s+=\?/g, '?==?');
  return joined.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, data: string) =>
    kind.toLowerCase() === 'b' ? Buffer.from(data, 'base64').toString() : fromQuotedPrintable(data.replace(/_/g, ' ')),
  );
}

function fromQuotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
