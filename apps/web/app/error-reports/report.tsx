import { type ErrorCode, errorReportLength, type RegisterMeasure } from '@samblikk/contract/client';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useLocation,
} from 'react-router';
import { formatDate, languageOfPath, Norwegian, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import { ApiProblem, apiOf } from '../platform/index.ts';
import { Breadcrumbs, EmailField, faultOf, Labelled, PageTitle, refusal } from '../ui/index.ts';

/** The answer to a form with an address in it is nobody else's. */
export const headers = () => ({ 'cache-control': 'no-store' });

const roundIn = (search: URLSearchParams): number | undefined => {
  const round = search.get('round');
  return round !== null && /^\d{4}$/.test(round) ? Number(round) : undefined;
};

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const query = { lang: languageOfPath(pathname), round: roundIn(searchParams) };
  try {
    const measure = await apiOf(context)('readMeasure', { params: { id: params.number ?? '' }, query });
    return { measure };
  } catch (error) {
    refusal(error);
  }
}

type Fault = 'text' | 'email' | 'often' | 'many' | 'gone';
interface Said {
  readonly question: string;
  readonly text: string;
  readonly email: string;
}
type Outcome =
  | { readonly agency: string; readonly dueAt: string; readonly replies: boolean }
  | { readonly fault: Fault; readonly said: Said };

const faults: Readonly<Partial<Record<ErrorCode, Fault>>> = {
  invalidRequest: 'text',
  tooManyRequests: 'often',
  manyErrorReports: 'many',
};

export async function action({ context, request, params }: ActionFunctionArgs): Promise<Outcome> {
  const { pathname, searchParams } = new URL(request.url);
  const form = await request.formData();
  const [question = '', text = '', email = ''] = ['question', 'text', 'email'].map((name) =>
    String(form.get(name) ?? '').trim(),
  );
  const said = { question, text, email };
  if (text === '' || text.length > errorReportLength) return { fault: 'text', said };
  try {
    const reported = await apiOf(context)('reportError', {
      params: { id: params.number ?? '' },
      body: {
        ...{ question: question || null, text, language: languageOfPath(pathname), round: roundIn(searchParams) },
        ...(email !== '' && { email }),
      },
    });
    return { ...reported, replies: email !== '' };
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status >= 500) throw error;
    const { code, problem } = error;
    if (problem.issues?.some(({ question: field }) => field === 'email')) return { fault: 'email', said };
    return { fault: faults[code] ?? 'gone', said };
  }
}

/** Reporting an error in a measure to its agency. No script: a form, and its answer. */
export default function ReportError() {
  const t = usePublicText();
  const { measure } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const title = t('errorReport.title', { number: measure.number });
  const name = measure.title ?? t('measure.untitled', { number: measure.number });
  return (
    <>
      <PageTitle title={title} description={t('errorReport.lead', { agency: measure.agency.label })} />
      <meta name="robots" content="noindex" />
      <Breadcrumbs
        trail={[
          ['/register', t('nav.register')],
          [`/tiltak/${measure.number}?round=${measure.year}`, measure.number],
        ]}
        here={t('errorReport.link')}
      />
      <h1 className="ds-heading" data-size="lg">
        {title}
      </h1>
      <p className="lead">
        {measure.title ? <Norwegian>{name}</Norwegian> : name} · {measure.year}
      </p>
      {outcome && 'agency' in outcome ? (
        <Reported outcome={outcome} measure={measure} />
      ) : (
        <ReportForm measure={measure} fault={outcome} />
      )}
    </>
  );
}

function Reported({ outcome, measure }: { outcome: Extract<Outcome, { agency: string }>; measure: RegisterMeasure }) {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  const values = { agency: outcome.agency, day: formatDate(outcome.dueAt, language) };
  return (
    <div className="card" role="status">
      <p>
        <strong>{t('errorReport.sent')}</strong>
      </p>
      <p>{t(outcome.replies ? 'errorReport.replies' : 'errorReport.noReply', values)}</p>
      <p>
        <a href={to(`/tiltak/${measure.number}?round=${measure.year}`)}>{t('errorReport.back')}</a>
      </p>
    </div>
  );
}

function ReportForm({
  measure,
  fault,
}: {
  measure: RegisterMeasure;
  fault: Extract<Outcome, { fault: unknown }> | undefined;
}) {
  const t = usePublicText();
  const { pathname, search } = useLocation();
  const answers = measure.sections.flatMap((section) => section.answers);
  const errorOf = (field: 'text' | 'email') =>
    fault?.fault === field ? t(field === 'text' ? 'errorReport.noText' : 'alert.badEmail') : undefined;
  const general = fault && fault.fault !== 'text' && fault.fault !== 'email' ? fault.fault : undefined;
  return (
    <Form method="post" action={pathname + search} className="alert-form">
      <p>{t('errorReport.lead', { agency: measure.agency.label })}</p>
      {general && (
        <p className="ds-alert" data-color="danger" role="alert">
          {t(`errorReport.${general}`)}
        </p>
      )}
      <Labelled id="question" label={t('errorReport.question')}>
        <select className="ds-input" id="question" name="question" defaultValue={fault?.said.question ?? ''}>
          <option value="">{t('errorReport.other')}</option>
          {answers.map(({ question, name }) => (
            <option key={question} value={question}>
              {name}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled id="text" label={t('errorReport.text')} error={errorOf('text')} className="error-report-text">
        <textarea
          className="ds-input"
          id="text"
          name="text"
          rows={6}
          required
          maxLength={errorReportLength}
          defaultValue={fault?.said.text}
          {...faultOf('text', errorOf('text'))}
        />
      </Labelled>
      <EmailField
        label={t('errorReport.email')}
        own
        required={false}
        initial={fault?.said.email}
        error={errorOf('email')}
      />
      <button className="ds-button" type="submit">
        {t('errorReport.send')}
      </button>
      <p className="small subtle">{t('errorReport.privacy')}</p>
    </Form>
  );
}
