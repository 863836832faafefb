import type { RegisterMeasure } from '@samblikk/contract/client';
import { formatDate, Norwegian, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import { addressOf } from '../platform/index.ts';
import {
  type FileLink,
  FileLinks,
  fileAddress,
  fileLinks,
  releaseChangesPath,
  useDataHref,
  usePreview,
} from '../ui/index.ts';

/** Beside a measure: its rounds, the same as files, and how to cite it. */
export function Aside({
  measure,
  title,
  publicUrl,
  hasPlan,
}: {
  measure: RegisterMeasure;
  title: string;
  publicUrl: string;
  /** Whether something of its financing plan is open. */
  hasPlan: boolean;
}) {
  const t = usePublicText();
  const to = useDataHref();
  const publicHref = useHref();
  const preview = usePreview();
  const language = useLanguage();
  const dataAsOf = formatDate(measure.release.dataAsOf, language);
  const permanent = `${publicUrl}${publicHref(`/tiltak/${measure.number}?round=${measure.year}&release=${measure.release.number}`)}`;
  const other = {
    params: { id: measure.number },
    query: { round: measure.year, release: measure.release.number, lang: language },
  };
  const files: FileLink[] = preview
    ? [{ format: 'json', href: fileAddress(preview, 'readMeasure', other) }]
    : fileLinks('measure', ({ endpoint, query }) =>
        addressOf(endpoint, { params: other.params, query: { ...other.query, ...query } }),
      );
  return (
    <aside className="measure-aside" aria-label={t('measure.about')}>
      <section>
        <h2 className="ds-heading" data-size="2xs">
          {t('measure.history')}
        </h2>
        <ul className="plain">
          {measure.history.map(({ year, title: then, agency }) => (
            <li key={year}>
              <a
                href={(year === measure.year ? to : publicHref)(`/tiltak/${measure.number}?round=${year}`)}
                aria-current={year === measure.year ? 'true' : undefined}
              >
                {year}
              </a>
              {then !== measure.title && then !== null && (
                <span>
                  : <Norwegian>{then}</Norwegian>
                </span>
              )}
              {agency.code !== measure.agency.code && <span className="subtle"> ({agency.label})</span>}
            </li>
          ))}
        </ul>
        <p className="small subtle">
          {t('measure.release', { year: String(measure.year), number: measure.release.number, date: dataAsOf })}{' '}
          <a href={to(releaseChangesPath(measure.release.name))}>{t('changes.see', { name: measure.release.name })}</a>
        </p>
        {measure.late && <p className="small subtle">{t('measure.lateText')}</p>}
      </section>
      {hasPlan && (
        <section>
          <h2 className="ds-heading" data-size="2xs">
            {t('openPlan.link')}
          </h2>
          <p className="small">
            <a href={publicHref(`/tiltak/${measure.number}/finansiering`)}>{t('openPlan.invite')}</a>
          </p>
        </section>
      )}
      <section>
        <h2 className="ds-heading" data-size="2xs">
          {t('measure.more')}
        </h2>
        <ul className="plain">
          <li>
            <a href={to(`/register?agency=${measure.agency.code}`)}>
              {t('measure.sameAgency', { agency: measure.agency.label })}
            </a>
          </li>
        </ul>
      </section>
      <section>
        <h2 className="ds-heading" data-size="2xs">
          {t('measure.files')}
        </h2>
        <FileLinks files={files} />
        {!preview && (
          <p className="small">
            <a href={publicHref(`/tiltak/${measure.number}.atom`)}>{t('follow.measure')}</a>
          </p>
        )}
      </section>
      {!preview && (
        <section>
          <h2 className="ds-heading" data-size="2xs">
            {t('errorReport.link')}
          </h2>
          <p className="small">
            {t('errorReport.invite')}{' '}
            <a href={publicHref(`/tiltak/${measure.number}/meld-feil?round=${measure.year}`)} rel="nofollow">
              {t('errorReport.title', { number: measure.number })}
            </a>
          </p>
        </section>
      )}
      <section>
        <h2 className="ds-heading" data-size="2xs">
          {t('measure.cite')}
        </h2>
        <p className="small cite">
          {t('measure.citation', {
            agency: measure.agency.label,
            year: String(measure.year),
            title,
            number: measure.number,
            release: measure.release.name,
            date: dataAsOf,
          })}{' '}
          <a href={permanent}>{permanent}</a>
        </p>
      </section>
    </aside>
  );
}
