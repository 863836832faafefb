import { type AnswerValue, kindOf, type Question } from '@samblikk/questionnaire';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { useMeasureForm } from '../form/measure-form.tsx';
import { refersToAgencies, useNames } from '../lookups.ts';

/** An answer as a person reads it. */
export function Answer({ question, answer }: { question: Question; answer: AnswerValue | undefined }) {
  const { edition, names } = useMeasureForm();
  const t = useText();
  const language = useLanguage();
  const all = useNames(refersToAgencies(answer));
  if (answer === undefined) return <span className="subtle">{t('answer.blank')}</span>;
  const known = { agency: (orgnr: string) => names.agency(orgnr) ?? all.agency(orgnr), ministry: names.ministry };
  return <span className="answer">{kindOf(question).show(question, answer, language, known, edition)}</span>;
}
