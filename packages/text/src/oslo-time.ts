import { type Language, locales } from './language.ts';

// Time as people in Norway read it. By `Intl` alone: a browser needs nothing more for it. What is computed on the server,
// by days and clocks, is in oslo-clock.ts.

/** The clock in Norway. Nothing else names it. */
export const osloZone = 'Europe/Oslo';

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: osloZone });

/** The day a moment falls on in Norway, as ISO 8601. */
export const osloDay = (moment: Date): string => days.format(moment);

function show(iso: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locales[language], { timeZone: osloZone, ...options }).format(new Date(iso));
}

/** `30. august 2019`: the day of a moment, by the clock in Norway. */
export function formatDate(iso: string, language: Language): string {
  return show(iso, language, { dateStyle: 'long' });
}

/** `15. desember 2026 kl. 23:59`, by the clock in Norway. */
export function formatMoment(iso: string, language: Language): string {
  return `${formatDate(iso, language)} ${language === 'en' ? 'at' : 'kl.'} ${formatTime(iso, language)}`;
}

/** `10:42`, by the clock in Norway. */
export function formatTime(iso: string, language: Language): string {
  return show(iso, language, { hour: '2-digit', minute: '2-digit' });
}

/** `10. mars 2026`, of a day of the calendar as ISO 8601. */
export function formatDay(day: string, language: Language): string {
  return show(day, language, { dateStyle: 'long', timeZone: 'UTC' });
}

const dayLength = 24 * 60 * 60 * 1000;

/** Whole days from now to a deadline, counted by midnights in Norway; negative when it has passed. */
export function daysUntil(deadline: string, now: string): number {
  const date = (iso: string) => Date.parse(osloDay(new Date(iso)));
  return Math.round((date(deadline) - date(now)) / dayLength);
}

/** The last moment of a day (ISO date) in Norway, as ISO 8601. Anything else is handed on, and refused by the API. */
export function endOfDay(day: string): string {
  const utc = new Date(`${day}T23:59:59Z`);
  if (Number.isNaN(utc.getTime())) return day;
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: osloZone, hour: 'numeric', hourCycle: 'h23' });
  // Norway is one or two hours ahead: what the clock there says at that moment tells how many.
  const ahead = (Number(hour.format(utc)) + 1) % 24;
  return new Date(utc.getTime() - ahead * 60 * 60 * 1000).toISOString();
}

/** The first days of the four quarters that begin after a day (ISO dates): `2026-05-20` → 1 July, 1 October, 1 January, 1 April. */
export function quartersAfter(day: string): string[] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const next = Math.floor((month - 1) / 3) + 1;
  return [0, 1, 2, 3].map((more) => {
    const quarter = next + more;
    const first = String(3 * (quarter % 4) + 1).padStart(2, '0');
    return `${year + Math.floor(quarter / 4)}-${first}-01`;
  });
}
