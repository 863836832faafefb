/**
 * The day that a text means, as `2027-03-15`, whether it is in the calendar or not; day, month and year are parted as one
 * likes. What is no day is handed on as it stands: whoever reads it says what is wrong with it.
 */
export function dayIn(typed: string): string {
  const text = typed.trim();
  const [, day, month, year] = /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})\.?$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${digits(month)}-${digits(day)}`;
}

/** `15.03.2027`, of a day as ISO 8601; blank for none. */
export function typedDay(day: string | undefined): string {
  const [year, month, date] = day?.split('-') ?? [];
  return year === undefined ? '' : `${digits(date)}.${digits(month)}.${year}`;
}

const digits = (part: string | undefined) => (part ?? '').padStart(2, '0');
