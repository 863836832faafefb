import './error-reports.css';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { usePick } from '../i18n/index.ts';
import { agencyParameter, answeringPath, Crumbs, PageTitle, redirectTo, signedInApi } from '../ui/index.ts';
import { answerReport, type Outcome } from './action.ts';
import { AnswerOutcome } from './answer-outcome.tsx';
import { ReportCard } from './report-card.tsx';
import { useErrorReportText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const orgnr = args.url.searchParams.get(agencyParameter);
  if (orgnr === null) throw redirectTo(args.url, answeringPath);
  if (!/^\d{9}$/.test(orgnr)) throw data({ code: 'notFound' }, { status: 404 });
  return signedInApi(args)('listAgencyErrorReports', { params: { orgnr } });
}

export const action = (args: ActionFunctionArgs): Promise<Outcome> => answerReport(args);

/** What readers have reported as wrong in an agency's measures, and where each is answered. */
export default function ReportsOfAgency() {
  const { agency, mayAnswer, reports } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Outcome | undefined;
  const s = useErrorReportText();
  const pick = usePick();
  const title = s('title', { agency: pick(agency.name) });
  const [waiting, answered] = [reports.filter((one) => !one.answer), reports.filter((one) => one.answer)];
  return (
    <>
      <PageTitle title={title} />
      <Crumbs trail={[[answeringPath, s('answering')]]} here={s('allTitle')} />
      <h1 className="ds-heading" data-size="lg">
        {title}
      </h1>
      <AnswerOutcome of={outcome} />
      {reports.length === 0 ? <p>{s('none')}</p> : <p className="lead prose">{s('lead')}</p>}
      {(
        [
          ['waiting', waiting],
          ['answered', answered],
        ] as const
      ).map(
        ([name, some]) =>
          some.length > 0 && (
            <section key={name} className="hub-section" aria-labelledby={name}>
              <h2 className="ds-heading" data-size="sm" id={name}>
                {s(name, { count: some.length })}
              </h2>
              <ul className="measure-cards error-reports">
                {some.map((report) => (
                  <ReportCard key={report.id} report={report} mayAnswer={mayAnswer} />
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  );
}
