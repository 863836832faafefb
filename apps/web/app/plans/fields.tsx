import { echoAmount, readAmount } from '@samblikk/questionnaire';
import { useLanguage } from '../i18n/index.ts';
import { Labelled } from '../ui/index.ts';

/** A short text or number as it is typed. */
export function TextField({
  id,
  label,
  value,
  onChange,
  numeric = false,
  hint,
}: {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  numeric?: boolean;
  hint?: string;
}) {
  return (
    <Labelled id={id} label={label}>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        className="ds-input"
        id={id}
        value={value}
        autoComplete="off"
        {...(numeric && { inputMode: 'numeric' as const })}
        {...(hint !== undefined && { 'aria-describedby': `${id}-hint` })}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Labelled>
  );
}

/** An amount as it is typed, in kroner or “2,6 mill”; how that is read stands over it. */
export function AmountField({ hint, ...field }: Omit<Parameters<typeof TextField>[0], 'numeric'>) {
  const language = useLanguage();
  const read = readAmount(field.value);
  const written = /^[\d\s]*$/u.test(field.value);
  const said = 'kroner' in read && !written ? echoAmount(field.value, read.kroner, language) : hint;
  return <TextField {...field} {...(said !== undefined && { hint: said })} />;
}

export type Choice = readonly [code: string, label: string];

export function SelectField({
  id,
  label,
  value,
  choices,
  onChange,
}: {
  id: string;
  label: string;
  value: string;
  choices: readonly Choice[];
  onChange: (value: string) => void;
}) {
  return (
    <Labelled id={id} label={label}>
      <select className="ds-input" id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {choices.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** One box to tick. */
export function Tick({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label className="plain-choice">
      <input
        className="ds-input"
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

/** Several of a list, in its order. */
export function TickList({
  id,
  label,
  chosen,
  choices,
  onChange,
}: {
  id: string;
  label: string;
  chosen: readonly string[];
  choices: readonly Choice[];
  onChange: (chosen: readonly string[]) => void;
}) {
  return (
    <fieldset className="ds-fieldset plan-ticks" id={id} tabIndex={-1}>
      <legend className="ds-label">{label}</legend>
      <div>
        {choices.map(([code, name]) => (
          <Tick
            key={code}
            label={name}
            checked={chosen.includes(code)}
            onChange={(on) =>
              onChange(choices.map(([one]) => one).filter((one) => (one === code ? on : chosen.includes(one))))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
