import { type Answers, checkAnswer, isComparable, type Question } from '@samblikk/questionnaire';
import { useRef, useState } from 'react';
import { usePick, useText } from '../../i18n/index.ts';
import { useMeasureForm } from '../form/measure-form-context.ts';
import { AnswerList } from './answer.tsx';

/**
 * "Is this still right?": last year's answers to these questions, confirmed with one press. Only into blank fields, and never
 * what is asked anew. Afterwards it says what is confirmed; `brief`: only how much.
 */
export function TakeOver({ questions, brief = false }: { questions: readonly Question[]; brief?: boolean }) {
  const { draft, confirmed, takeOver } = useMeasureForm();
  const usable = useTakeable(questions);
  const t = useText();
  const pick = usePick();
  const heading = useRef<HTMLHeadingElement>(null);
  const [told, setTold] = useState('');
  if (!draft.previous) return null;
  const count = Object.keys(usable).length;
  const right = questions.filter((question) => confirmed.has(question.id));
  const year = String(draft.previous.year);
  if (count === 0 && right.length === 0 && told === '') return null;
  return (
    <div className="take-over">
      <h2 className="ds-heading" data-size="2xs" ref={heading} tabIndex={-1}>
        {t(count > 0 ? 'takeOver.title' : 'takeOver.holds')}
      </h2>
      {count > 0 && (
        <>
          <p>{t('takeOver.text', { year, count })}</p>
          <AnswerList
            questions={questions.filter(({ id }) => usable[id] !== undefined)}
            answers={usable}
            look="summary-list"
          />
          <button
            className="ds-button"
            type="button"
            onClick={() => {
              takeOver(usable);
              setTold(t('takeOver.done', { year, count }));
              // The button goes away: the focus stays where it was.
              heading.current?.focus();
            }}
          >
            {t('takeOver.button', { year })}
          </button>
        </>
      )}
      {right.length > 0 && (
        <p>
          <span>{t('takeOver.confirmed', { year, count: right.length })}</span>
          {!brief && (
            <span>{`: ${right.map((question) => `«${pick(question.name ?? question.label)}»`).join(', ')}.`}</span>
          )}
          {brief && <span>.</span>}
        </p>
      )}
      <p className="visually-hidden" role="status">
        {told}
      </p>
    </div>
  );
}

/** Last year's answers to these questions that can be confirmed as they are: into blank fields, and not what is asked anew. */
export function useTakeable(questions: readonly Question[]): Answers {
  const { edition, editions, draft, answers } = useMeasureForm();
  const earlier = draft.previous && editions[draft.previous.edition];
  if (!draft.previous || !earlier) return {};
  const before = draft.previous.answers;
  return Object.fromEntries(
    questions.flatMap((question) => {
      const answer = before[question.id];
      if (answer === undefined || question.known || question.askAnew || answers[question.id] !== undefined) return [];
      const fits =
        isComparable(edition, question.id, earlier.id, editions) && checkAnswer(edition, question, answer).length === 0;
      return fits ? [[question.id, answer]] : [];
    }),
  );
}
