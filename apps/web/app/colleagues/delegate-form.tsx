import type { Colleague } from '@samblikk/contract/client';
import type { Section } from '@samblikk/questionnaire';
import { Form } from 'react-router';
import { usePick, useText } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { EmailField, faultOf, inputOf, Labelled, useFieldErrors } from '../ui/index.ts';

/** What is asked of whom, by when. `today`: the first day that can be chosen, ISO 8601. */
export function AskForm({
  sections,
  people,
  today,
}: {
  sections: readonly Section[];
  people: readonly Colleague[];
  today: string;
}) {
  const t = useText();
  const pick = usePick();
  const me = useSession()?.personId;
  const { errors, form } = useFieldErrors((form) => {
    const email = inputOf(form, 'email');
    const due = inputOf(form, 'dueOn');
    const byEmail = new FormData(form).get('person') === '';
    return {
      ...(byEmail && email?.value.trim() === '' && { email: t('delegate.emailMissing') }),
      ...(byEmail && email && !email.validity.valid && { email: t('people.emailWrong') }),
      ...(due &&
        !due.validity.valid && { dueOn: t(due.validity.rangeUnderflow ? 'delegate.duePast' : 'delegate.dueMissing') }),
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
      <EmailField required={false} error={errors.email} />
      <Labelled id="dueOn" label={t('delegate.dueOn')} error={errors.dueOn}>
        <input
          className="ds-input"
          id="dueOn"
          name="dueOn"
          type="date"
          required
          min={today}
          {...faultOf('dueOn', errors.dueOn)}
        />
      </Labelled>
      <button className="ds-button" type="submit">
        {t('delegate.send')}
      </button>
    </Form>
  );
}
