import type { AgencyFollowUp, AgencyRole } from '@samblikk/contract/client';
import { showMoment, useLanguage } from '../../i18n/index.ts';
import { useAgencyText } from './texts.ts';

/** Whom to ask at the agency. */
export function Contact({ about, seesPeople }: { about: AgencyFollowUp; seesPeople: boolean }) {
  const s = useAgencyText();
  const language = useLanguage();
  const { people, invitations, standing } = about;
  const { mailbox, confirmedAt, unconfirmed } = standing.contact;
  return (
    <section className="hub-section" aria-labelledby="contact">
      <h2 className="ds-heading" data-size="sm" id="contact">
        {s('contact.heading')}
      </h2>
      <p>{mailbox === null ? s('contact.noMailbox') : s('contact.mailbox', { email: mailbox })}</p>
      {confirmedAt !== null && <p>{s('contact.confirmed', { time: showMoment(confirmedAt, language) })}</p>}
      {unconfirmed && <p>{s('contact.unconfirmed')}</p>}
      {!seesPeople ? (
        <p className="subtle">{s('contact.hidden')}</p>
      ) : (
        <ul className="tasks">
          {people.length === 0 && <li className="task subtle">{s('contact.nobody')}</li>}
          {people.map(({ name, email, roles, signedInAt }) => (
            <li className="task" key={`${name} ${email}`}>
              <div>
                <span>{name}</span>
                {email && <p className="small">{email}</p>}
              </div>
              <span className="small subtle">
                {[
                  ...roles.map((role) => s(`role.${role as AgencyRole}`)),
                  signedInAt
                    ? s('contact.signedIn', { time: showMoment(signedInAt, language) })
                    : s('contact.notSignedIn'),
                ].join(', ')}
              </span>
            </li>
          ))}
          {invitations
            .filter(({ state }) => state === 'open')
            .map(({ id, email, createdAt }) => (
              <li className="task subtle" key={id}>
                {s('contact.invited', { email, time: showMoment(createdAt, language) })}
              </li>
            ))}
        </ul>
      )}
    </section>
  );
}
