import type { Pool } from 'pg';

// For tests: what nobody may be able to see. Measures that are withheld whole trade what they answered, each within its release.

/** Runs with the guards of frozen measures off. */
export async function unguarded(pool: Pool, sql: string, values: readonly unknown[] = []): Promise<number> {
  await pool.query('alter table release_measure disable trigger all');
  const { rowCount } = await pool.query(sql, [...values]);
  await pool.query('alter table release_measure enable trigger all');
  return rowCount ?? 0;
}

/** Makes every other withheld measure late, so that there is something to trade, and some public ones. How many are late of all measures is told. */
export function markLate(pool: Pool): Promise<number> {
  return unguarded(
    pool,
    `update release_measure m set late = case when visibility = 'withheld' then w.place % 2 = 0 else late or w.place % 9 = 0 end
      from (select release_id, measure_id, row_number() over (partition by release_id, visibility = 'withheld' order by position) as place
        from release_measure) w
      where w.release_id = m.release_id and w.measure_id = m.measure_id`,
  );
}

/**
 * Gives each withheld measure the answers of the one so many places on, and has it late if the one as many places on and one more
 * was: which agencies were late can be known, so that late ones among an answer would be theirs. The other way with a minus.
 * @returns how many there are
 */
export function tradeAnswers(pool: Pool, places: number): Promise<number> {
  const further = places + Math.sign(places);
  return unguarded(
    pool,
    `with withheld as (
      select release_id, measure_id, answers, late, row_number() over by_place - 1 as place, count(*) over (partition by release_id) as n
      from release_measure where visibility = 'withheld' window by_place as (partition by release_id order by position)
    )
    update release_measure m set answers = answered.answers, late = came.late
    from withheld own
      join withheld answered on answered.release_id = own.release_id and answered.place = ((own.place + $1) % own.n + own.n) % own.n
      join withheld came on came.release_id = own.release_id and came.place = ((own.place + $2) % own.n + own.n) % own.n
    where m.release_id = own.release_id and m.measure_id = own.measure_id`,
    [places, further],
  );
}
