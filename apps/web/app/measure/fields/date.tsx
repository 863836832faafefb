import { firstDay, lastDay } from '@samblikk/questionnaire';
import { formatDay } from '@samblikk/text';
import { asText, describing, joined } from './common.ts';
import type { ControlProps, FieldKind } from './field-kind.ts';

/** The browser's own date field, with the day in words: the browser chooses the order of day and month, not the page. */
function DateControl({ question, language, value, onChange, describedBy, invalid }: ControlProps<'date'>) {
  const inWords = /^\d{4}-\d{2}-\d{2}$/.test(String(value)) && !invalid;
  const wordsId = `${question.id}-words`;
  return (
    <>
      <input
        className="ds-input date-input"
        type="date"
        id={question.id}
        name={question.id}
        min={firstDay}
        max={lastDay}
        value={String(value)}
        onChange={(event) => onChange(event.target.value)}
        {...describing({
          describedBy: joined(describedBy, inWords && wordsId),
          invalid,
        })}
      />
      <p className="in-words" id={wordsId}>
        {inWords && formatDay(String(value), language)}
      </p>
    </>
  );
}

export const date: FieldKind<'date'> = { ...asText, Control: DateControl, group: false, saves: 'onLeaving' };
