import { type AnswerValue, findQuestion, issueWords } from '@samblikk/questionnaire';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { Form } from 'react-router';
import { fieldOf, readField, writeField } from '../measure/index.ts';
import { Unfolding } from '../staff/index.ts';
import { DayField, faultOf, inputOf, Labelled, typedDay, useDayFault, useFieldErrors } from '../ui/index.ts';
import { useLooking } from './looking.ts';
import { useQualityText } from './texts.ts';

/** Asks the agency about one answer, or about all of the measure. */
export function AskForm({ question, label }: { question: string | null; label: string }) {
  const s = useQualityText();
  return (
    <Unfolding label={s(question === null ? 'ask.whole' : 'ask.open')} about={label}>
      <Ask question={question} />
    </Unfolding>
  );
}

function Ask({ question }: { question: string | null }) {
  const { measure } = useLooking();
  const s = useQualityText();
  const dayFault = useDayFault();
  const id = `ask-${question ?? 'whole'}`;
  const { errors, form } = useFieldErrors((element) => ({
    text: textIn(element, 'text') === '' ? s('ask.missing') : undefined,
    due: dayFault(inputOf(element, 'due')?.value ?? ''),
  }));
  return (
    <Form method="post" className="confirm-box" {...form}>
      <input type="hidden" name="question" value={question ?? ''} />
      <input type="hidden" name="version" value={measure.version} />
      <Labelled id={id} label={s('ask.label')} error={errors.text}>
        <textarea className="ds-input" id={id} name="text" rows={3} maxLength={2000} {...faultOf(id, errors.text)} />
      </Labelled>
      <Due id={`${id}-due`} error={errors.due} />
      <button className="ds-button" data-size="sm" type="submit" name="what" value="ask">
        {s('ask.send')}
      </button>
    </Form>
  );
}

function Due({ id, error }: { id: string; error: string | undefined }) {
  const { measure } = useLooking();
  const s = useQualityText();
  return <DayField id={id} name="due" label={s('due.label')} initial={typedDay(measure.dueOn)} error={error} />;
}

/** Proposes another answer to one question, filled in as the agency fills it in. */
export function ProposeForm({ question, label }: { question: string; label: string }) {
  const s = useQualityText();
  return (
    <Unfolding label={s('fix.open')} about={label}>
      <Propose id={question} />
    </Unfolding>
  );
}

function Propose({ id }: { id: string }) {
  const { measure, edition, language } = useLooking();
  const s = useQualityText();
  const dayFault = useDayFault();
  const question = findQuestion(edition, id);
  const now = Object.hasOwn(measure.corrected, id) ? measure.corrected[id] : measure.answers[id];
  const [value, setValue] = useState(() =>
    question ? writeField(question, (now ?? undefined) as AnswerValue | undefined) : '',
  );
  const typing = useForm<Record<string, string>>();
  const reading = question ? readField(edition, question, value) : { answer: null };
  const fault =
    'issues' in reading ? reading.issues.map((issue) => issueWords(issue, edition, language)).join(' ') : undefined;
  const { errors, form } = useFieldErrors((element) => ({
    [id]: fault,
    reason: textIn(element, 'reason') === '' ? s('fix.reasonMissing') : undefined,
    due: dayFault(inputOf(element, 'due')?.value ?? ''),
  }));
  if (!question) return null;
  const { Control, group } = fieldOf(question);
  const errorId = `${id}-error`;
  const wrong = errors[id] === undefined ? undefined : (fault ?? undefined);
  const control = (
    // A field of a list of words keeps there what is typed and not yet a word.
    <FormProvider {...typing}>
      <Control
        question={question as never}
        edition={edition}
        language={language}
        value={value}
        onChange={setValue}
        describedBy={wrong === undefined ? undefined : errorId}
        invalid={wrong !== undefined}
      />
      {wrong !== undefined && (
        <p className="ds-validation-message" id={errorId}>
          {wrong}
        </p>
      )}
    </FormProvider>
  );
  const reasonId = `reason-${id}`;
  return (
    <Form method="post" className="confirm-box" {...form}>
      <input type="hidden" name="question" value={id} />
      <input type="hidden" name="version" value={measure.version} />
      <input type="hidden" name="value" value={'answer' in reading ? JSON.stringify(reading.answer) : ''} />
      {group ? (
        <fieldset className="ds-fieldset">
          <legend className="ds-label">{s('fix.value')}</legend>
          {control}
        </fieldset>
      ) : (
        <div className="ds-field">
          <label className="ds-label" htmlFor={id}>
            {s('fix.value')}
          </label>
          {control}
        </div>
      )}
      <Labelled id={reasonId} label={s('fix.reason')} error={errors.reason}>
        <p data-field="description" className="small">
          {s('fix.reasonHelp')}
        </p>
        <textarea
          className="ds-input"
          id={reasonId}
          name="reason"
          rows={2}
          maxLength={2000}
          {...faultOf(reasonId, errors.reason)}
        />
      </Labelled>
      <Due id={`due-${id}`} error={errors.due} />
      <button className="ds-button" data-size="sm" type="submit" name="what" value="propose">
        {s('fix.send')}
      </button>
    </Form>
  );
}

/** An administrator decides that a correction applies. */
export function DecideForm({ id, label }: { id: string; label: string }) {
  const s = useQualityText();
  return (
    <Unfolding label={s('talk.decide')} about={label}>
      <Decide id={id} />
    </Unfolding>
  );
}

function Decide({ id }: { id: string }) {
  const s = useQualityText();
  const { errors, form } = useFieldErrors((element) => ({
    text: textIn(element, 'text') === '' ? s('talk.decideMissing') : undefined,
  }));
  const fieldId = `decide-${id}`;
  return (
    <Form method="post" className="confirm-box" {...form}>
      <input type="hidden" name="id" value={id} />
      <Labelled id={fieldId} label={s('talk.decideLabel')} error={errors.text}>
        <textarea
          className="ds-input"
          id={fieldId}
          name="text"
          rows={2}
          maxLength={2000}
          {...faultOf(fieldId, errors.text)}
        />
      </Labelled>
      <button className="ds-button" data-size="sm" type="submit" name="what" value="decide">
        {s('talk.decideYes')}
      </button>
    </Form>
  );
}

const textIn = (form: HTMLFormElement, name: string): string => String(new FormData(form).get(name) ?? '').trim();
