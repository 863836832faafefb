import { type Issue, issueText, questionsOf } from '@samblikk/questionnaire';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { useHref, useLanguage, usePick, useText } from '../../i18n/index.ts';
import { checkPage, listPath, measurePath, PageTitle } from '../../ui/index.ts';
import { CorrectionList } from '../corrections/corrections.tsx';
import { ExemptionList } from '../exemptions/exemptions.tsx';
import { useMeasureForm, useSaveState } from '../form/measure-form-context.ts';
import { useQuestionPath } from '../form/question-place.ts';
import { AskQuery } from '../queries/ask-query.tsx';
import { QueryList } from '../queries/query-list.tsx';
import { Answer } from './answer.tsx';
import { Finished } from './finished.tsx';
import { useBackToSubmit } from './from-submit.tsx';
import { MeasureHead, useMeasureTitle } from './measure-head.tsx';
import { Preview } from './preview.tsx';
import { askingSections, besideSteps, Steps, summaryId } from './steps.tsx';
import { Warnings } from './warnings.tsx';

/** Check of one measure: what is wrong in words, every answer with a way to change it, and what the public will see. */
export function Check() {
  const { edition, draft, issues, queue, readOnly } = useMeasureForm();
  const t = useText();
  const to = useHref();
  const title = useMeasureTitle();
  const submit = useBackToSubmit();
  useEffect(() => queue.flush(), [queue]);
  const of = (level: Issue['level']) => issues.filter((issue) => issue.level === level);
  const { toMend } = useSaveState();
  const ready = !readOnly && toMend.length === 0 && of('error').length === 0;
  const heading = t(readOnly ? 'check.readTitle' : 'check.title');
  return (
    <>
      <PageTitle title={`${heading} – ${title}`} />
      <MeasureHead>
        <h1 className="ds-heading" data-size="lg">
          {heading}
        </h1>
      </MeasureHead>
      <div className="with-steps">
        <Steps current={checkPage} />
        <div {...besideSteps} className="check">
          <QueryList />
          <CorrectionList />
          <ExemptionList />
          {ready && (
            <p className="ds-alert" data-color="success">
              {t(draft.sections === null ? 'check.ready' : 'check.partReady')}
            </p>
          )}
          <IssueList title={t('check.errors', { count: countOf(of('error')) })} issues={of('error')} color="danger" />
          <Warnings issues={of('warning')} />
          <IssueList title={t('check.info')} issues={of('info')} color="info" />
          <Hidden />
          {askingSections({ edition, draft }).map((section) => (
            <Summary key={section.id} section={section} />
          ))}
          {draft.mayAsk && (
            <div>
              <AskQuery question={null} label="" />
            </div>
          )}
          <Finished />
          {draft.sections === null && <Preview />}
          <div className="buttons">
            {submit && (
              <Link className="ds-button" to={to(submit)}>
                {t('nav.toSubmit')}
              </Link>
            )}
            <Link className="ds-button" data-variant={submit ? 'secondary' : undefined} to={to(listPath(draft))}>
              {t(draft.delegated ? 'nav.toDelegated' : 'nav.toHub')}
            </Link>
            {!readOnly && (
              <Link className="ds-button" data-variant="secondary" to={to(measurePath(draft.year, draft.id))}>
                {t('check.toOverview')}
              </Link>
            )}
          </div>
        </div>
      </div>
    </>
  );
}

/** The same words at several questions are one thing to mend. */
const countOf = (issues: readonly Issue[]) =>
  new Set(issues.map((issue) => issue.code + (issue.code.includes('.') ? '' : issue.question))).size;

function IssueList({ title, issues, color }: { title: string; issues: readonly Issue[]; color: 'danger' | 'info' }) {
  const { edition, readOnly } = useMeasureForm();
  const language = useLanguage();
  const change = useQuestionPath();
  const said = new Map(
    issues.map((issue) => [issueText(issue, edition, language), issue]).toReversed() as [string, Issue][],
  );
  if (said.size === 0) return null;
  return (
    <section className="ds-alert issues" data-color={color} aria-label={title}>
      <h2 className="ds-heading" data-size="2xs">
        {title}
      </h2>
      <ul>
        {[...said].toReversed().map(([text, issue]) => (
          <li key={text}>{readOnly ? text : <Link to={change(issue.question)}>{text}</Link>}</li>
        ))}
      </ul>
    </section>
  );
}

/** Answers given before another answer hid their question: kept, and not sent. */
function Hidden() {
  const { edition, answers, asked } = useMeasureForm();
  const t = useText();
  const pick = usePick();
  const hidden = questionsOf(edition).filter((q) => !q.known && answers[q.id] !== undefined && !asked.has(q.id));
  if (hidden.length === 0) return null;
  return (
    <p className="ds-alert">
      {t('check.hidden', {
        count: hidden.length,
        questions: hidden.map((question) => `«${pick(question.label)}»`).join(', '),
      })}
    </p>
  );
}

function Summary({ section }: { section: ReturnType<typeof askingSections>[number] }) {
  const { answers, confirmed, asked, draft, readOnly } = useMeasureForm();
  const { toMend } = useSaveState();
  const t = useText();
  const pick = usePick();
  const change = useQuestionPath();
  const questions = section.questions.filter((question) => asked.has(question.id));
  return (
    <section className="summary" aria-labelledby={summaryId(section.id)}>
      <h2 className="ds-heading" data-size="sm" id={summaryId(section.id)}>
        {pick(section.title)}
      </h2>
      <dl className="summary-list">
        {questions.map((question) => (
          <div key={question.id}>
            <dt>{pick(question.label)}</dt>
            <dd>
              <Answer question={question} answer={answers[question.id]} />
              {toMend.includes(question.id) && (
                <Link className="not-saved" to={change(question.id)}>
                  <span>{t('check.notSaved')}</span>
                  <span className="visually-hidden">{` – ${pick(question.label)}`}</span>
                </Link>
              )}
              {draft.previous && confirmed.has(question.id) && (
                <span className="confirmed">{t('check.confirmed', { year: String(draft.previous.year) })}</span>
              )}
            </dd>
            {!question.known && !readOnly && (
              <dd className="summary-change">
                <Link to={change(question.id)}>
                  <span>{t('check.change')}</span>
                  <span className="visually-hidden">{` ${pick(question.label)}`}</span>
                </Link>
              </dd>
            )}
            {!question.known && draft.mayAsk && (
              <dd className="summary-ask">
                <AskQuery question={question.id} label={pick(question.label)} />
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}
