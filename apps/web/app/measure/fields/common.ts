import type { AnswerValue } from '@samblikk/questionnaire';
import type { FormValue, Reading } from './field-kind.ts';

/** Fields whose value is the answer as it is: text and codes. */
export const asText = {
  write: (answer: AnswerValue | undefined): FormValue => (typeof answer === 'string' ? answer : ''),
  read: (value: FormValue): Reading => ({ answer: String(value) }),
} as const;

/** Fields that hold a list of codes or words. */
export const asList = {
  write: (answer: AnswerValue | undefined): FormValue => (Array.isArray(answer) ? (answer as readonly string[]) : []),
  read: (value: FormValue): Reading => ({ answer: typeof value === 'string' ? [value] : value }),
} as const;

/** The ids that describe a control, of those that there are. */
export const joined = (...ids: readonly (string | false | undefined)[]): string | undefined =>
  ids.filter(Boolean).join(' ') || undefined;

/** What assistive technology is told about a control, besides its name. */
export function describing({ describedBy, invalid }: { describedBy: string | undefined; invalid: boolean }) {
  return {
    ...(describedBy && { 'aria-describedby': describedBy }),
    ...(invalid && { 'aria-invalid': true }),
  };
}
