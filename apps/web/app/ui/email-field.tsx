import { useText } from '../i18n/index.ts';
import { faultOf, Labelled } from './labelled-field.tsx';

/** The address of someone to invite; `error`: what is wrong with it, in words. */
export function EmailField({ required = true, error }: { required?: boolean; error?: string | undefined }) {
  const t = useText();
  return (
    <Labelled id="email" label={t('people.email')} error={error}>
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
        autoComplete="off"
        {...faultOf('email', error)}
      />
    </Labelled>
  );
}
