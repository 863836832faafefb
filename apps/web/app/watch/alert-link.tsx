import { type ActionFunctionArgs, data, Form, useActionData, useLocation } from 'react-router';
import { useHref, usePublicText } from '../i18n/index.ts';
import { ApiProblem, apiOf } from '../platform/index.ts';
import { PageTitle } from '../ui/index.ts';

/** What the address has in it lets one in: no cache keeps it, and no other page is told of it. */
export const headers = () => ({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });

const isConfirm = (pathname: string): boolean => pathname.endsWith('/bekreft');

type Outcome = { readonly done: 'confirmed'; readonly search: string } | { readonly done: 'stopped' | 'gone' };

export async function action({ context, request }: ActionFunctionArgs): Promise<Outcome> {
  const { pathname, searchParams } = new URL(request.url);
  const [alert, key] = ['alert', 'key'].map((name) => searchParams.get(name) ?? '') as [string, string];
  const link = { params: { alert }, query: { key } };
  const call = apiOf(context);
  try {
    if (!isConfirm(pathname)) {
      await call('stopAlert', link);
      return { done: 'stopped' };
    }
    const { search } = await call('confirmAlert', link);
    return search === null ? { done: 'gone' } : { done: 'confirmed', search };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    // A link that is cut or mistyped leads to nothing.
    if (error.status === 400) return { done: 'gone' };
    throw data({ code: error.code }, { status: error.status });
  }
}

/**
 * Where the links of letters lead: saying yes to an alert, and stopping one. A press is asked for, since mail programs open links
 * by themselves to look at them.
 */
export default function AlertLink() {
  const t = usePublicText();
  const to = useHref();
  const outcome = useActionData<typeof action>();
  const { pathname, search } = useLocation();
  const what = isConfirm(pathname) ? 'confirm' : 'stop';
  const title = t(`alert.${what}Title`);
  return (
    <>
      <PageTitle title={title} />
      <meta name="robots" content="noindex" />
      <h1 className="ds-heading" data-size="lg">
        {title}
      </h1>
      {outcome === undefined ? (
        <Form method="post" action={pathname + search} className="alert-form">
          <p>{t(`alert.${what}Lead`)}</p>
          <button className="ds-button" type="submit">
            {t(`alert.${what}Button`)}
          </button>
        </Form>
      ) : (
        <div className="card" role="status">
          <p>{t(`alert.${outcome.done}`)}</p>
          <p>
            <a href={to(`/register${outcome.done === 'confirmed' ? outcome.search : ''}`)}>{t('alert.toRegister')}</a>
          </p>
        </div>
      )}
    </>
  );
}
