import { findQuestion, kindOf, type Section as SectionOf } from '@samblikk/questionnaire';
import { useEffect, useRef, useState } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import { Link, Navigate, useLocation, useNavigate, useParams } from 'react-router';
import { useHref, useLanguage, usePick, useText } from '../../i18n/text.tsx';
import { ErrorPage } from '../../page/error-page.tsx';
import { PageTitle } from '../../page/title.tsx';
import { fromCheck, measurePath } from '../addresses.ts';
import type { FormValues } from '../fields/field-kind.ts';
import { useMeasureForm, useSaveState } from '../form/measure-form.tsx';
import { QuestionField } from '../form/question-field.tsx';
import { MeasureHead, useMeasureTitle } from './measure-head.tsx';
import { Preview } from './preview.tsx';
import { SimilarMeasures } from './similar.tsx';
import { askingSections, Steps } from './steps.tsx';
import { TakeOver } from './take-over.tsx';

export const handle = { interactive: true };

/** One section of the form on a page of its own. The address names it; the definition says what is in it. */
export default function SectionPage() {
  const form = useMeasureForm();
  const { draft, readOnly } = form;
  const { section: id } = useParams();
  const to = useHref();
  const section = askingSections(form).find((candidate) => candidate.id === id);
  if (!section) return <ErrorPage error={missing} />;
  if (readOnly) return <Navigate replace to={to(measurePath(draft.year, draft.id, 'kontroll'))} />;
  return <SectionForm key={section.id} section={section} />;
}

const missing = { status: 404, statusText: '', internal: false, data: null };

function SectionForm({ section }: { section: SectionOf }) {
  const { edition, draft, asked, queue } = useMeasureForm();
  const t = useText();
  const pick = usePick();
  const to = useHref();
  const navigate = useNavigate();
  const { hash, search } = useLocation();
  const form = useFormContext<FormValues>();
  const [stopped, setStopped] = useState(0);
  const title = useMeasureTitle();
  const sections = askingSections({ edition, draft });
  const at = sections.indexOf(section);
  const [before, after] = [sections[at - 1], sections[at + 1]];
  const back = new URLSearchParams(search).get(fromCheck.name) === fromCheck.value;
  const page = (name: string) => to(measurePath(draft.year, draft.id, name));
  const next = back || !after ? 'kontroll' : after.id;
  const questions = section.questions.filter((question) => !question.known && asked.has(question.id));
  useFocusOnHash(hash);

  const submit = async () => {
    const valid = await form.trigger(questions.map((question) => question.id));
    queue.flush();
    if (valid && queue.state().conflicts.length === 0) navigate(page(next));
    else setStopped((times) => times + 1);
  };
  return (
    <>
      <PageTitle title={`${pick(section.title)} – ${title}`} />
      <MeasureHead>
        <h1 className="ds-heading" data-size="lg">
          <span className="heading-over">{t('section.step', { step: at + 1, of: sections.length })}</span>
          {pick(section.title)}
        </h1>
      </MeasureHead>
      <div className="with-steps">
        <Steps current={section.id} />
        <form
          noValidate
          className="section-form"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          {section.intro && <p className="lead">{pick(section.intro)}</p>}
          <SecrecyNote section={section} />
          <TakeOver questions={section.questions} />
          <KnownFacts section={section} />
          {questions.map((question) => (
            <QuestionField key={question.id} question={question} showMissing={back} />
          ))}
          {questions.some(({ id }) => id === edition.roles.title || id === edition.roles.summary) && (
            <SimilarMeasures />
          )}
          {questions.some(({ id }) => id === edition.publication.question) && draft.sections === null && (
            <Preview open />
          )}
          {stopped > 0 && <ErrorSummary key={stopped} questions={questions.map((question) => question.id)} />}
          <div className="buttons">
            <button className="ds-button" type="submit">
              {back || !after ? t('section.toCheck') : t('section.next', { title: pick(after.title) })}
            </button>
            {before && (
              <Link className="ds-button" data-variant="secondary" to={page(before.id)}>
                {t('section.previous')}
              </Link>
            )}
            <Link className="ds-button" data-variant="tertiary" to={page('')}>
              {t('section.later')}
            </Link>
          </div>
        </form>
      </div>
    </>
  );
}

/** What must be mended before going on; takes the focus, and its links lead to the fields. */
function ErrorSummary({ questions }: { questions: readonly string[] }) {
  const { edition } = useMeasureForm();
  const { conflicts } = useSaveState();
  const { errors } = useFormState<FormValues>();
  const t = useText();
  const language = useLanguage();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const faults = questions.flatMap((id) => {
    const message = errors[id]?.message;
    const conflict = conflicts.some((candidate) => candidate.question === id);
    const label = findQuestion(edition, id)?.label[language] ?? id;
    if (typeof message === 'string') return [{ id, text: message }];
    return conflict ? [{ id, text: t('conflict.choose', { label }) }] : [];
  });
  if (faults.length === 0) return null;
  return (
    <section className="ds-error-summary" ref={box} tabIndex={-1} aria-labelledby="error-summary">
      <h2 id="error-summary">{t('errors.title')}</h2>
      <ul>
        {faults.map(({ id, text }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                focusQuestion(id);
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where there is free text, it is said that nothing classified may be written. */
function SecrecyNote({ section }: { section: SectionOf }) {
  const t = useText();
  const writes = section.questions.some((question) => !question.known && kindOf(question).ownWords !== undefined);
  return writes ? <p className="secrecy">{t('section.secrecy')}</p> : null;
}

/** Agency and ministry: known, and therefore not asked. */
function KnownFacts({ section }: { section: SectionOf }) {
  const { edition, answers, names } = useMeasureForm();
  const pick = usePick();
  const language = useLanguage();
  const known = section.questions.filter((question) => question.known && answers[question.id] !== undefined);
  if (known.length === 0) return null;
  return (
    <dl className="known-facts">
      {known.map((question) => (
        <div key={question.id}>
          <dt>{pick(question.label)}</dt>
          <dd>{kindOf(question).show(question, answers[question.id] ?? '', language, names, edition)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Puts the focus in a question's field: the input, or the group with its legend. */
function focusQuestion(id: string): void {
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}

/** A link to a question from elsewhere: focus goes there, after the page has moved its own to the heading. */
function useFocusOnHash(hash: string): void {
  useEffect(() => {
    if (hash.length < 2) return;
    const timer = setTimeout(() => focusQuestion(decodeURIComponent(hash.slice(1))), 0);
    return () => clearTimeout(timer);
  }, [hash]);
}
