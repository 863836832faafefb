import { formatDay } from '@samblikk/text';
import * as z from 'zod/mini';
import type { Text } from '../definition.ts';
import { codeCell, open } from './common.ts';
import type { Kind } from './kind.ts';

/** No measure begins or ends outside these: a year such as 0026 is a slip. */
export const firstDay = '1990-01-01';
export const lastDay = '2099-12-31';

const texts = {
  notADate: {
    nb: 'Skriv en dato som finnes, for eksempel 30.08.2026.',
    nn: 'Skriv ein dato som finst, til dømes 30.08.2026.',
    en: 'Write a date that exists, for example 30.08.2026.',
  },
  yearOutside: {
    nb: 'Skriv et årstall fra 1990 til 2099.',
    nn: 'Skriv eit årstal frå 1990 til 2099.',
    en: 'Write a year from 1990 to 2099.',
  },
} as const satisfies Record<string, Text>;

const schema = z.iso
  .date({ error: 'notADate', abort: true })
  .check(z.refine((day) => day >= firstDay && day <= lastDay, { error: 'yearOutside' }));

/** What is wrong with a text that is to be a day (ISO 8601), in words; undefined for a day. */
export function dayFault(day: string): Text | undefined {
  const { success, error } = schema.safeParse(day);
  return success ? undefined : texts[error.issues[0]?.message === 'yearOutside' ? 'yearOutside' : 'notADate'];
}

/** A day of the calendar, stored as ISO 8601 (`2026-08-30`); files may also say `30.08.2026`. */
export const date: Kind<'date', string> = {
  ...codeCell,
  ...open,
  name: 'date',
  days: true,
  answer: () => schema,
  read: (_question, cells) => {
    const cell = (cells[0] ?? '').trim();
    const [, day, month, year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(cell) ?? [];
    if (day && month && year) return { answer: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
    return cell === '' ? {} : { answer: cell };
  },
  codes: () => [],
  show: (_question, answer, language) => formatDay(answer, language),
  texts,
};
