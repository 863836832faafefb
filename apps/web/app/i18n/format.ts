export { formatDate, formatMoment, formatNumber, formatPercent, formatPoints } from '@samblikk/text';
