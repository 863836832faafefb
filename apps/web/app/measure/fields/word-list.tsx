import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useController } from 'react-hook-form';
import { useText } from '../../i18n/index.ts';
import { afterPress } from '../form/after-press.ts';
import { wordPrefix } from '../saving/names.ts';
import { describing, joined } from './common.ts';
import type { FormValues } from './field-kind.ts';

interface WordListProps {
  id: string;
  chosen: readonly string[];
  /** How a chosen word reads. */
  show: (word: string) => string;
  suggestions: readonly { value: string; label?: string }[];
  /** What was typed, so that suggestions can be asked for. */
  onTyped: (text: string) => void;
  /** The word a typed text means; undefined when it means none, which is then said. */
  accept: (text: string) => string | undefined;
  /** The parts of what was typed; at commas and semicolons unless told. */
  split?: (text: string) => readonly string[];
  onChange: (chosen: string[]) => void;
  /** What to say of a text that is not accepted. */
  refusal: ReactNode;
  describedBy: string | undefined;
  invalid: boolean;
}

/**
 * Words added one by one: typed, or taken from the browser's own suggestion list, then Enter or the button. Each is listed
 * with a button that removes it; what happens is told in a status of its own.
 */
export function WordList({
  id,
  chosen,
  show,
  suggestions,
  onTyped,
  accept,
  split = (text) => text.split(/[,;]/),
  onChange,
  refusal,
  ...rest
}: WordListProps) {
  const t = useText();
  const listId = useId();
  const refusalId = `${id}-refusal`;
  const input = useRef<HTMLInputElement>(null);
  // A field of the form by itself: half a word is kept like an answer, and follows from section to section.
  const { field } = useController<FormValues>({ name: wordPrefix + id, defaultValue: '' });
  const typed = String(field.value);
  const [refused, setRefused] = useState(false);
  const [told, setTold] = useState('');

  const type = (text: string, how: string | undefined) => {
    field.onChange(text);
    setRefused(false);
    onTyped(text);
    // A suggestion that was chosen arrives whole, not key by key.
    const whole = how === undefined || how === 'insertReplacementText';
    if (whole && suggestions.some(({ value }) => value === text)) add(text);
  };
  const add = (text: string) => {
    const words = split(text)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const accepted = words.map(accept).filter((word) => word !== undefined);
    if (accepted.length > 0) onChange([...new Set([...chosen, ...accepted])]);
    setRefused(accepted.length < words.length);
    field.onChange(accepted.length < words.length ? text : '');
    if (accepted.length > 0) setTold(t('field.added', { word: accepted.map(show).join(', ') }));
  };
  const leave = () => {
    if (typed.trim() !== '') add(typed);
  };
  // As things stand once the press that took the focus away has done its work.
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  const remove = (word: string) => {
    onChange(chosen.filter((other) => other !== word));
    setTold(t('field.removed', { word: show(word) }));
    input.current?.focus();
  };
  const describedBy = joined(rest.describedBy, refused && refusalId);
  return (
    <>
      {chosen.length > 0 && (
        <ul className="word-list">
          {chosen.map((word) => (
            <li key={word}>
              <span>{show(word)}</span>
              <button
                type="button"
                className="word-remove"
                aria-label={t('field.remove', { word: show(word) })}
                onClick={() => remove(word)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="word-entry">
        <input
          ref={input}
          className="ds-input"
          id={id}
          list={listId}
          value={typed}
          autoComplete="off"
          onChange={(event) => type(event.target.value, (event.nativeEvent as InputEvent).inputType)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            if (typed.trim() !== '') add(typed);
          }}
          onBlur={() => afterPress(() => latest.current())}
          {...describing({ describedBy, invalid: rest.invalid || refused })}
        />
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion.value} value={suggestion.value}>
              {suggestion.label}
            </option>
          ))}
        </datalist>
        <button
          className="ds-button"
          data-variant="secondary"
          type="button"
          onClick={() => (typed.trim() === '' ? input.current?.focus() : add(typed))}
        >
          {t('field.add')}
        </button>
      </div>
      {refused && (
        <p className="ds-validation-message" id={refusalId}>
          {refusal}
        </p>
      )}
      <p className="visually-hidden" role="status">
        {told}
      </p>
    </>
  );
}
