import type { Problem } from '@samblikk/contract/client';
import { isRouteErrorResponse, Link } from 'react-router';
import { showMoment, useHref, useLanguage, useText } from '../../i18n/index.ts';
import { answeringPath, ErrorPage, PageTitle } from '../../ui/index.ts';

/** Who took the measure out and when, and that what was written is kept; undefined when it was not taken out. */
export function useWithdrawn(withdrawn: Problem['withdrawn']): string | undefined {
  const t = useText();
  const language = useLanguage();
  if (!withdrawn) return undefined;
  const time = showMoment(withdrawn.at, language);
  return withdrawn.by === null
    ? t('save.withdrawnBySomeone', { time })
    : t('save.withdrawn', { name: withdrawn.by, time });
}

/** The page of a measure that cannot be shown: one that was taken out is told of, others are as other missing pages. */
export function MeasureMissing({ error }: { error: unknown }) {
  const t = useText();
  const to = useHref();
  const data: unknown = isRouteErrorResponse(error) ? error.data : undefined;
  const said = useWithdrawn((data as Pick<Problem, 'withdrawn'> | undefined)?.withdrawn);
  if (said === undefined) return <ErrorPage error={error} />;
  return (
    <div className="measure-text error-page">
      <PageTitle title={t('withdrawn.title')} />
      <h1 className="ds-heading" data-size="lg">
        {t('withdrawn.title')}
      </h1>
      <p className="ds-paragraph">{said}</p>
      <p>
        <Link to={to(answeringPath)}>{t('withdrawn.back')}</Link>
      </p>
    </div>
  );
}
