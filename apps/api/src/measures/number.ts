import { type SQL, sql } from 'drizzle-orm';

// A measure's public number: the year of its first report, and a running number of four digits or more, `2019-0042`.

/** The signs people write between year and running number. */
const written = /^(?:nr\.?|#)?\s*(20\d\d)\s*[-‐‑‒–—−/.]\s*(\d{1,9})$/i;

const digits = 4;

/**
 * A measure's number in its own writing, from any that people use: `2019/42`, `2019 – 0042`, `nr. 2019-00042`.
 * Undefined for what is no such number.
 */
export function readMeasureNumber(text: string): string | undefined {
  const [, year, running] = written.exec(text.trim()) ?? [];
  return year && running && Number(running) > 0
    ? `${year}-${String(Number(running)).padStart(digits, '0')}`
    : undefined;
}

/** The same writing in the database, where numbers are given out. @param running an expression for the running number */
export const measureNumber = (year: number, running: SQL): SQL =>
  sql`${`${year}-`}::text || lpad((${running})::text, greatest(${digits}::int, length((${running})::text)), '0')`;
