import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../platform/db/testing.ts';
import { measureNumber, readMeasureNumber } from './number.ts';

const { db, close } = await testDatabase();
afterAll(close);

describe('a measure’s number', () => {
  test.each([
    ['2019-0042', '2019-0042'],
    [' 2019-42 ', '2019-0042'],
    ['2019/0042', '2019-0042'],
    ['2019 – 00042', '2019-0042'],
    ['nr. 2026-12345', '2026-12345'],
    ['#2026-7', '2026-0007'],
  ])('%s is read as %s', (text, number) => {
    expect(readMeasureNumber(text)).toBe(number);
  });

  test.each(['', '42', '2019', '2019-', '2019-0000', '2019-05-17', '12-2019', 'SAK-2019-42', '1019-0001'])(
    '%s is none',
    (text) => {
      expect(readMeasureNumber(text)).toBeUndefined();
    },
  );

  test('is written by the database as it is read, whatever its length', async () => {
    for (const [running, number] of [
      [1, '2026-0001'],
      [9999, '2026-9999'],
      [10000, '2026-10000'],
    ] as const) {
      const { rows } = await db.execute<{ number: string }>(
        sql`select ${measureNumber(2026, sql`${running}::int`)} as number`,
      );
      expect(rows).toEqual([{ number }]);
      expect(readMeasureNumber(number)).toBe(number);
    }
  });
});
