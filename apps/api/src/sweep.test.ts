import { eq } from 'drizzle-orm';
import { PgBoss } from 'pg-boss';
import { v7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from './access/auth/testing.ts';
import { insertLogin } from './access/index.ts';
import { buildApp } from './app.ts';
import { testDatabase } from './platform/db/testing.ts';
import { jobRunner } from './platform/jobs/index.ts';
import { digdir, openRound } from './responses/testing.ts';
import { measure, presence, session, upload } from './schema.ts';
import { sweep, sweepJob } from './sweep.ts';

const { db, url, close } = await testDatabase();
const config = testConfig();
const minute = 60_000;
const limits = { idle: 30 * minute, total: 120 * minute };
const app = await buildApp({ config, db });
afterAll(async () => {
  await app.close();
  await close();
});
const ago = (minutes: number) => new Date(Date.now() - minutes * minute);

test('what has had its time is swept away, and nothing else', async () => {
  const { id: roundId } = await openRound(db, { opensAt: ago(60), deadline: ago(-60), lateUntil: null });
  const fresh = await signInAs(db, { now: ago(29) });
  const idle = await signInAs(db, { now: ago(31) });
  const usedUp = await signInAs(db, { now: ago(121) });
  await db
    .update(session)
    .set({ lastSeenAt: ago(1) })
    .where(eq(session.id, usedUp.sessionId));
  // A login under way has been seen by nobody: only its own time counts, also when that is longer than idle.
  await insertLogin(db, { id: 'under way', data: {} }, ago(40), 50 * minute);
  await insertLogin(db, { id: 'given up', data: {} }, ago(11), 10 * minute);

  const list = (expiresAt: Date) => ({
    ...{ id: v7(), roundId, agencyId: digdir.id, personId: fresh.personId, fileName: 'a.csv', format: 'csv' as const },
    ...{ notes: [], sheets: [], mapping: null, createdAt: ago(60), expiresAt },
  });
  const kept = list(ago(-1));
  await db.insert(upload).values([kept, list(ago(1))]);

  const measureId = v7();
  await db.insert(measure).values({ id: measureId, number: '2026-0001' });
  const here = { measureId, roundId, section: null };
  await db.insert(presence).values([
    { ...here, personId: fresh.personId, seenAt: ago(0) },
    { ...here, personId: idle.personId, seenAt: ago(5) },
  ]);

  expect(await sweep(db, new Date(), limits)).toEqual({ sessions: 3, uploads: 1, presence: 1, alerts: 0 });
  expect((await db.select().from(session)).map(({ id }) => id).sort()).toEqual([fresh.sessionId, 'under way'].sort());
  expect((await db.select().from(upload)).map(({ id }) => id)).toEqual([kept.id]);
  expect((await db.select().from(presence)).map(({ personId }) => personId)).toEqual([fresh.personId]);
  expect(await sweep(db, new Date(), limits)).toEqual({ sessions: 0, uploads: 0, presence: 0, alerts: 0 });
});

test('copies of the program share one schedule, and a job that is due is done by one of them', async () => {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false });
  await boss.start();
  // The first copy makes the queue and is gone before the job is due; two others find it as they start.
  await (await jobRunner(url).start([sweepJob(config, db)], app.log))();
  await signInAs(db, { now: ago(31) });
  const before = await db.$count(session);
  const id = await boss.send('sweep');
  const stops = await Promise.all([
    jobRunner(url).start([sweepJob(config, db)], app.log),
    jobRunner(url).start([sweepJob(config, db)], app.log),
  ]);
  try {
    const state = async () => (await boss.findJobs('sweep', { id: id ?? '' })).map((job) => job.state);
    await expect.poll(state, { timeout: 15_000, interval: 200 }).toEqual(['completed']);
    expect(await db.$count(session)).toBe(before - 1);
    expect(await boss.getSchedules()).toMatchObject([{ name: 'sweep', cron: '*/5 * * * *' }]);
  } finally {
    await boss.stop();
    await Promise.all(stops.map((stop) => stop()));
  }
});
