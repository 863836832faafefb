import { type AgencyRole, agencyRoles, type Colleague, type InvitationView, may } from '@samblikk/contract/client';
import { isEmailAddress } from '@samblikk/questionnaire';
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { showMoment, useLanguage, usePick, useText } from '../i18n/index.ts';
import { heldBy } from '../session/index.ts';
import {
  ActionOutcome,
  agencyRoundOf,
  EmailField,
  HubCrumbs,
  inputOf,
  PageTitle,
  problemOf,
  type Refused,
  signedInApi,
  toLogin,
  useFieldErrors,
} from '../ui/index.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const { orgnr, year } = agencyRoundOf(args);
  const call = signedInApi(args);
  const [session, { agency }] = await Promise.all([
    call('session', {}),
    call('readResponse', { params: { orgnr, year } }),
  ]);
  if (!session.signedIn) throw toLogin(args.url);
  const manages = may(heldBy(session), 'people.manage', { agency: agency.id, ministry: agency.ministry });
  const [people, invitations] = await Promise.all([
    call('listColleagues', { params: { orgnr } }),
    manages ? call('listInvitations', { params: { orgnr } }) : [],
  ]);
  return { agency, year, manages, me: session.personId, people, invitations };
}

type Outcome = { readonly done: 'invited' | 'revoked' | 'withdrawn'; readonly email?: string } | Refused;

export async function action(args: ActionFunctionArgs): Promise<Outcome> {
  const form = await args.request.formData();
  const { orgnr } = agencyRoundOf(args);
  const call = signedInApi(args);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  try {
    if (form.has('revoke')) {
      await call('revokeInvitation', { params: { orgnr, invitation: text('revoke') } });
      return { done: 'revoked' };
    }
    if (form.has('person')) {
      const role = text('role') as AgencyRole;
      await call('withdrawRole', { params: { orgnr, person: text('person'), role } });
      return { done: 'withdrawn' };
    }
    const email = text('email');
    await call('invite', { params: { orgnr }, body: { email, role: text('role') as AgencyRole } });
    return { done: 'invited', email };
  } catch (error) {
    return problemOf(error);
  }
}

/** Who may do what at the agency, and the way to let more people in. */
export default function Colleagues() {
  const { agency, year, manages, me, people, invitations } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Outcome | undefined;
  const t = useText();
  const pick = usePick();
  const open = invitations.filter(({ state }) => state === 'open' || state === 'expired');
  const title = t('colleagues.title', { agency: pick(agency.name) });
  return (
    <>
      <PageTitle title={title} />
      <HubCrumbs agency={agency} year={year} here={t('colleagues.link')} />
      <h1 className="ds-heading" data-size="lg">
        {title}
      </h1>
      <ActionOutcome
        of={outcome}
        done={({ done, email = '' }) => t(`colleagues.${done}`, { email })}
        refused={({ code }) => t(code === 'invalidRequest' ? 'people.wrongEmail' : 'hub.refused')}
      />
      <section className="hub-section" aria-labelledby="people">
        <h2 className="ds-heading" data-size="sm" id="people">
          {t('colleagues.people')}
        </h2>
        <p className="subtle">{t('colleagues.fromAltinn')}</p>
        <ul className="tasks">
          {people.map((person) => (
            <Person key={person.id} person={person} manages={manages} self={person.id === me} />
          ))}
        </ul>
      </section>
      {manages && open.length > 0 && (
        <section className="hub-section" aria-labelledby="invitations">
          <h2 className="ds-heading" data-size="sm" id="invitations">
            {t('colleagues.open')}
          </h2>
          <ul className="tasks">
            {open.map((one) => (
              <Invitation key={one.id} invitation={one} />
            ))}
          </ul>
        </section>
      )}
      {manages ? (
        <InviteForm key={invitations.length} people={people} open={open.filter(({ state }) => state === 'open')} />
      ) : (
        <p className="ds-alert">{t('colleagues.askOthers')}</p>
      )}
    </>
  );
}

/** Who may send in may also fill in and read: the smaller access is shown only where it can be taken away by itself. */
const notImplied = (held: Colleague['roles'][number], _: number, all: Colleague['roles']) => {
  const wider = { submit: [], fill: ['submit'], read: ['submit', 'fill'] }[held.role] as readonly string[];
  return held.from !== 'login' || !all.some(({ role }) => wider.includes(role));
};

function Person({ person, manages, self }: { person: Colleague; manages: boolean; self: boolean }) {
  const t = useText();
  const name = person.name || person.email || '';
  return (
    <li className="task">
      <span>
        <span>{name}</span>
        {self && <span>{` (${t('colleagues.you')})`}</span>}
        {person.email && person.email !== name && <span className="subtle small">{` ${person.email}`}</span>}
      </span>
      {person.roles.filter(notImplied).map(({ role, from }) => (
        <span key={role} className="colleague-role">
          <span className="ds-tag" data-size="sm">
            {t(`role.${role}`)}
          </span>
          {manages && from !== 'login' && (
            <Form method="post">
              <input type="hidden" name="person" value={person.id} />
              <input type="hidden" name="role" value={role} />
              <button className="ds-button" data-variant="tertiary" data-size="sm" type="submit">
                <span>{t('colleagues.withdraw')}</span>
                <span className="visually-hidden">{` ${t(`role.${role}`)}, ${name}`}</span>
              </button>
            </Form>
          )}
        </span>
      ))}
    </li>
  );
}

function Invitation({ invitation: { id, email, role, state, expiresAt } }: { invitation: InvitationView }) {
  const t = useText();
  const language = useLanguage();
  const time = showMoment(expiresAt, language);
  return (
    <li className="task">
      <span>
        <span>{email}</span> <span className="subtle">{t(`role.${role}`)}</span>
      </span>
      <span className="subtle">{t(state === 'expired' ? 'colleagues.expired' : 'colleagues.until', { time })}</span>
      <Form method="post">
        <button className="ds-button" data-variant="tertiary" data-size="sm" type="submit" name="revoke" value={id}>
          <span>{t('colleagues.revoke')}</span>
          <span className="visually-hidden">{` ${email}`}</span>
        </button>
      </Form>
    </li>
  );
}

function InviteForm({ people, open }: { people: readonly Colleague[]; open: readonly InvitationView[] }) {
  const t = useText();
  const { errors, form } = useFieldErrors((form) => {
    const field = inputOf(form, 'email');
    const email = field?.value.trim() ?? '';
    if (email === '') return { email: t('people.emailMissing') };
    if (!isEmailAddress(email)) return { email: t('people.emailWrong') };
    const role = new FormData(form).get('role');
    const same = (other: { email: string | null }) => other.email?.toLowerCase() === email.toLowerCase();
    const has = people.some((person) => same(person) && person.roles.some((held) => held.role === role));
    if (has) return { email: t('colleagues.alreadyHere', { email }) };
    const asked = open.some((invitation) => same(invitation) && invitation.role === role);
    return asked ? { email: t('colleagues.alreadyInvited', { email }) } : {};
  });
  return (
    <section className="hub-section" aria-labelledby="invite">
      <h2 className="ds-heading" data-size="sm" id="invite">
        {t('colleagues.invite')}
      </h2>
      <p>{t('colleagues.inviteText')}</p>
      <Form method="post" className="people-form" {...form}>
        <EmailField label={t('people.email')} error={errors.email} />
        <fieldset className="ds-fieldset">
          <legend className="ds-label">{t('colleagues.role')}</legend>
          {agencyRoles.map((role) => (
            <label key={role} className="plain-choice">
              <input className="ds-input" type="radio" name="role" value={role} defaultChecked={role === 'fill'} />
              <span>{t(`role.${role}`)}</span>
            </label>
          ))}
        </fieldset>
        <button className="ds-button" type="submit">
          {t('colleagues.send')}
        </button>
      </Form>
    </section>
  );
}
