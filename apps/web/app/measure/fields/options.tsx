import type { Language, Option } from '@samblikk/questionnaire';
import { useText } from '../../i18n/index.ts';
import { asList, asText, describing, joined } from './common.ts';
import type { ControlProps, FieldKind } from './field-kind.ts';
import { foldedFrom, LongList } from './long-list.tsx';

function SingleControl({ question, language, value, onChange, ...rest }: ControlProps<'single'>) {
  const t = useText();
  return (
    <div className="options">
      {question.options.map((option) => (
        <Choice
          key={option.code}
          type="radio"
          id={`${question.id}-${option.code}`}
          name={question.id}
          option={option}
          language={language}
          checked={value === option.code}
          onChange={() => onChange(option.code)}
          {...rest}
        />
      ))}
      {value !== '' && !question.required && (
        <button
          className="ds-button clear-choice"
          data-variant="tertiary"
          data-size="sm"
          type="button"
          onClick={() => {
            onChange('');
            document.getElementById(`${question.id}-${question.options[0]?.code}`)?.focus();
          }}
        >
          {t('field.clear')}
        </button>
      )}
    </div>
  );
}

function MultipleControl({ question, language, value, onChange, ...rest }: ControlProps<'multiple'>) {
  const chosen = typeof value === 'string' ? [] : value;
  const toggle = (code: string) => {
    const next = chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code];
    // In the order of the list, so that the same choices are the same answer.
    onChange(question.options.map((option) => option.code).filter((other) => next.includes(other)));
  };
  const boxes = (options: readonly Option[]) => (
    <div className="options">
      {options.map((option) => (
        <Choice
          key={option.code}
          type="checkbox"
          id={`${question.id}-${option.code}`}
          name={question.id}
          option={option}
          language={language}
          checked={chosen.includes(option.code)}
          onChange={() => toggle(option.code)}
          {...rest}
        />
      ))}
    </div>
  );
  if (question.options.length < foldedFrom) return boxes(question.options);
  return (
    <LongList options={question.options} chosen={chosen} language={language}>
      {boxes}
    </LongList>
  );
}

interface ChoiceProps {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  option: Pick<Option, 'code' | 'label'> & { readonly help?: Option['help'] | undefined };
  language: Language;
  checked: boolean;
  onChange: () => void;
  describedBy: string | undefined;
  invalid: boolean;
}

/** One radio button or check box with its label and help. The group's error describes each of them. */
export function Choice({ type, id, name, option, language, checked, onChange, describedBy, invalid }: ChoiceProps) {
  const helpId = `${id}-help`;
  return (
    <div className="ds-field">
      <input
        className="ds-input"
        type={type}
        id={id}
        name={name}
        value={option.code}
        checked={checked}
        onChange={onChange}
        {...describing({ describedBy: joined(option.help && helpId, describedBy), invalid })}
      />
      <label className="ds-label" htmlFor={id}>
        {option.label[language]}
      </label>
      {option.help && (
        <div data-field="description" id={helpId}>
          {option.help[language]}
        </div>
      )}
    </div>
  );
}

export const single: FieldKind<'single'> = { ...asText, Control: SingleControl, group: true, saves: 'atOnce' };
export const multiple: FieldKind<'multiple'> = { ...asList, Control: MultipleControl, group: true, saves: 'atOnce' };
