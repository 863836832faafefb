import type { FastifyBaseLogger } from 'fastify';
import { afterAll, expect, test, vi } from 'vitest';
import { testDatabase } from '../db/testing.ts';
import { eachByItself, jobRunner } from './index.ts';

const { db, url, close } = await testDatabase();
afterAll(close);

test('what a job fails of stands in the log, and the job is done again', async () => {
  const log = { info: vi.fn(), error: vi.fn() };
  const runner = jobRunner(url);
  let tries = 0;
  const work = async () => {
    tries += 1;
    if (tries === 1) throw new Error('the first time');
    return { tries };
  };
  const stop = await runner.start(
    [{ name: 'frail', schedule: '0 0 1 1 *', work }],
    log as unknown as FastifyBaseLogger,
  );
  await db.transaction((tx) => runner.wake(tx, 'frail'));
  await vi.waitFor(() => expect(log.error).toHaveBeenCalledWith({ err: new Error('the first time') }, 'frail'), 30_000);
  await db.transaction((tx) => runner.wake(tx, 'frail'));
  await vi.waitFor(() => expect(log.info).toHaveBeenCalledWith({ tries: 2 }, 'frail'), 30_000);
  await stop();
}, 90_000);

test('each is done though others fail, and all faults are told', async () => {
  const done: number[] = [];
  const work = async (n: number) => {
    if (n % 2 === 0) throw new Error(`${n} fails`);
    done.push(n);
  };
  await expect(eachByItself([1, 2, 3], work)).rejects.toThrow('2 fails');
  await expect(eachByItself([2, 4, 5], work)).rejects.toThrow('Error: 2 fails; Error: 4 fails');
  await eachByItself([7], work);
  expect(done).toEqual([1, 3, 5, 7]);
});
