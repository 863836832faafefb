import { echoAmount, readAmount, showAmount } from '@samblikk/questionnaire';
import { useState } from 'react';
import { afterPress } from '../form/after-press.ts';
import { describing, joined } from './common.ts';
import type { ControlProps, FieldKind } from './field-kind.ts';

/** Says back how the amount was read, as the person leaves the field: the one place where a slip of three zeros is seen. */
function AmountControl({ question, language, value, onChange, describedBy, invalid }: ControlProps<'amount'>) {
  const [typing, setTyping] = useState(false);
  const typed = String(value);
  const reading = readAmount(typed);
  const echo = !typing && 'kroner' in reading;
  const echoId = `${question.id}-echo`;
  return (
    <>
      <input
        className="ds-input amount-input"
        id={question.id}
        name={question.id}
        value={typed}
        onChange={(event) => {
          setTyping(true);
          onChange(event.target.value);
        }}
        onBlur={() => afterPress(() => setTyping(false))}
        autoComplete="off"
        {...describing({ describedBy: joined(describedBy, echo && echoId), invalid })}
      />
      <p className="amount-echo" id={echoId} aria-live="polite">
        {echo && readBack(typed, reading.kroner, language)}
      </p>
    </>
  );
}

/** `1,5 mill = 1 500 000 kr`; an amount already written out is told in words: `1 500 000 = 1,5 mill. kroner`. */
function readBack(typed: string, kroner: number, language: ControlProps<'amount'>['language']): string {
  const digits = typed.replace(/\D/g, '');
  return digits === String(kroner)
    ? `${typed.trim()} = ${showAmount(kroner, language, kroner >= 1_000_000 ? 'words' : 'exact')}`
    : echoAmount(typed, kroner, language);
}

const digits = new Intl.NumberFormat('nb-NO');

export const amount: FieldKind<'amount'> = {
  Control: AmountControl,
  group: false,
  saves: 'onLeaving',
  write: (answer) => (typeof answer === 'number' ? digits.format(answer) : ''),
  read: (value, question) => {
    const reading = readAmount(String(value));
    if ('kroner' in reading) return { answer: reading.kroner };
    if ('blank' in reading) return { answer: null };
    return { issues: [{ question: question.id, code: reading.problem, params: reading.params, level: 'error' }] };
  },
};
