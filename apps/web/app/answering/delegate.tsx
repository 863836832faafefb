import { delegate, endDelegation, listColleagues, listDelegations, readDraft } from '@samblikk/contract';
import { editionOf } from '@samblikk/questionnaire';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import './answering.css';
import { useHref, useLanguage, usePick, useText } from '../i18n/text.tsx';
import { PageTitle } from '../page/title.tsx';
import { useSession } from '../session/session.ts';
import { hubPath, measurePath } from './addresses.ts';
import { EmailField } from './email-field.tsx';
import { signedInApi, yearOf } from './load.ts';
import { showDay } from './moment.ts';
import { problemOf, type Refused } from './refused.ts';

export const handle = { interactive: true };

const paramsOf = ({ params }: Pick<LoaderFunctionArgs, 'params'>) => {
  const measure = params.measure ?? '';
  if (!/^[0-9a-f-]{36}$/.test(measure)) throw data({ code: 'notFound' }, { status: 404 });
  return { measure, year: yearOf(params) };
};

export async function loader(args: LoaderFunctionArgs) {
  const params = paramsOf(args);
  const call = signedInApi(args);
  const [draft, delegations] = await Promise.all([call(readDraft, { params }), call(listDelegations, { params })]);
  const people = await call(listColleagues, { params: { orgnr: draft.agency.orgnr } });
  return { draft, delegations, people, today: new Date().toISOString().slice(0, 10) };
}

type Outcome = { readonly done: 'asked' | 'ended'; readonly name: string } | Refused;

export async function action(args: ActionFunctionArgs): Promise<Outcome> {
  const form = await args.request.formData();
  const params = paramsOf(args);
  const call = signedInApi(args);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  try {
    if (form.has('end')) {
      await call(endDelegation, { params: { ...params, delegation: text('end') } });
      return { done: 'ended', name: '' };
    }
    const person = text('person');
    const { to } = await call(delegate, {
      params,
      body: {
        section: text('section') || null,
        to: person === '' ? { email: text('email') } : { person },
        dueOn: text('dueOn'),
      },
    });
    return { done: 'asked', name: to };
  } catch (error) {
    return problemOf(error);
  }
}

/** Asks a colleague to answer a measure, or a part of it; and shows who has been asked. */
export default function Delegate() {
  const { draft, delegations, people, today } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Outcome | undefined;
  const t = useText();
  const pick = usePick();
  const to = useHref();
  const language = useLanguage();
  const me = useSession()?.personId;
  const edition = editionOf(draft.edition);
  if (!edition) return null;
  const sections = edition.sections.filter(({ questions }) => questions.some(({ known }) => !known));
  const name = draft.answers[edition.roles.title];
  const measure = typeof name === 'string' ? name : t('measure.unnamed', { number: draft.number });
  const nameOf = (id: string | null) => {
    const section = sections.find((one) => one.id === id);
    return section ? pick(section.title) : t('delegate.whole');
  };
  const title = t('delegate.title', { measure });
  return (
    <>
      <PageTitle title={title} />
      <nav className="crumbs" aria-label={t('nav.here')}>
        <ol>
          <li>
            <Link to={to(hubPath(draft.year, draft.agency.orgnr))}>{pick(draft.agency.name)}</Link>
          </li>
          <li>
            <Link to={to(measurePath(draft.year, draft.id))}>{measure}</Link>
          </li>
        </ol>
      </nav>
      <h1 className="ds-heading" data-size="lg">
        {title}
      </h1>
      <div role="status">
        {outcome && 'done' in outcome && (
          <p className="ds-alert" data-color="success">
            {t(`delegate.${outcome.done}`, { name: outcome.name })}
          </p>
        )}
      </div>
      {outcome && 'code' in outcome && (
        <p className="ds-alert" data-color="danger" role="alert">
          {t(outcome.code === 'invalidRequest' ? 'people.wrongEmail' : 'hub.refused')}
        </p>
      )}
      {delegations.length > 0 && (
        <section className="hub-section" aria-labelledby="asked">
          <h2 className="ds-heading" data-size="sm" id="asked">
            {t('delegate.list')}
          </h2>
          <ul className="tasks">
            {delegations.map((one) => (
              <li className="task" key={one.id}>
                <span>
                  {t('delegate.said', {
                    what: nameOf(one.section),
                    name: one.to,
                    date: showDay(one.dueOn, language),
                  })}
                  {!one.accepted && ` ${t('delegate.waiting')}`}
                </span>
                <Form method="post">
                  <button
                    className="ds-button"
                    data-variant="tertiary"
                    data-size="sm"
                    type="submit"
                    name="end"
                    value={one.id}
                  >
                    {t('delegate.end')}
                    <span className="visually-hidden"> {`${one.to}, ${nameOf(one.section)}`}</span>
                  </button>
                </Form>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="hub-section" aria-labelledby="ask">
        <h2 className="ds-heading" data-size="sm" id="ask">
          {t('delegate.ask')}
        </h2>
        <p>{t('delegate.text')}</p>
        <Form method="post" className="people-form" key={delegations.length}>
          <div className="ds-field">
            <label className="ds-label" htmlFor="section">
              {t('delegate.what')}
            </label>
            <select className="ds-input" id="section" name="section">
              <option value="">{t('delegate.whole')}</option>
              {sections.map((section) => (
                <option key={section.id} value={section.id}>
                  {pick(section.title)}
                </option>
              ))}
            </select>
          </div>
          <div className="ds-field">
            <label className="ds-label" htmlFor="person">
              {t('delegate.whom')}
            </label>
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
          </div>
          <EmailField required={false} />
          <div className="ds-field">
            <label className="ds-label" htmlFor="dueOn">
              {t('delegate.dueOn')}
            </label>
            <input className="ds-input" id="dueOn" name="dueOn" type="date" required min={today} />
          </div>
          <button className="ds-button" type="submit">
            {t('delegate.send')}
          </button>
        </Form>
      </section>
    </>
  );
}
