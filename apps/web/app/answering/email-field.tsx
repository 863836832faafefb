import { useText } from '../i18n/text.tsx';
import { fieldErrorId } from './form-errors.tsx';

/** The address of someone to invite; `error`: what is wrong with it, in words. */
export function EmailField({ required = true, error }: { required?: boolean; error?: string | undefined }) {
  const t = useText();
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor="email">
        {t('people.email')}
      </label>
      <input
        className="ds-input"
        id="email"
        name="email"
        type="email"
        required={required}
        maxLength={254}
        autoComplete="off"
        aria-invalid={error !== undefined || undefined}
        aria-describedby={error === undefined ? undefined : fieldErrorId('email')}
      />
      {error !== undefined && (
        <p className="ds-validation-message" id={fieldErrorId('email')}>
          {error}
        </p>
      )}
    </div>
  );
}
