import './error-reports.css';
import { type ErrorReport, may } from '@samblikk/contract/client';
import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { useHref, usePick } from '../i18n/index.ts';
import { requireStaff } from '../staff/index.ts';
import { Crumbs, errorReportsPath, PageTitle, roundsPath, signedInApi } from '../ui/index.ts';
import { answerReport, type Outcome } from './action.ts';
import { AnswerOutcome } from './answer-outcome.tsx';
import { ReportCard } from './report-card.tsx';
import { useErrorReportText } from './texts.ts';

export const handle = { interactive: true };

/** What an address may choose. */
const shows = {
  overdue: ({ overdue }) => overdue,
  open: ({ answer }) => answer === null,
  answered: ({ answer }) => answer !== null,
  all: () => true,
} as const satisfies Record<string, (report: ErrorReport) => boolean>;
type Show = keyof typeof shows;
const showNames = Object.keys(shows) as Show[];

export async function loader(args: LoaderFunctionArgs) {
  const held = await requireStaff(args, 'errorReport.followUp');
  const { reports } = await signedInApi(args)('listErrorReports', {});
  const show = showNames.find((one) => one === args.url.searchParams.get('show')) ?? 'open';
  return { reports, show, mayAnswer: may(held, 'errorReport.answer') };
}

export const action = (args: ActionFunctionArgs): Promise<Outcome> => answerReport(args);

/** For Digdir: every error that readers have reported, and whether it was answered in time. */
export default function AllReports() {
  const { reports, show, mayAnswer } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Outcome | undefined;
  const s = useErrorReportText();
  const pick = usePick();
  const to = useHref();
  const shown = reports.filter(shows[show]);
  return (
    <>
      <PageTitle title={s('allTitle')} />
      <Crumbs trail={[[roundsPath, s('rounds')]]} here={s('allTitle')} />
      <h1 className="ds-heading" data-size="lg">
        {s('allTitle')}
      </h1>
      <p className="lead prose">{s('allLead')}</p>
      <AnswerOutcome of={outcome} />
      <nav className="round-pages" aria-label={s('shows')}>
        <ul>
          {showNames.map((name) => (
            <li key={name}>
              <Link to={to(`${errorReportsPath}?show=${name}`)} aria-current={name === show ? 'true' : undefined}>
                {`${s(`show.${name}`)} (${reports.filter(shows[name]).length})`}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <h2 className="ds-heading" data-size="sm">
        {s('shown', { count: shown.length })}
      </h2>
      <ul className="measure-cards error-reports">
        {shown.map((report) => (
          <ReportCard key={report.id} report={report} mayAnswer={mayAnswer} agency={pick(report.agency.name)} />
        ))}
      </ul>
    </>
  );
}
