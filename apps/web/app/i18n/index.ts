export { formatDate, formatMoment, formatNumber, formatPercent, formatPoints } from './format.ts';
export { allLanguages, inLanguage, type Language, languageNames, languageOfPath, withoutLanguage } from './language.ts';
export { loadAllMessages, loadMessages, type MessageKey, type PublicMessageKey } from './messages.ts';
export { daysUntil, endOfDay, showDay, showMoment, showTime } from './moment.ts';
export {
  Message,
  Messages,
  Norwegian,
  PublicMessage,
  useHref,
  useLanguage,
  usePick,
  usePublicText,
  useText,
} from './text.tsx';
