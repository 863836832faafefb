import { writable } from '@samblikk/questionnaire';
import { useRef } from 'react';
import { useText } from '../../i18n/index.ts';
import { useMeasureForm } from '../form/measure-form-context.ts';
import { asText, describing } from './common.ts';
import type { ControlProps, FieldKind } from './field-kind.ts';

/** From here on the counter is told, so that a short answer is not disturbed by it. */
const counted = 0.8;

function TextControl({ question, value, onChange, ...rest }: ControlProps<'text'>) {
  return (
    <>
      <input
        className="ds-input"
        id={question.id}
        name={question.id}
        value={String(value)}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        {...describing(rest)}
      />
      <Counter length={value.length} max={question.maxLength} />
    </>
  );
}

function LongTextControl({ question, value, onChange, ...rest }: ControlProps<'longText'>) {
  return (
    <>
      <textarea
        className="ds-input"
        id={question.id}
        name={question.id}
        rows={6}
        value={String(value)}
        onChange={(event) => onChange(event.target.value)}
        {...describing(rest)}
      />
      <Counter length={value.length} max={question.maxLength} />
    </>
  );
}

/** How many characters are left; said aloud only near and over the limit. */
function Counter({ length, max }: { length: number; max: number }) {
  const t = useText();
  const left = max - length;
  const near = length > max * counted;
  return (
    <p className="counter" data-over={left < 0 || undefined} aria-live={near ? 'polite' : 'off'}>
      {left < 0
        ? t('field.tooMany', { count: -left })
        : near
          ? t('field.left', { count: left })
          : t('field.max', { count: max })}
    </p>
  );
}

/** The person's own address is one press away where the edition offers it; it is never filled in unasked. */
function EmailControl({ question, value, onChange, ...rest }: ControlProps<'email'>) {
  const t = useText();
  const { ownEmail } = useMeasureForm();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        className="ds-input"
        // Not type="email": browsers turn æøå in a domain into “xn--…”, which nobody knows as their own.
        inputMode="email"
        id={question.id}
        name={question.id}
        value={String(value)}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="email"
        spellCheck={false}
        {...describing(rest)}
      />
      {question.offersOwn && ownEmail && value === '' && (
        <button
          className="ds-button use-own"
          data-variant="tertiary"
          data-size="sm"
          type="button"
          onClick={() => {
            onChange(ownEmail);
            input.current?.focus();
          }}
        >
          {t('field.useOwn', { email: ownEmail })}
        </button>
      )}
    </>
  );
}

export const text: FieldKind<'text'> = {
  write: asText.write,
  read: (value) => ({ answer: writable(String(value), ' ') }),
  Control: TextControl,
  group: false,
  saves: 'whileTyping',
};
export const longText: FieldKind<'longText'> = {
  write: asText.write,
  read: (value) => ({ answer: writable(String(value)) }),
  Control: LongTextControl,
  group: false,
  saves: 'whileTyping',
};
export const email: FieldKind<'email'> = {
  write: asText.write,
  read: (value) => ({ answer: String(value).trim() }),
  Control: EmailControl,
  group: false,
  saves: 'onLeaving',
};
