import { allLanguages, type Language } from '../i18n/index.ts';
import { faultOf, Labelled } from '../ui/index.ts';
import { useReleaseText } from './texts.ts';

const nameOf = (language: Language) => `reason-${language}` as const;

/** Why something is withdrawn, or made: it is public, so it is written in the languages that it is read in. */
export function ReasonFields({
  errors,
  labels,
  className,
}: {
  errors: Readonly<Record<string, string | undefined>>;
  /** What is asked in each language; why it is withdrawn, unless told. */
  labels?: Readonly<Record<Language, string>>;
  className?: string;
}) {
  const s = useReleaseText();
  return allLanguages.map((language) => {
    const id = nameOf(language);
    return (
      <Labelled
        key={language}
        id={id}
        label={labels?.[language] ?? s(`release.reason.${language}`)}
        error={errors[id]}
        {...(className && { className })}
      >
        <textarea
          className="ds-input"
          id={id}
          name={id}
          lang={language}
          rows={3}
          maxLength={labels ? 2000 : 1000}
          {...faultOf(id, errors[id])}
        />
      </Labelled>
    );
  });
}

const typed = (form: FormData, language: Language) => String(form.get(nameOf(language)) ?? '').trim();

/** The reason as it was typed. */
export const reasonIn = (form: FormData) => ({
  nb: typed(form, 'nb'),
  nn: typed(form, 'nn'),
  en: typed(form, 'en'),
});

/** The fields that were left blank, with what is said of that. @param needed the languages it must be written in */
export const missingReasons = (
  form: FormData,
  fault: string,
  needed: readonly Language[] = allLanguages,
): Record<string, string> =>
  Object.fromEntries(needed.flatMap((language) => (typed(form, language) === '' ? [[nameOf(language), fault]] : [])));
