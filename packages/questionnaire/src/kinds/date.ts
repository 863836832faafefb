import * as z from 'zod/mini';
import { locales } from '../definition.ts';
import { codeCell, open } from './common.ts';
import type { Kind } from './kind.ts';

const longDate = (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
const formats = { nb: longDate(locales.nb), nn: longDate(locales.nn), en: longDate(locales.en) };

/** A day of the calendar, stored as ISO 8601 (`2026-08-30`); files may also say `30.08.2026`. */
export const date: Kind<'date', string> = {
  ...codeCell,
  ...open,
  name: 'date',
  answer: () => z.iso.date({ error: 'notADate' }),
  read: (_question, cells) => {
    const cell = (cells[0] ?? '').trim();
    const [, day, month, year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(cell) ?? [];
    if (day && month && year) return { answer: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
    return cell === '' ? {} : { answer: cell };
  },
  codes: () => [],
  show: (_question, answer, language) => formats[language].format(new Date(answer)),
  texts: {
    notADate: {
      nb: 'Skriv en dato som finnes, for eksempel 30.08.2026.',
      nn: 'Skriv ein dato som finst, til dømes 30.08.2026.',
      en: 'Write a date that exists, for example 30.08.2026.',
    },
  },
};
