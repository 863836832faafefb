export { DateFields, useDatesCheck } from './date-fields.tsx';
export { moments, type TypedDates } from './moments.ts';
export { datesIn, datesProblem, typedDayOf } from './typed-dates.ts';
