import { isTracking, queryText } from '@samblikk/contract/client';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useLocation,
} from 'react-router';
import { formatNumber, languageOfPath, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import { ApiProblem, apiOf } from '../platform/index.ts';
import { Breadcrumbs, EmailField, inQuotes, PageTitle, refusal } from '../ui/index.ts';

/** The answer to a form with an address in it is nobody else's. */
export const headers = () => ({ 'cache-control': 'no-store' });

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const query = new URLSearchParams([...searchParams, ['size', '1'], ['lang', languageOfPath(pathname)]]);
  for (const name of ['page', 'cursor']) query.delete(name);
  try {
    const { chosen, total, ignored } = await apiOf(context)('searchRegister', { query });
    for (const name of ignored) searchParams.delete(name);
    const search = queryText(searchParams);
    return { chosen, total, search, ignored: ignored.filter((name) => !isTracking(name)) };
  } catch (error) {
    refusal(error);
  }
}

interface Outcome {
  readonly fault: 'email' | 'search' | 'often';
  readonly email: string;
}

export async function action({ context, request }: ActionFunctionArgs): Promise<Outcome | Response> {
  const { pathname, search } = new URL(request.url);
  const email = String((await request.formData()).get('email') ?? '').trim();
  try {
    const body = { email, search: search.slice(1), language: languageOfPath(pathname) };
    await apiOf(context)('askAlert', { body });
    // To a page of its own: loading that anew, or going back to it, asks for nothing again.
    return redirect(`${pathname}/sendt${search}`);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status >= 500) throw error;
    const aboutEmail = error.problem.issues?.some(({ question }) => question === 'email');
    return { fault: error.status === 429 ? 'often' : aboutEmail ? 'email' : 'search', email };
  }
}

/** Asking for a letter when something is new in a search. No script: a form, and its answer. */
export default function Alert() {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  // What filters nothing is no part of what is watched.
  const { chosen, total, search, ignored } = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>() as Outcome | undefined;
  const { pathname } = useLocation();
  const q = new URLSearchParams(search).get('q') ?? '';
  const filters = [...Map.groupBy(chosen, ({ id }) => id).values()];
  const error = fault?.fault === 'email' ? t('alert.badEmail') : undefined;
  return (
    <>
      <PageTitle title={t('alert.title')} description={t('alert.lead')} />
      <Breadcrumbs trail={[[`/register${search}`, t('nav.register')]]} here={t('alert.title')} />
      <h1 className="ds-heading" data-size="lg">
        {t('alert.title')}
      </h1>
      <p className="lead">{t('alert.lead')}</p>
      {ignored.length > 0 && <p role="status">{t('register.ignored', { names: inQuotes(ignored) })}</p>}
      <div className="card">
        <p>
          <strong>{t('alert.search')}</strong>
        </p>
        <ul>
          {q !== '' && <li>{t('alert.words', { q })}</li>}
          {filters.map((codes) => (
            <li key={codes[0]?.id}>
              {codes[0]?.label}: {codes.map(({ codeLabel }) => codeLabel).join(', ')}
            </li>
          ))}
          {q === '' && filters.length === 0 && <li>{t('alert.everything')}</li>}
        </ul>
        <p className="small">
          <a href={to(`/register${search}`)}>{t('alert.now', { n: formatNumber(total, language) })}</a>
        </p>
      </div>
      <Form method="post" action={pathname + search} className="alert-form">
        {fault && fault.fault !== 'email' && (
          <p role="alert">{t(fault.fault === 'often' ? 'alert.often' : 'alert.badSearch')}</p>
        )}
        <EmailField label={t('alert.email')} own initial={fault?.email} error={error} />
        <button className="ds-button" type="submit">
          {t('alert.ask')}
        </button>
        <p className="small subtle">{t('alert.privacy')}</p>
      </Form>
    </>
  );
}
