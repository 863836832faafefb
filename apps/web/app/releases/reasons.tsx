import { allLanguages, type Language } from '../i18n/index.ts';
import { faultOf, Labelled } from '../ui/index.ts';
import { useReleaseText } from './texts.ts';

const nameOf = (language: Language) => `reason-${language}` as const;

/** Why something is withdrawn: it is public, so it is written in the languages that it is read in. */
export function ReasonFields({ errors }: { errors: Readonly<Record<string, string | undefined>> }) {
  const s = useReleaseText();
  return allLanguages.map((language) => {
    const id = nameOf(language);
    return (
      <Labelled key={language} id={id} label={s(`release.reason.${language}`)} error={errors[id]}>
        <textarea
          className="ds-input"
          id={id}
          name={id}
          lang={language}
          rows={3}
          maxLength={1000}
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

/** The fields that were left blank, with what is said of that. */
export const missingReasons = (form: FormData, fault: string): Record<string, string> =>
  Object.fromEntries(
    allLanguages.flatMap((language) => (typed(form, language) === '' ? [[nameOf(language), fault]] : [])),
  );
