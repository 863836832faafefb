import type { ErrorReport } from '@samblikk/contract/client';
import { Link } from 'react-router';
import { formatDate, useHref, useLanguage } from '../i18n/index.ts';
import { agencyErrorReportsPath } from '../ui/index.ts';
import { useErrorReportText } from './texts.ts';

/** On the agency's page: that readers have reported errors, and by when they are to be answered. */
export function ReportsNotice({ orgnr, reports }: { orgnr: string; reports: readonly ErrorReport[] }) {
  const s = useErrorReportText();
  const to = useHref();
  const language = useLanguage();
  const waiting = reports.filter(({ answer }) => answer === null);
  const [first] = waiting;
  const path = to(agencyErrorReportsPath(orgnr));
  if (!first) {
    return reports.length === 0 ? null : (
      <p className="small">
        <Link to={path}>{s('noticeOld')}</Link>
      </p>
    );
  }
  return (
    <div className="ds-alert" data-color={first.overdue ? 'warning' : 'info'}>
      <p>
        <strong>{s('noticeTitle', { count: waiting.length })}</strong>
      </p>
      <p>
        <Link to={path}>
          {s(first.overdue ? 'noticeLate' : 'noticeLink', { day: formatDate(first.dueAt, language) })}
        </Link>
      </p>
    </div>
  );
}
