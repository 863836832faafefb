import { type ErrorCode, errorReportLength, type RegisterMeasure } from '@samblikk/contract/client';
import { osloDay } from '@samblikk/text';
import { type ActionFunctionArgs, Form, redirect, useActionData, useLoaderData, useLocation } from 'react-router';
import { languageOfPath, usePublicText } from '../i18n/index.ts';
import { ApiProblem, apiOf } from '../platform/index.ts';
import { EmailField, faultOf, Labelled } from '../ui/index.ts';
import { AboutMeasure, loadMeasure, roundIn } from './about-measure.tsx';

/** The answer to a form with an address in it is nobody else's. */
export const headers = () => ({ 'cache-control': 'no-store' });

export const loader = loadMeasure;

type Fault = 'text' | 'email' | 'often' | 'many' | 'gone';
interface Said {
  readonly question: string;
  readonly text: string;
  readonly email: string;
}
type Outcome = { readonly fault: Fault; readonly said: Said };

const faults: Readonly<Partial<Record<ErrorCode, Fault>>> = {
  invalidRequest: 'text',
  tooManyRequests: 'often',
  manyErrorReports: 'many',
};

export async function action({ context, request, params }: ActionFunctionArgs): Promise<Outcome | Response> {
  const { pathname, searchParams } = new URL(request.url);
  const form = await request.formData();
  const [question = '', text = '', email = ''] = ['question', 'text', 'email'].map((name) =>
    String(form.get(name) ?? '').trim(),
  );
  const said = { question, text, email };
  if (text === '' || text.length > errorReportLength) return { fault: 'text', said };
  try {
    const { dueAt } = await apiOf(context)('reportError', {
      params: { id: params.number ?? '' },
      body: {
        ...{ question: question || null, text, language: languageOfPath(pathname), round: roundIn(searchParams) },
        ...(email !== '' && { email }),
      },
    });
    // To a page of its own: loading that anew, or going back to it, reports nothing again.
    const sent = new URLSearchParams([...searchParams, ['innen', osloDay(new Date(dueAt))]]);
    if (email !== '') sent.set('svar', 'ja');
    return redirect(`${pathname}/sendt?${sent}`);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status >= 500) throw error;
    const { code, problem } = error;
    if (problem.issues?.some(({ question: field }) => field === 'email')) return { fault: 'email', said };
    return { fault: faults[code] ?? 'gone', said };
  }
}

/** Reporting an error in a measure to its agency. No script: a form, and its answer. */
export default function ReportError() {
  const { measure } = useLoaderData<typeof loader>();
  return (
    <AboutMeasure measure={measure}>
      <ReportForm measure={measure} fault={useActionData<typeof action>() as Outcome | undefined} />
    </AboutMeasure>
  );
}

function ReportForm({ measure, fault }: { measure: RegisterMeasure; fault: Outcome | undefined }) {
  const t = usePublicText();
  const { pathname, search } = useLocation();
  const answers = measure.sections.flatMap((section) => section.answers);
  const errorOf = (field: 'text' | 'email') =>
    fault?.fault === field ? t(field === 'text' ? 'errorReport.noText' : 'alert.badEmail') : undefined;
  const general = fault && fault.fault !== 'text' && fault.fault !== 'email' ? fault.fault : undefined;
  return (
    <Form method="post" action={pathname + search} className="alert-form">
      <p>{t('errorReport.lead')}</p>
      {general && (
        <p className="ds-alert" data-color="danger" role="alert">
          {t(`errorReport.${general}`)}
        </p>
      )}
      <Labelled id="question" label={t('errorReport.question')}>
        <select className="ds-input" id="question" name="question" defaultValue={fault?.said.question ?? ''}>
          <option value="">{t('errorReport.other')}</option>
          {answers.map(({ question, label }) => (
            <option key={question} value={question}>
              {label}
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
