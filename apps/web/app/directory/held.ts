import { showDay, useLanguage } from '../i18n/index.ts';
import { useDirectoryText } from './texts.ts';

/** From when to when something held, in words. */
export function useHeld(): (of: { readonly from: string | null; readonly to: string | null }) => string {
  const s = useDirectoryText();
  const language = useLanguage();
  const day = (iso: string) => showDay(iso, language);
  return ({ from, to }) => {
    if (from && to) return s('between', { from: day(from), to: day(to) });
    if (from) return s('since', { from: day(from) });
    return to ? s('until', { to: day(to) }) : s('always');
  };
}
