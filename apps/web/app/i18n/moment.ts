export {
  daysUntil,
  endOfDay,
  formatDay as showDay,
  formatMoment as showMoment,
  formatTime as showTime,
} from '@samblikk/text';
