import type { Language } from './language.ts';

// Chosen so that the same number reads the same in all three languages: a thin space between thousands.
const numbers = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 1 });

/** `12 500`, with decimal comma in Norwegian and point in English. */
export function formatNumber(value: number, language: Language): string {
  const text = numbers.format(value);
  return language === 'en' ? text.replace(',', '.') : text;
}

/** `43 %`, never on two lines; English writes it without the space. */
export function formatPercent(value: number, language: Language): string {
  return language === 'en' ? `${formatNumber(value, language)}%` : `${formatNumber(value, language)}\u00a0%`;
}

/** A change in percentage points, with its sign: `+0,3`, `−1`, `0`. */
export function formatPoints(value: number, language: Language): string {
  const text = formatNumber(Math.round(value * 10) / 10, language);
  return value >= 0.05 ? `+${text}` : text.replace(/^[-\u2212]0$/, '0');
}
