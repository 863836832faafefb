import { type Language, locales } from '@samblikk/questionnaire';

/** `15. desember 2026 kl. 23:59`, by the clock in Norway. */
export function osloTime(iso: string, language: Language): string {
  const show = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'Europe/Oslo' }).format(new Date(iso));
  return `${show({ dateStyle: 'long' })} ${language === 'en' ? 'at' : 'kl.'} ${show({ hour: '2-digit', minute: '2-digit' })}`;
}
