import {
  findQuestion,
  type Issue,
  isComparable,
  issueWords,
  kindOf,
  type Question,
  sectionOf,
  tellsOnlyOf,
} from '@samblikk/questionnaire';
import type { FocusEvent, FormEvent, HTMLAttributes, ReactNode } from 'react';
import { useController, useFormState } from 'react-hook-form';
import { useLanguage, usePick, useText } from '../../i18n/index.ts';
import { correctionWordsId, FieldCorrections, useFieldCorrections } from '../corrections/corrections.tsx';
import { joined } from '../fields/common.ts';
import type { FormValues } from '../fields/field-kind.ts';
import { fieldOf } from '../fields/index.ts';
import { refersToAgencies, useNames } from '../lookups.ts';
import { FieldQueries, queryWordsId, useFieldQueries } from '../queries/query-list.tsx';
import { afterPress } from './after-press.ts';
import { ConflictChoice, conflictId } from './conflict-choice.tsx';
import { useValidation } from './measure-form.tsx';
import { useMeasureForm, useSaveState } from './measure-form-context.ts';
import { allOptional } from './question-place.ts';
import { WarningWays } from './warning-ways.tsx';

/**
 * One question: label, help, last year's answer, the control of its kind, and what is wrong. All that describes the control
 * is linked to it by id, also inside groups, so that a screen reader says it.
 * @param showMissing say that a required answer is missing: only after the check has been asked for
 */
export function QuestionField({ question, showMissing }: { question: Question; showMissing: boolean }) {
  const { edition, issues, queue } = useMeasureForm();
  const { conflicts, faults } = useSaveState();
  const language = useLanguage();
  const validate = useValidation();
  const { field, fieldState } = useController({ name: question.id, rules: { validate: validate(question.id) } });
  const { Control, group } = fieldOf(question);
  const { id } = question;
  const conflict = conflicts.find((candidate) => candidate.question === id);

  const said = issues.filter((issue) => issue.question === id);
  const missing = showMissing ? said.filter((issue) => issue.level === 'error') : [];
  const errors = fieldState.error?.message
    ? [fieldState.error.message]
    : wordsOf([...(faults[id] ?? []), ...(fieldState.isTouched ? certain(said) : []), ...missing]);
  const { errors: unreadable } = useFormState<FormValues>();
  // What is remarked reads answers; of one that cannot be read there is nothing more to say.
  const told = said.filter(
    (issue) => issue.level !== 'error' && tellsOnlyOf(edition, issue, (other) => unreadable[other] === undefined),
  );
  const spoken = fieldState.isTouched || field.value?.length > 0 ? told : [];
  const remarks = [...new Map(spoken.map((issue) => [issueWords(issue, edition, language), issue.level]))];
  function wordsOf(list: readonly Issue[]): string[] {
    return [...new Set(list.map((issue) => issueWords(issue, edition, language)))];
  }

  const previous = usePrevious(question);
  // A group is described once, and its inputs only by what is wrong: nobody wants the help again with every choice.
  const queries = useFieldQueries(id);
  const corrections = useFieldCorrections(id);
  const known = [
    ...queries.map(queryWordsId),
    ...corrections.map(correctionWordsId),
    question.help && `${id}-help`,
    previous && `${id}-previous`,
  ];
  const wrong = [errors.length > 0 && `${id}-error`, remarks.length > 0 && `${id}-remark`, conflict && conflictId(id)];

  const leave = () => {
    field.onBlur();
    queue.leave(id);
  };
  const leaving = {
    onBlur: (event: FocusEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget)) afterPress(leave);
    },
    // Filled in by the browser or a helper of its, without the focus: nobody will leave the field.
    onInput: (event: FormEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(document.activeElement)) setTimeout(leave);
    },
  };
  return (
    <Frame question={question} group={group} describedBy={joined(...known, ...wrong)} leaving={leaving}>
      <FieldQueries queries={queries} />
      <FieldCorrections corrections={corrections} />
      {previous && <Previous question={question} previous={previous} />}
      <Control
        question={question as never}
        edition={edition}
        language={language}
        value={field.value}
        onChange={field.onChange}
        describedBy={group ? joined(...wrong) : joined(...known, ...wrong)}
        invalid={errors.length > 0}
      />
      <div id={`${id}-error`} className="messages">
        {errors.map((text) => (
          <p className="ds-validation-message" key={text}>
            {text}
          </p>
        ))}
      </div>
      <div id={`${id}-remark`} className="messages">
        {remarks.map(([text, level]) => (
          <p className="ds-validation-message" data-color={level} key={text}>
            {text}
          </p>
        ))}
      </div>
      <WarningWays question={question} issues={spoken} />
      {conflict && <ConflictChoice question={question} conflict={conflict} />}
    </Frame>
  );
}

/** Errors of rules: certain, and about answers that are there. */
const certain = (issues: readonly Issue[]) =>
  issues.filter((issue) => issue.level === 'error' && issue.code !== 'required');

function Frame({
  question,
  group,
  describedBy,
  leaving,
  children,
}: {
  question: Question;
  group: boolean;
  describedBy: string | undefined;
  leaving: Pick<HTMLAttributes<HTMLElement>, 'onBlur' | 'onInput'>;
  children: ReactNode;
}) {
  const pick = usePick();
  const help = question.help && (
    <p data-field="description" className="question-help" id={`${question.id}-help`}>
      {pick(question.help)}
    </p>
  );
  if (group) {
    return (
      <fieldset
        className="ds-fieldset question"
        id={question.id}
        tabIndex={-1}
        aria-describedby={describedBy}
        {...leaving}
      >
        <legend className="ds-label" data-weight="medium">
          <span>{pick(question.label)}</span> <Need question={question} />
        </legend>
        {help}
        {children}
      </fieldset>
    );
  }
  return (
    <div className="ds-field question" {...leaving}>
      <label className="ds-label" data-weight="medium" htmlFor={question.id}>
        <span>{pick(question.label)}</span> <Need question={question} />
      </label>
      {help}
      {children}
    </div>
  );
}

/** Where some must be filled in, every field says whether it must. */
function Need({ question }: { question: Question }) {
  const { edition } = useMeasureForm();
  const t = useText();
  const section = sectionOf(edition, question.id);
  if (section && allOptional(section)) return null;
  return (
    <span className="ds-tag need" data-color={question.required ? 'warning' : 'info'} data-size="sm">
      {t(question.required ? 'field.required' : 'field.optional')}
    </span>
  );
}

/** Last year's answer to the same question, where the two can be compared. */
function usePrevious(question: Question) {
  const { edition, editions, draft } = useMeasureForm();
  const earlier = draft.previous && editions[draft.previous.edition];
  const before = earlier && findQuestion(earlier, question.id);
  const answer = draft.previous?.answers[question.id];
  if (!draft.previous || !earlier || !before || answer === undefined) return undefined;
  if (!isComparable(edition, question.id, earlier.id, editions)) return undefined;
  return { year: draft.previous.year, edition: earlier, question: before, answer };
}

function Previous({
  question,
  previous,
}: {
  question: Question;
  previous: NonNullable<ReturnType<typeof usePrevious>>;
}) {
  const { confirmed } = useMeasureForm();
  const t = useText();
  const language = useLanguage();
  const names = useNames(refersToAgencies(previous.answer));
  const text = kindOf(previous.question).show(previous.question, previous.answer, language, names, previous.edition);
  return (
    <p className="previous-answer" id={`${question.id}-previous`}>
      <span className="previous-year">{t('field.previous', { year: String(previous.year) })}</span> <span>{text}</span>
      {confirmed.has(question.id) && <span className="confirmed">{t('field.confirmed')}</span>}
    </p>
  );
}
