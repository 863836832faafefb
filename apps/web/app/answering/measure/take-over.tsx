import { type Answers, checkAnswer, comparabilityOf, type Question } from '@samblikk/questionnaire';
import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { useMeasureForm } from '../form/measure-form.tsx';

/** Last year's answers to these questions, taken over with one press: only into blank fields, and never what is asked anew. */
export function TakeOver({ questions }: { questions: readonly Question[] }) {
  const { edition, editions, draft, answers, takeOver } = useMeasureForm();
  const t = useText();
  const [told, setTold] = useState('');
  const earlier = draft.previous && editions[draft.previous.edition];
  if (!draft.previous || !earlier) return null;
  const before = draft.previous.answers;
  const usable: Answers = Object.fromEntries(
    questions.flatMap((question) => {
      const answer = before[question.id];
      if (answer === undefined || question.known || question.askAnew || answers[question.id] !== undefined) return [];
      const { with: comparable } = comparabilityOf(edition, question.id, earlier.id, editions);
      const fits =
        (comparable === 'same' || comparable === 'note') && checkAnswer(edition, question, answer).length === 0;
      return fits ? [[question.id, answer]] : [];
    }),
  );
  const count = Object.keys(usable).length;
  const year = String(draft.previous.year);
  return (
    <div className="take-over">
      {count > 0 && (
        <>
          <p>{t('takeOver.text', { year, count })}</p>
          <button
            className="ds-button"
            data-variant="secondary"
            type="button"
            onClick={() => {
              takeOver(usable);
              setTold(t('takeOver.done', { year, count }));
            }}
          >
            {t('takeOver.button', { year })}
          </button>
        </>
      )}
      <p role="status">{told}</p>
    </div>
  );
}
