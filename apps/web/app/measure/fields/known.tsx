import type { AnswerValue } from '@samblikk/questionnaire';
import { asText } from './common.ts';
import type { FieldKind } from './field-kind.ts';

/**
 * Agency and ministry are known from the login and the directory: they are shown, never asked, by `KnownFact`
 * (question-field.tsx). An edition that asked for them would have to say how.
 */
export const known = {
  ...asText,
  Control: () => null,
  group: false,
  saves: 'atOnce',
  read: (value: string | readonly string[]): { answer: AnswerValue } => ({ answer: String(value) }),
} as const satisfies FieldKind<'agency'> & FieldKind<'ministry'>;
