import { faultOf, Labelled } from './labelled-field.tsx';

/**
 * An e-mail address, as the field `email` of a form.
 * @param own the reader's own, which the browser may fill in
 * @param error what is wrong with it, in words
 */
export function EmailField({
  label,
  required = true,
  own = false,
  initial,
  error,
}: {
  label: string;
  required?: boolean;
  own?: boolean;
  initial?: string | undefined;
  error?: string | undefined;
}) {
  return (
    <Labelled id="email" label={label} error={error}>
      <input
        className="ds-input"
        id="email"
        name="email"
        // Not type="email": browsers turn æøå in a domain into “xn--…”, which nobody knows as their own.
        type="text"
        inputMode="email"
        spellCheck={false}
        required={required}
        maxLength={254}
        autoComplete={own ? 'email' : 'off'}
        defaultValue={initial}
        {...faultOf('email', error)}
      />
    </Labelled>
  );
}
