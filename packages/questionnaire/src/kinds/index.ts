import type { AnswerValue, KindName, Question } from '../definition.ts';
import { agencies } from './agencies.ts';
import { agency } from './agency.ts';
import { amount } from './amount.ts';
import { date } from './date.ts';
import { email } from './email.ts';
import { fields } from './fields.ts';
import type { Kind } from './kind.ts';
import { legalBasis } from './legal-basis.ts';
import { longText } from './long-text.ts';
import { ministry } from './ministry.ts';
import { multiple } from './multiple.ts';
import { single } from './single.ts';
import { tags } from './tags.ts';
import { text } from './text.ts';

/** All kinds; one that is missing does not compile. */
export const kinds = {
  text,
  longText,
  email,
  single,
  multiple,
  amount,
  date,
  tags,
  agency,
  ministry,
  agencies,
  legalBasis,
  fields,
} as const satisfies { [K in KindName]: Kind<K, AnswerValue> };

/** A kind as shared code sees it: any question of its own, any answer that was checked against its schema. */
export type AnyKind = Kind<KindName, AnswerValue>;

/** The kind of a question. The one place where the link between a question and its kind is asserted to the compiler. */
export function kindOf(question: Question): AnyKind {
  return kinds[question.kind] as unknown as AnyKind;
}
