import { type Issue, issueText, questionsOf } from '@samblikk/questionnaire';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { useHref, useLanguage, usePick, useText } from '../../i18n/text.tsx';
import { PageTitle } from '../../page/title.tsx';
import { fromCheck, listPath, measurePath } from '../addresses.ts';
import { useMeasureForm } from '../form/measure-form.tsx';
import { AskQuery } from '../returned-ask.tsx';
import { QueryList } from '../returned-queries.tsx';
import { Answer } from './answer.tsx';
import { MeasureHead, useMeasureTitle } from './measure-head.tsx';
import { Preview } from './preview.tsx';
import { askingSections, Steps } from './steps.tsx';
import { Warnings } from './warnings.tsx';

/** Check of one measure: what is wrong in words, every answer with a way to change it, and what the public will see. */
export function Check() {
  const { edition, draft, issues, queue, readOnly } = useMeasureForm();
  const t = useText();
  const to = useHref();
  const title = useMeasureTitle();
  const change = useChangePath();
  useEffect(() => queue.flush(), [queue]);
  const of = (level: Issue['level']) => issues.filter((issue) => issue.level === level);
  const ready = of('error').length === 0;
  return (
    <>
      <PageTitle title={`${t('check.title')} – ${title}`} />
      <MeasureHead>
        <h1 className="ds-heading" data-size="lg">
          {t('check.title')}
        </h1>
      </MeasureHead>
      <div className="with-steps">
        <Steps current="kontroll" />
        <div className="check">
          <QueryList change={change} />
          {ready && (
            <p className="ds-alert" data-color="success">
              {t(draft.sections === null ? 'check.ready' : 'check.partReady')}
            </p>
          )}
          <IssueList title={t('check.errors', { count: countOf(of('error')) })} issues={of('error')} color="danger" />
          <Warnings issues={of('warning')} change={change} />
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
          {draft.sections === null && <Preview />}
          <div className="buttons">
            <Link className="ds-button" to={to(listPath(draft))}>
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
  const change = useChangePath();
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

/** The address where a question is answered, and that leads back here. */
function useChangePath() {
  const { edition, draft } = useMeasureForm();
  const to = useHref();
  return (id: string) => {
    const section = edition.sections.find((candidate) => candidate.questions.some((question) => question.id === id));
    const path = measurePath(draft.year, draft.id, section?.id ?? '');
    return to(`${path}?${fromCheck.name}=${fromCheck.value}#${id}`);
  };
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
  const { answers, asked, draft, readOnly } = useMeasureForm();
  const t = useText();
  const pick = usePick();
  const change = useChangePath();
  const questions = section.questions.filter((question) => asked.has(question.id));
  return (
    <section className="summary" aria-labelledby={`summary-${section.id}`}>
      <h2 className="ds-heading" data-size="sm" id={`summary-${section.id}`}>
        {pick(section.title)}
      </h2>
      <dl className="summary-list">
        {questions.map((question) => (
          <div key={question.id}>
            <dt>{pick(question.label)}</dt>
            <dd>
              <Answer question={question} answer={answers[question.id]} />
            </dd>
            {!question.known && !readOnly && (
              <dd className="summary-change">
                <Link to={change(question.id)}>
                  {t('check.change')}
                  <span className="visually-hidden"> {pick(question.label)}</span>
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
