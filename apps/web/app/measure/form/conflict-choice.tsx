import { kindOf, type Question } from '@samblikk/questionnaire';
import { showTime, useLanguage, useText } from '../../i18n/index.ts';
import { useSession } from '../../session/index.ts';
import { refersToAgencies, useNames } from '../lookups.ts';
import type { Conflict } from '../saving/save-state.ts';
import { useMeasureForm } from './measure-form-context.ts';
import { focusQuestion } from './question-place.ts';

/** The id of what says that two answers stand against each other, for the description of the field. */
export const conflictId = (question: string): string => `${question}-conflict`;

/**
 * Both answers of a conflict, with who and when. Nothing is chosen for the person. That it is there is told where saving is
 * told of, and with the field.
 */
export function ConflictChoice({ question, conflict }: { question: Question; conflict: Conflict }) {
  const { edition, queue } = useMeasureForm();
  const session = useSession();
  const language = useLanguage();
  const t = useText();
  const names = useNames([conflict.yours, conflict.theirs].some(refersToAgencies));
  const { author } = conflict;
  const time = showTime(conflict.at, language);
  const own = session?.name === author;
  const show = (value: typeof conflict.yours) =>
    value === null ? t('answer.blank') : kindOf(question).show(question, value, language, names, edition);
  const choose = (choice: 'mine' | 'theirs') => {
    queue.resolve(question.id, choice);
    // What was pressed goes away: the focus goes to the answer that was chosen.
    focusQuestion(question.id);
  };
  return (
    <section className="ds-alert conflict" data-color="warning" aria-labelledby={conflictId(question.id)}>
      <h2 className="ds-heading" data-size="2xs" id={conflictId(question.id)}>
        {own ? t('conflict.titleOwn', { time }) : t('conflict.title', { author, time })}
      </h2>
      <dl>
        <dt>{t(own ? 'conflict.here' : 'conflict.yours')}</dt>
        <dd>{show(conflict.yours)}</dd>
        <dt>{own ? t('conflict.there') : t('conflict.theirs', { author })}</dt>
        <dd>{show(conflict.theirs)}</dd>
      </dl>
      <div className="buttons">
        <button className="ds-button" type="button" onClick={() => choose('mine')}>
          {t(own ? 'conflict.keepHere' : 'conflict.keepMine')}
        </button>
        <button className="ds-button" data-variant="secondary" type="button" onClick={() => choose('theirs')}>
          {t(own ? 'conflict.keepThere' : 'conflict.keepTheirs')}
        </button>
      </div>
    </section>
  );
}
