import './error-reports.css';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { usePick } from '../i18n/index.ts';
import { agencyErrorReportsPath, agencyOf, answeringPath, Crumbs, PageTitle, signedInApi } from '../ui/index.ts';
import { answerReport, type Outcome } from './action.ts';
import { AnswerOutcome } from './answer-outcome.tsx';
import { choiceIn, ReportList } from './report-list.tsx';
import { useErrorReportText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const orgnr = agencyOf(args);
  const choice = choiceIn(args.url.searchParams);
  return { choice, list: await signedInApi(args)('listAgencyErrorReports', { params: { orgnr }, query: choice }) };
}

export const action = async (args: ActionFunctionArgs): Promise<Outcome> =>
  answerReport(args, await args.request.formData());

/** What readers have reported as wrong in an agency's measures, and where each is answered. */
export default function ReportsOfAgency() {
  const { list, choice } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Outcome | undefined;
  const s = useErrorReportText();
  const pick = usePick();
  const { agency, mayAnswer } = list;
  const title = s('title', { agency: pick(agency.name) });
  return (
    <>
      <PageTitle title={title} />
      <Crumbs trail={[[answeringPath, s('answering')]]} here={s('allTitle')} />
      <h1 className="ds-heading" data-size="lg">
        {title}
      </h1>
      <AnswerOutcome of={outcome} />
      <p className="lead prose">{s(list.counts.all === 0 ? 'none' : 'lead')}</p>
      <ReportList list={list} choice={choice} path={`${agencyErrorReportsPath(agency.orgnr)}&`} mayAnswer={mayAnswer} />
    </>
  );
}
