import type { AnswerValue } from '@samblikk/questionnaire';
import { formatDay } from '@samblikk/text';
import { useText } from '../../i18n/index.ts';
import { describing, joined } from './common.ts';
import type { ControlProps, FieldKind, FormValue } from './field-kind.ts';

/**
 * A day, written as day.month.year and said back in words: the browser's own date field shows day and month in an order that
 * the browser chooses, not the page.
 */
function DateControl({ question, language, value, onChange, describedBy, invalid }: ControlProps<'date'>) {
  const t = useText();
  const day = dayIn(value);
  const wordsId = `${question.id}-words`;
  return (
    <>
      <input
        className="ds-input date-input"
        id={question.id}
        name={question.id}
        value={String(value)}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        {...describing({ describedBy: joined(describedBy, wordsId), invalid })}
      />
      <p className="in-words" id={wordsId}>
        {exists(day) && !invalid ? formatDay(day, language) : t('field.dateHint')}
      </p>
    </>
  );
}

/** The day that a text means, as `2027-03-15`, whether it is in the calendar or not; day, month and year are parted as one likes. */
function dayIn(value: FormValue): string {
  const typed = String(value).trim();
  const [, day, month, year] = /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})\.?$/.exec(typed) ?? [];
  return year === undefined ? typed : `${year}-${digits(month)}-${digits(day)}`;
}

/** Whether it is in the calendar: 31 February is not. */
function exists(day: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

const digits = (part: string | undefined) => (part ?? '').padStart(2, '0');

export const date: FieldKind<'date'> = {
  Control: DateControl,
  group: false,
  saves: 'onLeaving',
  write: (answer: AnswerValue | undefined) => {
    const [year, month, day] = typeof answer === 'string' ? answer.split('-') : [];
    return year === undefined ? '' : `${digits(day)}.${digits(month)}.${year}`;
  },
  // What is no day is passed on as it stands: the kind says what is wrong with it.
  read: (value) => ({ answer: dayIn(value) }),
};
