import Fastify from 'fastify';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testConfig } from '../../access/auth/testing.ts';
import { mail } from '../../schema.ts';
import { testDatabase } from '../db/testing.ts';
import { jobRunner } from '../jobs/index.ts';
import { secretsOf } from '../secrets/index.ts';
import { compose } from './letters.ts';
import { post } from './outbox.ts';
import { mailJob } from './send-job.ts';

const { db, url, close } = await testDatabase();
const received: string[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onRcptTo: ({ address }, _session, done) => {
    received.push(address);
    done();
  },
  onData: (stream, _session, done) => {
    stream.on('end', done).resume();
  },
});
const { log } = Fastify({ logger: { level: 'silent' } });
// Two copies of the program, each with its own runner on the same database.
const copies = [jobRunner(url), jobRunner(url)] as const;
const stops: (() => Promise<void>)[] = [];
const config = testConfig();
const secrets = await secretsOf(config)();

beforeAll(async () => {
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', () => done());
  });
  const { port } = server.server.address() as { port: number };
  const settings = { ...config, mail: { smtpUrl: `smtp://127.0.0.1:${port}`, from: 'samblikk@digdir.example' } };
  for (const copy of copies) stops.push(await copy.start([mailJob(settings, db, log)], log));
});
afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  await new Promise<void>((done) => {
    server.close(() => done());
  });
  await close();
});

const letterTo = (to: string) =>
  compose('accessInvitation', to, 'nb', {
    agency: 'Digdir',
    inviter: 'Kari',
    task: 'fylle ut',
    expires: new Date(),
    link: 'https://samblikk.example/auth/invitation/abc',
  });
const send = (to: string, then: () => void = () => undefined) =>
  db.transaction(async (tx) => {
    await post(tx, { secrets, wake: copies[0].wake }, { subject: 'invitation:1' }, letterTo(to), new Date());
    then();
  });

test('a letter goes out as soon as what causes it is committed, once though two copies run, and not when it is taken back', async () => {
  await expect(
    send('never@x.example', () => {
      throw new Error('the rest failed');
    }),
  ).rejects.toThrow('the rest failed');
  const to = Array.from({ length: 5 }, (_, at) => `person-${at}@x.example`);
  await Promise.all(to.map((one) => send(one)));
  // Well before the minute at which the schedule would find them.
  await expect.poll(() => received.toSorted(), { timeout: 15_000, interval: 50 }).toEqual(to);
  await expect
    .poll(async () => (await db.select().from(mail)).map(({ sentAt }) => sentAt !== null), { interval: 50 })
    .toEqual(to.map(() => true));
});

test('letters written while no runner runs wait for the schedule, and nothing fails', async () => {
  const idle = jobRunner(url);
  await db.transaction((tx) => idle.wake(tx, 'mail'));
  expect(received).toHaveLength(5);
});
