import { reasonKey } from '@samblikk/contract/client';
import { findQuestion, type Issue, issueText } from '@samblikk/questionnaire';
import { Link } from 'react-router';
import { useLanguage, useText } from '../../i18n/index.ts';
import { useMeasureForm } from '../form/measure-form-context.ts';
import { useQuestionPath } from '../form/question-place.ts';
import { Reason, useReason } from '../form/reason.tsx';

/**
 * What asks "is this right?": each can be corrected, or given a reason that follows the answer. Neither is required, and
 * nothing here stops anyone.
 */
export function Warnings({ issues }: { issues: readonly Issue[] }) {
  const t = useText();
  const said = new Map(issues.toReversed().map((issue) => [reasonKey(issue), issue]));
  if (said.size === 0) return null;
  return (
    <section className="ds-alert issues" data-color="warning" aria-labelledby="warnings">
      <h2 className="ds-heading" data-size="2xs" id="warnings">
        {t('check.warnings')}
      </h2>
      <ul>
        {[...said].toReversed().map(([key, issue]) => (
          <li key={key}>
            <Warning issue={issue} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One warning: what it says, the way to the answer, and why it does not matter. */
function Warning({ issue }: { issue: Issue }) {
  const { edition, readOnly } = useMeasureForm();
  const t = useText();
  const language = useLanguage();
  const path = useQuestionPath();
  const given = useReason(issue);
  const text = issueText(issue, edition, language);
  if (readOnly) {
    return (
      <>
        <span>{text}</span>
        {given !== undefined && <p className="reason">{t('reason.given', { reason: given })}</p>}
      </>
    );
  }
  return (
    <>
      <span>{text}</span>
      <div className="warning-ways">
        <Link to={path(issue.question)}>
          <span>{t('reason.correct')}</span>
          <span className="visually-hidden">{` – ${findQuestion(edition, issue.question)?.label[language] ?? text}`}</span>
        </Link>
        <Reason issue={issue} about={text} place="check" />
      </div>
    </>
  );
}
