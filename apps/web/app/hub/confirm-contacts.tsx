import type { ContactConfirmation, ResponseView } from '@samblikk/contract/client';
import { isEmailAddress } from '@samblikk/questionnaire';
import { Form, Link } from 'react-router';
import { useHref, useText } from '../i18n/index.ts';
import { colleaguesPath, faultOf, inputOf, Labelled, useFieldErrors } from '../ui/index.ts';

/**
 * Asked once in a round, where it opens: are people and mailbox still right? One press says yes; another mailbox and other people are
 * below. Nothing else waits for it.
 */
export function ConfirmContacts({
  contacts,
  response: { agency, round, open, mayWrite },
}: {
  contacts: ContactConfirmation | null;
  response: ResponseView;
}) {
  const t = useText();
  const to = useHref();
  const { errors, form } = useFieldErrors((element) => {
    const typed = (inputOf(element, 'mailbox')?.value ?? '').trim();
    return typed !== '' && !isEmailAddress(typed) ? { mailbox: t('people.emailWrong') } : {};
  });
  if (!contacts || contacts.confirmedAt !== null || !open || !mayWrite) return null;
  const { mailbox } = contacts;
  return (
    <section className="hub-section contacts" aria-labelledby="contacts">
      <h2 className="ds-heading" data-size="2xs" id="contacts">
        {t('contacts.title')}
      </h2>
      <p>{mailbox === null ? t('contacts.noMailbox') : t('contacts.mailbox', { mailbox })}</p>
      <div className="more-links">
        <Form method="post">
          <input type="hidden" name="confirmContacts" value="same" />
          <button className="ds-button" type="submit">
            {t('contacts.confirm')}
          </button>
        </Form>
        <p>
          <Link to={to(colleaguesPath(round.year, agency.orgnr))}>{t('contacts.people')}</Link>
        </p>
      </div>
      <details className="confirm">
        <summary>{t('contacts.other')}</summary>
        <Form method="post" className="people-form" {...form}>
          <input type="hidden" name="confirmContacts" value="mailbox" />
          <Labelled id="mailbox" label={t('contacts.newMailbox')} error={errors.mailbox}>
            <input
              className="ds-input"
              id="mailbox"
              name="mailbox"
              inputMode="email"
              autoComplete="off"
              defaultValue={mailbox ?? ''}
              {...faultOf('mailbox', errors.mailbox)}
            />
          </Labelled>
          <button className="ds-button" data-variant="secondary" type="submit">
            {t('contacts.save')}
          </button>
        </Form>
      </details>
    </section>
  );
}
