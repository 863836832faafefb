import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { declination, population, reopening, reopeningRefusal, round } from '../schema.ts';
import { linesOver } from './testing.ts';

// A round of 2031 through its year by commands alone.

const { db, close } = await testDatabase();
await import2019(db);
afterAll(close);

const samblikk = linesOver(db);
const stateOf = async () => (await db.select().from(round).where(eq(round.year, 2031)))[0]?.state;

test('a round is made, changed, and not opened while it asks nobody', async () => {
  const opens = '2026-02-01T08:00:00+01:00';
  expect((await samblikk(`rounds create --round 2031 --edition 2026 --opens ${opens}`)).status).toBe(0);
  expect((await samblikk('rounds create --round 2031 --edition 2026')).status).toBe(2);
  expect((await samblikk('rounds change --round 2031')).status).toBe(2);
  expect((await samblikk('rounds change --round 2031 --deadline 2031-03-01')).status).toBe(2);
  const changed = await samblikk('rounds change --round 2031 --deadline 2031-03-01T23:59:00+01:00');
  expect(changed).toMatchObject({ status: 0, output: expect.stringContaining('2031-03-01T22:59:00.000Z') });
  const remind = (...at: string[]) =>
    samblikk(`rounds change --round 2031 ${at.map((one) => `--reminder ${one}`).join(' ')}`);
  expect((await remind('2031-02-15')).status).toBe(2);
  // After the deadline, and twice on a day.
  expect((await remind('2031-03-02T09:00+01:00')).status).toBe(1);
  expect((await remind('2031-02-15T09:00+01:00', '2031-02-15T12:00+01:00')).status).toBe(1);
  expect((await remind('2031-02-22T09:00+01:00', '2031-02-15T09:00+01:00')).status).toBe(0);
  const [reminded] = await db.select().from(round).where(eq(round.year, 2031));
  expect(reminded?.reminders).toEqual(['2031-02-15T08:00:00.000Z', '2031-02-22T08:00:00.000Z']);
  // What rolls on after the freeze.
  expect((await samblikk('rounds change --round 2031 --updates perhaps')).status).toBe(2);
  expect((await samblikk('rounds change --round 2031 --quarterly')).status).toBe(2);
  const rolling = '--freeze 2031-04-02T12:00+02:00 --updates on --quarterly --hold-snapshots on';
  expect((await samblikk(`rounds change --round 2031 ${rolling}`)).status).toBe(0);
  const [rolls] = await db.select().from(round).where(eq(round.year, 2031));
  expect(rolls).toMatchObject({ takesUpdates: true, holdSnapshots: true });
  expect(rolls?.snapshots).toEqual(
    ['2031-07-01T10', '2031-10-01T10', '2032-01-01T11', '2032-04-01T10'].map((hour) => `${hour}:00:00.000Z`),
  );
  for (const wrong of ['31', '2031', '2032'])
    expect((await samblikk(`rounds change --round 2031 --from ${wrong}`)).status, wrong).toBe(2);
  expect((await samblikk('rounds change --round 2031 --from 2030')).status).toBe(1);
  // The next year has the same days of the week and the same clock, but for the date that is written.
  expect((await samblikk('rounds create --round 2032 --edition 2026 --from 2031')).status).toBe(0);
  const own = '2032-02-27T23:59+01:00';
  expect((await samblikk(`rounds change --round 2032 --from 2031 --deadline ${own}`)).status).toBe(0);
  const [next] = await db.select().from(round).where(eq(round.year, 2032));
  expect([next?.opensAt, next?.deadline].map((at) => at?.toISOString())).toEqual([
    '2027-01-31T07:00:00.000Z',
    '2032-02-27T22:59:00.000Z',
  ]);
  expect(next?.reminders).toEqual(['2032-02-14T08:00:00.000Z', '2032-02-21T08:00:00.000Z']);
  expect((await samblikk('rounds delete --round 2032')).status).toBe(0);
  expect((await samblikk('rounds open --round 2031')).status).toBe(1);
  expect((await samblikk('rounds open --round 2030')).status).toBe(1);
  expect(await stateOf()).toBe('planned');
});

test('it opens; who has answered is told; one agency gets more time, another declines, and thinks better of it', async () => {
  const [made] = await db.select().from(round).where(eq(round.year, 2031));
  const [before] = await db.select().from(round).where(eq(round.year, 2019));
  const lines = await db
    .select()
    .from(population)
    .where(eq(population.roundId, before?.id ?? ''));
  await db.insert(population).values(lines.map((one) => ({ ...one, roundId: made?.id ?? '', answered: false })));
  expect((await samblikk('rounds open --round 2031')).status).toBe(0);
  expect((await samblikk('round status --round 2031')).output).toContain('0 of 73 answered');
  expect((await samblikk('round status --round 2019')).output).toContain('67 of 73 answered');
  const json = JSON.parse((await samblikk('round status --round 2019 --format json')).output);
  expect(json).toHaveLength(73);
  expect((await samblikk('round status --round 2019 --format xml')).status).toBe(2);

  const nav = '--round 2031 --agency 889640782';
  expect((await samblikk(`round more-time ${nav} --until 2031-02-30`)).status).toBe(2);
  expect((await samblikk(`round more-time ${nav} --until 2031-03-15`)).output).toContain('2031-03-15T22:59:59.000Z');
  expect((await db.select().from(reopening)).map(({ until }) => until?.toISOString())).toEqual([
    '2031-03-15T22:59:59.000Z',
  ]);
  for (const wrong of [
    `round more-time ${nav}`,
    `round more-time ${nav} --refuse`,
    `round more-time ${nav} --refuse --until 2031-03-20`,
  ])
    expect(await samblikk(wrong), wrong).toMatchObject({ status: 2 });
  expect((await samblikk(`round more-time ${nav} --until 2031-03-20 --reason`, 'Fordi')).status).toBe(2);
  const refusing = () => samblikk(`round more-time ${nav} --refuse --reason`, 'Tallene er låst');
  expect((await refusing()).status).toBe(1);
  await db.update(reopening).set({ reason: 'Sykdom', askedAt: new Date(), askedByName: 'Kari' });
  expect((await refusing()).output).toBe('Arbeids- og velferdsetaten (Nav) gets no more time, and is told why\n');
  expect(await db.select().from(reopeningRefusal)).toMatchObject([
    { reason: 'Tallene er låst', refusedBy: null, refusedByName: 'command-line' },
  ]);
  expect((await refusing()).status).toBe(1);
  expect((await samblikk(`round decline ${nav}`)).status).toBe(2);
  expect((await samblikk(`round decline ${nav} --reason`, 'Er under avvikling')).status).toBe(0);
  expect((await samblikk('round status --round 2031')).output).toContain('declined');
  expect((await samblikk(`round decline ${nav} --undo`)).status).toBe(0);
  expect((await samblikk(`round decline ${nav} --undo`)).status).toBe(1);
  expect(await db.select().from(declination)).toMatchObject([
    { reason: 'Er under avvikling', undoneAt: expect.any(Date) },
  ]);
});

test('it closes; one that nobody has answered is deleted, with all that was said of it', async () => {
  expect((await samblikk('rounds close --round 2031')).status).toBe(0);
  expect(await stateOf()).toBe('closed');
  expect((await samblikk('rounds delete --round 2019')).status).toBe(1);
  expect((await samblikk('rounds delete --round 2031')).status).toBe(0);
  expect(await stateOf()).toBeUndefined();
});
