import {
  type AnswerValue,
  checkAnswer,
  type Edition,
  type Issue,
  type KindName,
  type Question,
} from '@samblikk/questionnaire';
import { agencies } from './agencies.tsx';
import { amount } from './amount.tsx';
import { date } from './date.tsx';
import type { FieldKind, FormValue, Reading } from './field-kind.ts';
import { fields } from './fields.tsx';
import { known } from './known.tsx';
import { legalBasis } from './legal-basis.tsx';
import { multiple, single } from './options.tsx';
import { tags } from './tags.tsx';
import { email, longText, text } from './text.tsx';

/** How each kind is filled in; one that is missing does not compile. */
const fieldKinds: { [K in KindName]: FieldKind<K> } = {
  text,
  longText,
  email,
  single,
  multiple,
  amount,
  date,
  tags,
  agency: known,
  ministry: known,
  agencies,
  legalBasis,
  fields,
};

/** A field as shared code sees it: any question of its own kind. */
type AnyField = FieldKind<KindName>;

/** The one place where the link between a question and its field is asserted to the compiler. */
export function fieldOf(question: Question): AnyField {
  return fieldKinds[question.kind] as unknown as AnyField;
}

/** What a field's value means: a valid answer, blank, or the reasons why it cannot be saved. */
export function readField(edition: Edition, question: Question, value: FormValue): Reading {
  if (value.length === 0 || (typeof value === 'string' && value.trim() === '')) return { answer: null };
  const reading = fieldOf(question).read(value, question as never);
  if ('issues' in reading || reading.answer === null) return reading;
  const issues: readonly Issue[] = checkAnswer(edition, question, reading.answer);
  return issues.length > 0 ? { issues } : reading;
}

/** A saved answer as the field holds it. */
export function writeField(question: Question, answer: AnswerValue | undefined): FormValue {
  return fieldOf(question).write(answer);
}
