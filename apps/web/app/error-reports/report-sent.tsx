import { useLoaderData, useLocation } from 'react-router';
import { formatDate, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import { AboutMeasure, loadMeasure } from './about-measure.tsx';

export const headers = () => ({ 'cache-control': 'no-store' });
export const loader = loadMeasure;

/** What a reader is told who has reported an error: by when it is answered, and whether they are sent the answer. */
export default function ReportSent() {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  const { measure } = useLoaderData<typeof loader>();
  const search = new URLSearchParams(useLocation().search);
  const day = search.get('innen') ?? '';
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));
  return (
    <AboutMeasure measure={measure}>
      <div className="card" role="status">
        <p>
          <strong>{t('errorReport.sent')}</strong>
        </p>
        {isDay && (
          <p>
            {t(search.get('svar') === 'ja' ? 'errorReport.replies' : 'errorReport.noReply', {
              day: formatDate(`${day}T12:00:00Z`, language),
            })}
          </p>
        )}
        <p>
          <a href={to(`/tiltak/${measure.number}?round=${measure.year}`)}>{t('errorReport.back')}</a>
        </p>
      </div>
    </AboutMeasure>
  );
}
