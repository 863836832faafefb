import { eq } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testConfig } from '../../access/auth/testing.ts';
import { mail } from '../../schema.ts';
import { testDatabase } from '../db/testing.ts';
import { type Secrets, secretsOf } from '../secrets/index.ts';
import { compose, letterNames } from './letters.ts';
import { post, waiting } from './outbox.ts';
import { sendWaiting } from './send-waiting.ts';
import { mailServer } from './smtp.ts';

const { db, close } = await testDatabase();
const secrets: Secrets = await secretsOf(testConfig())();
const now = new Date('2026-03-02T09:00:00Z');
const wake = async () => undefined;
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const letter = compose('accessInvitation', 'ola@virksomhet.example', 'nn', {
  agency: 'Digdir',
  inviter: 'Kari',
  task: 'fylle ut',
  expires: now,
  link: 'https://samblikk.example/auth/invitation/only-in-the-letter',
});
const put = (about = 'invitation:1') =>
  db.transaction((tx) => post(tx, { secrets, wake }, { subject: about }, letter, now));

afterAll(close);
beforeEach(() => db.delete(mail));

describe('letters', () => {
  const values = {
    agency: 'Digdir',
    inviter: 'Kari',
    task: 'fylle ut',
    whole: 'no',
    section: 'Kostnader',
    colleague: 'Ola',
    due: now,
    expires: now,
    link: 'https://x.example/y',
    year: '2026',
    answered: '2 tiltak',
    receipt: '7KMX-4HRA-9PDC',
    time: '2. mars 2026 kl. 10:00',
    by: 'Kari',
    hash: 'abc',
    number: '2026-0001',
    reopened: 'yes',
    until: now,
    reason: 'Sykdom',
    deadline: '20. mars 2026 kl. 23:59',
    lastDay: '1. april 2026 kl. 23:59',
    agencies: 'Digdir og Nav',
    status: 'Digdir: ikke begynt',
    questions: 'Digdir: 2 spørsmål',
    event: 'close',
    letters: 2,
    missing: 'Ingenting mangler.',
    search: 'Fase: Idé',
    count: 2,
    list: '– Et tiltak',
    day: '23. november 2026',
    late: 'no',
    about: 'question',
    question: 'Hvilken fase er tiltaket i?',
    report: 'Tiltaket er ferdig.',
    answer: 'Ja, det er i drift.',
    outcome: 'accepted',
    page: 'https://x.example/register',
    source: 'Prosjektlisten',
    failed: 'no',
  };
  test.each(letterNames)('%s is written in three languages, with the link on a line of its own', (name) => {
    const texts = (['nb', 'nn', 'en'] as const).map((language) => compose(name, 'a@b.example', language, values));
    expect(new Set(texts.map(({ text }) => text)).size).toBe(3);
    for (const { text } of texts) {
      expect(text.split('\n')).toContain('https://x.example/y');
      expect(`${text}`).not.toMatch(/[{}]/);
    }
  });

  test('a name cannot add a header', () => {
    const { subject } = compose('accessInvitation', 'a@b.example', 'nb', {
      ...values,
      agency: 'X\r\nBcc: all@x.example',
    });
    expect(subject).not.toMatch(/[\r\n]/);
  });
});

describe('the outbox', () => {
  test('is written with what causes it, or not at all, and keeps no link that lets in', async () => {
    await expect(
      db.transaction(async (tx) => {
        await post(tx, { secrets, wake }, { subject: 'invitation:1' }, letter, now);
        throw new Error('the rest failed');
      }),
    ).rejects.toThrow('the rest failed');
    expect(await waiting(db)).toBe(0);
    await put();
    expect(JSON.stringify(await db.select().from(mail))).not.toContain('only-in-the-letter');
  });

  test('sends each letter once, also when several copies sweep at the same time', async () => {
    for (let i = 0; i < 6; i++) await put(`invitation:${i}`);
    const sent: string[] = [];
    const send = async ({ to }: { to: string }) => sent.push(to);
    await Promise.all([1, 2, 3].map(() => sendWaiting(db, secrets, send, now)));
    expect(sent).toHaveLength(6);
    expect(await waiting(db)).toBe(0);
    const rows = await db.select().from(mail);
    expect(rows.every(({ sentAt, sealed }) => sentAt !== null && sealed === null)).toBe(true);
  });

  test('tries again after a pause that grows, and gives up after days', async () => {
    await put();
    const tried: number[] = [];
    for (let minute = 0; minute < 6 * 24 * 60; minute += 1) {
      const fail = async () => {
        tried.push(minute);
        throw Object.assign(new Error('mailbox ola@virksomhet.example is full'), {
          code: 'EENVELOPE',
          responseCode: 452,
        });
      };
      if (minute < 10 || minute % 60 === 0) await sendWaiting(db, secrets, fail, later(minute));
    }
    expect(tried.slice(0, 4)).toEqual([0, 1, 3, 7]);
    expect(tried.length).toBe(16);
    const [row] = await db.select().from(mail);
    expect(row).toMatchObject({ sealed: null, sentAt: null });
    expect(row?.givenUpAt).not.toBeNull();
  });

  test('what was sealed with another secret is given up, and does not stop the others', async () => {
    await db.transaction((tx) =>
      post(tx, { secrets: { seal: async () => 'not ours' }, wake }, { subject: 'invitation:1' }, letter, now),
    );
    await put('invitation:2');
    expect(await sendWaiting(db, secrets, async () => undefined, later(1))).toEqual({ sent: 1, failed: 1 });
    const [bad] = await db.select().from(mail).where(eq(mail.subject, 'invitation:1'));
    expect(bad?.givenUpAt).not.toBeNull();
  });
});

test('goes out over SMTP, readable at the other end', async () => {
  const received: string[] = [];
  const to: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      to.push(address);
      done();
    },
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (part: Buffer) => {
        text += part;
      });
      stream.on('end', () => {
        received.push(text);
        done();
      });
    },
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', () => done());
  });
  const { port } = server.server.address() as { port: number };
  await put();
  const send = mailServer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'samblikk@digdir.example' });
  expect(await sendWaiting(db, secrets, send, now)).toEqual({ sent: 1, failed: 0 });
  expect(to).toEqual(['ola@virksomhet.example']);
  expect(received[0]).toContain('From: samblikk@digdir.example');
  expect(received[0]).toContain('Content-Language: nn');
  expect(received[0]?.replace(/=\r\n/g, '')).toContain('https://samblikk.example/auth/invitation/only-in-the-letter');
  await new Promise<void>((done) => {
    server.close(() => done());
  });

  await put();
  expect(await sendWaiting(db, secrets, send, now)).toEqual({ sent: 0, failed: 1 });
  expect(await waiting(db)).toBe(1);
});
