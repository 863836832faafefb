import { type ErrorReport, type ErrorReportShow, errorReportShows, type ReplyAt } from '@samblikk/contract/client';
import { Link } from 'react-router';
import { useHref, usePick } from '../i18n/index.ts';
import { PageTurn } from '../staff/index.ts';
import { ReportCard } from './report-card.tsx';
import { useErrorReportText } from './texts.ts';

/** What an address chooses of a list. */
export interface Choice {
  readonly show: ErrorReportShow;
  readonly page: number;
}

/** Of an address such as `/meldte-feil?show=overdue&side=2`. */
export function choiceIn(search: URLSearchParams): Choice {
  const page = Number(search.get('side') ?? 1);
  return {
    show: errorReportShows.find((one) => one === search.get('show')) ?? 'open',
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
}

/**
 * A page of reports, with the way to the others.
 * @param path the address of the list, with `?` and whatever else is in it
 * @param ofAll whether each card says whose it is, and whether the agency was told
 * @param mark what stands before a card, if anything
 */
export function ReportList({
  list: { counts, pages, reports },
  choice: { show, page },
  path,
  mayAnswer,
  ofAll = false,
  mark,
}: {
  list: Pick<ReplyAt<'listErrorReports'>, 'counts' | 'pages' | 'reports'>;
  choice: Choice;
  path: string;
  mayAnswer: boolean;
  ofAll?: boolean;
  mark?: ((report: ErrorReport) => React.ReactNode) | undefined;
}) {
  const s = useErrorReportText();
  const pick = usePick();
  const to = useHref();
  const at = (name: ErrorReportShow, side = 1) => to(`${path}show=${name}${side > 1 ? `&side=${side}` : ''}`);
  return (
    <>
      <nav className="round-pages" aria-label={s('shows')}>
        <ul>
          {errorReportShows.map((name) => (
            <li key={name}>
              <Link to={at(name)} aria-current={name === show ? 'true' : undefined}>
                {`${s(`show.${name}`)} (${counts[name]})`}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <h2 className="ds-heading" data-size="sm">
        {s('shown', { count: counts[show] })}
      </h2>
      <ul className="measure-cards error-reports">
        {reports.map((report) => (
          <ReportCard
            key={report.id}
            report={report}
            mayAnswer={mayAnswer}
            agency={ofAll ? pick(report.agency.name) : undefined}
            mark={mark?.(report)}
          />
        ))}
      </ul>
      <PageTurn
        page={page}
        pages={pages}
        at={(side) => at(show, side)}
        words={{ here: s('page', { page, pages }), previous: s('previous'), next: s('next') }}
      />
    </>
  );
}
