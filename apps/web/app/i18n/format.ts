export { formatDate, formatMoment, formatNumber, formatPercent } from '@samblikk/text';
