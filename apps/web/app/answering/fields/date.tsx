import { kindOf } from '@samblikk/questionnaire';
import { asText, describing } from './common.ts';
import type { ControlProps, FieldKind } from './field-kind.ts';

const nobody = { agency: () => undefined, ministry: () => undefined };

/** The browser's own date field, with the day in words: the browser chooses the order of day and month, not the page. */
function DateControl({ question, edition, language, value, onChange, describedBy, invalid }: ControlProps<'date'>) {
  const inWords = /^\d{4}-\d{2}-\d{2}$/.test(String(value)) && !invalid;
  const wordsId = `${question.id}-words`;
  return (
    <>
      <input
        className="ds-input date-input"
        type="date"
        id={question.id}
        name={question.id}
        min="1990-01-01"
        max="2099-12-31"
        value={String(value)}
        onChange={(event) => onChange(event.target.value)}
        {...describing({
          describedBy: [describedBy, inWords && wordsId].filter(Boolean).join(' ') || undefined,
          invalid,
        })}
      />
      <p className="in-words" id={wordsId}>
        {inWords && kindOf(question).show(question, String(value), language, nobody, edition)}
      </p>
    </>
  );
}

export const date: FieldKind<'date'> = { ...asText, Control: DateControl, group: false, saves: 'onLeaving' };
