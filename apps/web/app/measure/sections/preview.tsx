import { exemptionsIn, publicAnswers, questionsOf } from '@samblikk/questionnaire';
import { usePick, useText } from '../../i18n/index.ts';
import { useMeasureForm } from '../form/measure-form-context.ts';
import { Answer, AnswerList } from './answer.tsx';

/** The measure as the public will see it: the publication filter itself, not a copy of its rules. */
export function Preview() {
  const { edition, answers } = useMeasureForm();
  const t = useText();
  const pick = usePick();
  const shown = publicAnswers(edition, answers);
  const withheld = new Set(shown.withheldFields);
  const { question: decides, inPart } = edition.publication;
  const choice = answers[decides];
  // Not yet said, or said to be in part but not which: nothing is shown, but that is not the answer.
  const undecided = shown.visibility === 'withheld' && (choice === undefined || inPart.includes(String(choice)));
  return (
    <details className="ds-details preview">
      <summary>{t('preview.title')}</summary>
      <div>
        <p aria-live="polite">{t(undecided ? 'preview.undecided' : `preview.${shown.visibility}`)}</p>
        {shown.visibility === 'withheld' && <Grounds />}
        {shown.visibility !== 'withheld' && (
          <dl className="summary-list">
            {questionsOf(edition)
              .filter(({ id }) => shown.answers[id] !== undefined || withheld.has(id))
              .map((question) => (
                <div key={question.id}>
                  <dt>{pick(question.label)}</dt>
                  <dd>
                    {withheld.has(question.id) ? (
                      <em>{t('preview.exempt')}</em>
                    ) : (
                      <Answer question={question} answer={shown.answers[question.id]} />
                    )}
                  </dd>
                </div>
              ))}
          </dl>
        )}
      </div>
    </details>
  );
}

/** Why a measure is kept back and for how long: the answers that follow from the one about publication. */
function Grounds() {
  const { edition, answers } = useMeasureForm();
  return <AnswerList questions={exemptionsIn(edition, answers).grounds} answers={answers} look="summary-list" />;
}
