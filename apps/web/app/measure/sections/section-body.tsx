import { afterLabel, findQuestion, kindOf, questionsRead, type Section as SectionOf } from '@samblikk/questionnaire';
import { type FormEvent, Fragment, useEffect, useRef, useState } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { useLanguage, usePick, useText } from '../../i18n/index.ts';
import type { FormValues } from '../fields/field-kind.ts';
import { useMeasureForm, useSaveState } from '../form/measure-form-context.ts';
import { QuestionField } from '../form/question-field.tsx';
import { focusQuestion } from '../form/question-place.ts';
import { AnswerList } from './answer.tsx';
import { Preview } from './preview.tsx';
import { SimilarMeasures } from './similar.tsx';
import { askedIn } from './steps.tsx';
import { TakeOver } from './take-over.tsx';

/**
 * What a section asks of people as the answers stand (`askedIn`), but for what waits: until something can be read, or until the
 * question that opens it has been left blank.
 * @param all one comes to mend or to look over: nothing waits to be asked
 */
export function useAsked(all = false): (section: SectionOf) => SectionOf['questions'] {
  const form = useMeasureForm();
  const { errors, touchedFields } = useFormState<FormValues>();
  // What is asked because another is blank waits while something unreadable stands there.
  const unreadable = (id: string) => errors[id] !== undefined;
  // It is asked after the other was left blank, not before one has come to it; what is answered stays.
  const untouched = (id: string) => form.answers[id] === undefined && touchedFields[id] !== true;
  const waits = ({ id, showIf, required }: SectionOf['questions'][number]) => {
    const read = showIf === undefined ? [] : questionsRead(showIf);
    if (read.some(unreadable)) return true;
    return !all && !required && read.length > 0 && read.every(untouched) && form.answers[id] === undefined;
  };
  return (section) => askedIn(form, section).filter((question) => !waits(question));
}

/** All of a section but its heading and its buttons. */
export function SectionBody({ section, showMissing }: { section: SectionOf; showMissing: boolean }) {
  const { edition, draft } = useMeasureForm();
  const pick = usePick();
  const questions = useAsked(showMissing)(section);
  const { title, summary } = edition.roles;
  const described = questions.findLast(({ id }) => id === title || id === summary);
  return (
    <>
      {section.intro && <p className="lead">{pick(section.intro)}</p>}
      <SectionNotes section={section} />
      <TakeOver questions={section.questions} />
      <KnownFacts section={section} />
      {questions.map((question) => (
        <Fragment key={question.id}>
          <QuestionField question={question} showMissing={showMissing} />
          {question === described && <SimilarMeasures />}
        </Fragment>
      ))}
      {questions.some(({ id }) => id === edition.publication.question) && draft.sections === null && <Preview />}
    </>
  );
}

/** Going on from these questions, once nothing of them is wrong: what handles the form's submit, and what tells why it stopped. */
export function useGoOn(questions: string[], to: string) {
  const { queue } = useMeasureForm();
  const form = useFormContext<FormValues>();
  const navigate = useNavigate();
  const [stopped, setStopped] = useState(0);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const valid = await form.trigger(questions);
    queue.flush();
    if (valid && queue.state().conflicts.length === 0) navigate(to);
    else setStopped((times) => times + 1);
  };
  return { onSubmit, summary: stopped > 0 && <ErrorSummary key={stopped} questions={questions} /> };
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
    if (typeof message === 'string') return [{ id, text: afterLabel(edition, id, message, language) }];
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

/** Where there is free text: that nothing classified may be written. */
function SectionNotes({ section }: { section: SectionOf }) {
  const t = useText();
  const writes = section.questions.some((question) => !question.known && kindOf(question).ownWords !== undefined);
  return writes ? <p className="secrecy">{t('section.secrecy')}</p> : null;
}

/** Agency and ministry: known, and therefore not asked. */
function KnownFacts({ section }: { section: SectionOf }) {
  const { answers } = useMeasureForm();
  const known = section.questions.filter((question) => question.known && answers[question.id] !== undefined);
  return <AnswerList questions={known} answers={answers} look="known-facts" />;
}
