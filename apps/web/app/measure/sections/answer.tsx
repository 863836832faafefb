import { type Answers, type AnswerValue, kindOf, type Question } from '@samblikk/questionnaire';
import { useLanguage, usePick, useText } from '../../i18n/index.ts';
import { useMeasureForm } from '../form/measure-form-context.ts';
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

/** Questions with their answers; nothing when there are none. */
export function AnswerList({
  questions,
  answers,
  look,
}: {
  questions: readonly Question[];
  answers: Answers;
  look: 'known-facts' | 'summary-list';
}) {
  const pick = usePick();
  if (questions.length === 0) return null;
  return (
    <dl className={look}>
      {questions.map((question) => (
        <div key={question.id}>
          <dt>{pick(question.label)}</dt>
          <dd>
            <Answer question={question} answer={answers[question.id]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
