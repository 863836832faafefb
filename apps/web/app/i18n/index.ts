export { formatDate, formatMoment, formatNumber, formatPercent } from './format.ts';
export { allLanguages, inLanguage, type Language, languageNames, languageOfPath, withoutLanguage } from './language.ts';
export { loadMessages, type MessageKey } from './messages.ts';
export { daysUntil, endOfDay, showDay, showMoment, showTime } from './moment.ts';
export { Message, Messages, Norwegian, useHref, useLanguage, usePick, useText } from './text.tsx';
