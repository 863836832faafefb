import { dayFault } from '@samblikk/questionnaire';
import { useState } from 'react';
import { daysUntil, endOfDay, showDay, useLanguage, usePick, useText } from '../i18n/index.ts';
import { faultOf, Labelled } from './labelled-field.tsx';
import { dayIn } from './typed-day.ts';

/**
 * A day, written as day.month.year and said back in words: the browser's own date field shows day and month in an order that
 * the browser chooses, not the page.
 */
export function DayInput({
  id,
  name,
  value,
  onChange,
  describedBy,
  invalid,
}: {
  id: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  /** The ids of what else is said about the field. */
  describedBy?: string | undefined;
  invalid: boolean;
}) {
  const t = useText();
  const language = useLanguage();
  const day = dayIn(value);
  const wordsId = `${id}-words`;
  return (
    <>
      <input
        className="ds-input date-input"
        id={id}
        name={name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        aria-describedby={[describedBy, wordsId].filter(Boolean).join(' ')}
        aria-invalid={invalid || undefined}
      />
      <p className="in-words" id={wordsId}>
        {dayFault(day) === undefined ? showDay(day, language) : t('field.dateHint')}
      </p>
    </>
  );
}

/** A day in a small form, with its label and what is wrong with it. `help` says more above the input. */
export function DayField({
  id,
  name,
  label,
  help,
  initial = '',
  error,
}: {
  id: string;
  name: string;
  label: string;
  help?: string;
  /** As it is typed. */
  initial?: string;
  error?: string | undefined;
}) {
  const [value, setValue] = useState(initial);
  const helpId = `${id}-help`;
  const errorId = faultOf(id, error)['aria-describedby'];
  return (
    <Labelled id={id} label={label} error={error}>
      {help && (
        <p data-field="description" className="small" id={helpId}>
          {help}
        </p>
      )}
      <DayInput
        id={id}
        name={name}
        value={value}
        onChange={setValue}
        describedBy={[errorId, help && helpId].filter(Boolean).join(' ')}
        invalid={error !== undefined}
      />
    </Labelled>
  );
}

/** What is wrong with a typed day that is to be today or later, in words; a day that may be left out is no fault when it is. */
export function useDayFault(): (typed: string, options?: { readonly optional?: boolean }) => string | undefined {
  const t = useText();
  const pick = usePick();
  return (typed, { optional = false } = {}) => {
    if (typed.trim() === '') return optional ? undefined : t('field.dateMissing');
    const day = dayIn(typed);
    const fault = dayFault(day);
    if (fault) return pick(fault);
    return daysUntil(endOfDay(day), new Date().toISOString()) < 0 ? t('field.datePast') : undefined;
  };
}
