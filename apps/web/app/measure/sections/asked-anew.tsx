import { isComparable } from '@samblikk/questionnaire';
import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { useMeasureForm } from '../form/measure-form-context.ts';
import { QuestionField } from '../form/question-field.tsx';
import { useAsked } from './section-body.tsx';
import { askingSections } from './steps.tsx';

/**
 * In a carried measure: what is asked anew each year, with last year's answer beside. Stands where the rest is confirmed, so
 * that nobody believes it is all done. What was blank when the page came up stays until one leaves it.
 */
export function AskedAnew() {
  const form = useMeasureForm();
  const { edition, editions, draft, answers } = form;
  const t = useText();
  const asked = useAsked();
  const [blank] = useState(() => {
    const earlier = draft.previous && editions[draft.previous.edition];
    if (!earlier) return new Set<string>();
    const questions = askingSections(form).flatMap(({ questions }) => questions);
    const waiting = questions.filter(({ id, askAnew }) => {
      if (!askAnew || answers[id] !== undefined || draft.previous?.answers[id] === undefined) return false;
      return isComparable(edition, id, earlier.id, editions);
    });
    return new Set(waiting.map(({ id }) => id));
  });
  const questions = askingSections(form)
    .flatMap((section) => asked(section))
    .filter(({ id }) => blank.has(id));
  if (questions.length === 0) return null;
  return (
    <section className="asked-anew" aria-labelledby="asked-anew">
      <h2 className="ds-heading" data-size="2xs" id="asked-anew">
        {t('overview.anew', { year: String(draft.year) })}
      </h2>
      {questions.map((question) => (
        <QuestionField key={question.id} question={question} showMissing={false} />
      ))}
    </section>
  );
}
