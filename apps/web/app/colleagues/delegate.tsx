import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { usePick, useText } from '../i18n/index.ts';
import { measureName, useEditionsOf } from '../measure/index.ts';
import {
  ActionOutcome,
  Crumbs,
  dayIn,
  hubPath,
  measurePath,
  measureYearOf,
  PageTitle,
  problemOf,
  type Refused,
  signedInApi,
} from '../ui/index.ts';
import { AskForm } from './delegate-form.tsx';
import { Delegated, usePartName } from './delegated-to.tsx';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const params = measureYearOf(args);
  const call = signedInApi(args);
  const [draft, delegations] = await Promise.all([call('readDraft', { params }), call('listDelegations', { params })]);
  const people = await call('listColleagues', { params: { orgnr: draft.agency.orgnr } });
  return { draft, delegations, people };
}

type Outcome = { readonly done: 'asked' | 'ended'; readonly name: string } | Refused;

export async function action(args: ActionFunctionArgs): Promise<Outcome> {
  const form = await args.request.formData();
  const params = measureYearOf(args);
  const call = signedInApi(args);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  try {
    if (form.has('end')) {
      await call('endDelegation', { params: { ...params, delegation: text('end') } });
      return { done: 'ended', name: '' };
    }
    const person = text('person');
    const { to } = await call('delegate', {
      params,
      body: {
        section: text('section') || null,
        to: person === '' ? { email: text('email') } : { person },
        dueOn: dayIn(text('dueOn')),
      },
    });
    return { done: 'asked', name: to };
  } catch (error) {
    return problemOf(error);
  }
}

/** Asks a colleague to answer a measure, or a part of it; and shows who has been asked. */
export default function Delegate() {
  const { draft, delegations, people } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Outcome | undefined;
  const t = useText();
  const pick = usePick();
  const editions = useEditionsOf(draft);
  const edition = editions[draft.edition];
  const what = usePartName(edition);
  if (!edition) return null;
  const sections = edition.sections.filter(({ questions }) => questions.some(({ known }) => !known));
  const measure = measureName(draft, editions) ?? t('measure.unnamed', { number: draft.number });
  const title = t('delegate.title', { measure });
  return (
    <>
      <PageTitle title={title} />
      <Crumbs
        trail={[
          [hubPath(draft.year, draft.agency.orgnr), pick(draft.agency.name)],
          [measurePath(draft.year, draft.id), measure],
        ]}
      />
      <h1 className="ds-heading" data-size="lg">
        {title}
      </h1>
      <ActionOutcome
        of={outcome}
        done={({ done, name }) => t(`delegate.${done}`, { name })}
        refused={({ code }) => t(code === 'invalidRequest' ? 'people.wrongEmail' : 'hub.refused')}
      />
      {delegations.length > 0 && (
        <section className="hub-section" aria-labelledby="asked">
          <h2 className="ds-heading" data-size="sm" id="asked">
            {t('delegate.list')}
          </h2>
          <ul className="tasks">
            {delegations.map((one) => (
              <li className="task" key={one.id}>
                <span>
                  <Delegated one={one} what={what(one.section)} />
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
                    <span>{t('delegate.end')}</span>
                    <span className="visually-hidden">{` ${one.to}, ${what(one.section)}`}</span>
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
        <AskForm key={delegations.length} sections={sections} people={people} />
      </section>
    </>
  );
}
