import { useText } from '../i18n/text.tsx';

/** The address of someone to invite. */
export function EmailField({ required = true }: { required?: boolean }) {
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
      />
    </div>
  );
}
