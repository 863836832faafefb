import type { Colleague } from '@samblikk/contract/client';
import { isEmailAddress, type Section } from '@samblikk/questionnaire';
import { Form } from 'react-router';
import { usePick, useText } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { DayField, EmailField, inputOf, Labelled, useDayFault, useFieldErrors } from '../ui/index.ts';

/** What is asked of whom, by when. */
export function AskForm({ sections, people }: { sections: readonly Section[]; people: readonly Colleague[] }) {
  const t = useText();
  const pick = usePick();
  const me = useSession()?.personId;
  const dayFault = useDayFault();
  const { errors, form } = useFieldErrors((form) => {
    const email = inputOf(form, 'email')?.value.trim() ?? '';
    const byEmail = new FormData(form).get('person') === '';
    const fault = email === '' ? 'delegate.emailMissing' : isEmailAddress(email) ? undefined : 'people.emailWrong';
    return {
      ...(byEmail && fault && { email: t(fault) }),
      dueOn: dayFault(inputOf(form, 'dueOn')?.value ?? ''),
    };
  });
  return (
    <Form method="post" className="people-form" {...form}>
      <Labelled id="section" label={t('delegate.what')}>
        <select className="ds-input" id="section" name="section">
          <option value="">{t('delegate.whole')}</option>
          {sections.map((section) => (
            <option key={section.id} value={section.id}>
              {pick(section.title)}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled id="person" label={t('delegate.whom')}>
        <select className="ds-input" id="person" name="person">
          <option value="">{t('delegate.byEmail')}</option>
          {people
            .filter(({ id }) => id !== me)
            .map((person) => (
              <option key={person.id} value={person.id}>
                {[person.name, person.email].filter(Boolean).join(', ')}
              </option>
            ))}
        </select>
      </Labelled>
      <EmailField label={t('people.email')} required={false} error={errors.email} />
      <DayField id="dueOn" name="dueOn" label={t('delegate.dueOn')} error={errors.dueOn} />
      <button className="ds-button" type="submit">
        {t('delegate.send')}
      </button>
    </Form>
  );
}
