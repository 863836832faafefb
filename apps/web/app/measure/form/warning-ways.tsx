import { reasonKey } from '@samblikk/contract/client';
import { type Issue, issueWords, type Question } from '@samblikk/questionnaire';
import { useLanguage, useText } from '../../i18n/index.ts';
import { useMeasureForm } from './measure-form-context.ts';
import { focusQuestion } from './question-place.ts';
import { Reason } from './reason.tsx';

/** What can be done about the warnings at a field: correct the answer, or say why it is right. */
export function WarningWays({ question, issues }: { question: Question; issues: readonly Issue[] }) {
  const { edition, readOnly } = useMeasureForm();
  const t = useText();
  const language = useLanguage();
  const warnings = new Map(issues.filter(({ level }) => level === 'warning').map((issue) => [reasonKey(issue), issue]));
  if (warnings.size === 0 || readOnly) return null;
  return (
    <div className="warning-ways">
      <button
        className="ds-button"
        data-variant="tertiary"
        data-size="sm"
        type="button"
        onClick={() => focusQuestion(question.id)}
      >
        <span>{t('reason.correct')}</span>
        <span className="visually-hidden">{` – ${question.label[language]}`}</span>
      </button>
      {[...warnings].map(([key, issue]) => (
        <Reason key={key} issue={issue} about={issueWords(issue, edition, language)} place={question.id} />
      ))}
    </div>
  );
}
