import { locales } from '@samblikk/questionnaire';
import type { Language } from './language.ts';

const day = 24 * 60 * 60 * 1000;

/** `15. desember 2026 kl. 23:59`, by the clock in Norway. */
export function showMoment(iso: string, language: Language): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'Europe/Oslo' }).format(new Date(iso));
  return `${format({ dateStyle: 'long' })} ${language === 'en' ? 'at' : 'kl.'} ${format({ hour: '2-digit', minute: '2-digit' })}`;
}

/** `10:42`, by the clock in Norway. */
export function showTime(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', timeZone: 'Europe/Oslo' }).format(
    new Date(iso),
  );
}

/** `10. mars 2026`, of a day as ISO 8601. */
export function showDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}

/** Whole days from now to a deadline, counted by midnights in Norway; negative when it has passed. */
export function daysUntil(deadline: string, now: string): number {
  const date = (iso: string) =>
    Date.parse(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short' }).format(new Date(iso)));
  return Math.round((date(deadline) - date(now)) / day);
}

/** The last moment of a day (ISO date) in Norway, as ISO 8601. Anything else is handed on, and refused by the API. */
export function endOfDay(day: string): string {
  const utc = new Date(`${day}T23:59:59Z`);
  if (Number.isNaN(utc.getTime())) return day;
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hour: 'numeric', hourCycle: 'h23' });
  // Norway is one or two hours ahead: what the clock there says at that moment tells how many.
  const ahead = (Number(hour.format(utc)) + 1) % 24;
  return new Date(utc.getTime() - ahead * 60 * 60 * 1000).toISOString();
}
