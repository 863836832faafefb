import type { ReplyAt } from '@samblikk/contract/client';
import { Link } from 'react-router';
import { formatDate, useHref, useLanguage } from '../i18n/index.ts';
import { agencyErrorReportsPath } from '../ui/index.ts';
import { useErrorReportText } from './texts.ts';

/**
 * On the agency's page: that readers have reported errors, and by when they are to be answered.
 * @param of the first that waits, with how many there are; null for those who do not answer
 */
export function ReportsNotice({ of }: { of: ReplyAt<'listAgencyErrorReports'> | null }) {
  const s = useErrorReportText();
  const to = useHref();
  const language = useLanguage();
  if (of === null || of.counts.all === 0) return null;
  const path = to(agencyErrorReportsPath(of.agency.orgnr));
  const [first] = of.reports;
  if (!first) {
    return (
      <p className="small">
        <Link to={path}>{s('allTitle')}</Link>
      </p>
    );
  }
  return (
    <div className="ds-alert" data-color={first.overdue ? 'warning' : 'info'}>
      <p>
        <strong>{s('noticeTitle', { count: of.counts.open })}</strong>
      </p>
      <p>
        <Link to={path}>
          {s(first.overdue ? 'noticeLate' : 'noticeLink', { day: formatDate(first.dueAt, language) })}
        </Link>
      </p>
    </div>
  );
}
