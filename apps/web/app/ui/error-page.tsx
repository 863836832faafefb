import type { Problem } from '@samblikk/contract/client';
import { isRouteErrorResponse, useLocation } from 'react-router';
import { formatDate, useHref, useLanguage, usePick, useText } from '../i18n/index.ts';
import { ApiProblem } from '../platform/index.ts';
import { SearchForm } from './search-form.tsx';
import { PageTitle } from './title.tsx';

/** A page that failed: says what happened, whether it helps to try again, and where to go instead. */
export function ErrorPage({ error }: { error: unknown }) {
  const t = useText();
  const to = useHref();
  const { pathname, search } = useLocation();
  const withdrawal = withdrawalOf(error);
  if (withdrawal) return <Withdrawn withdrawal={withdrawal} />;
  const kind = kindOf(error);
  return (
    <div className="measure-text error-page">
      <PageTitle title={t(`error.${kind}.title`)} />
      <meta name="robots" content="noindex" />
      <h1 className="ds-heading" data-size="lg">
        {t(`error.${kind}.title`)}
      </h1>
      <p className="ds-paragraph">{t(`error.${kind}.text`)}</p>
      <ul className="ds-list">
        {worthAnotherTry[kind] && (
          <li>
            <a href={pathname + search}>{t('error.again')}</a>
          </li>
        )}
        <li>
          <a href={to('/register')}>{t('error.register')}</a>
        </li>
        <li>
          <a href={to('/')}>{t('error.home')}</a>
        </li>
      </ul>
      <SearchForm id="error-q" />
    </div>
  );
}

type Withdrawal = NonNullable<Problem['withdrawal']>;

/** At the addresses of a release or a measure that was withdrawn: who did, when and why, and where the current numbers are. */
function Withdrawn({ withdrawal: { year, number = 0, measure, at, reason } }: { withdrawal: Withdrawal }) {
  const t = useText();
  const to = useHref();
  const pick = usePick();
  const language = useLanguage();
  const title =
    measure === undefined
      ? t('error.withdrawn.title', { number, year: String(year) })
      : t('error.withdrawnMeasure.title', { number: measure });
  const text = measure === undefined ? 'error.withdrawn.text' : 'error.withdrawnMeasure.text';
  return (
    <div className="measure-text error-page">
      <PageTitle title={title} />
      <meta name="robots" content="noindex" />
      <h1 className="ds-heading" data-size="lg">
        {title}
      </h1>
      <p className="ds-paragraph">{t(text, { date: formatDate(at, language) })}</p>
      <blockquote className="withdrawal-reason">{pick(reason)}</blockquote>
      <ul className="ds-list">
        <li>
          <a href={to('/tall')}>{t('error.withdrawn.current')}</a>
        </li>
        <li>
          <a href={to('/register')}>{t('error.register')}</a>
        </li>
      </ul>
    </div>
  );
}

function withdrawalOf(error: unknown): Withdrawal | undefined {
  return isRouteErrorResponse(error) ? (error.data as { withdrawal?: Withdrawal } | null)?.withdrawal : undefined;
}

type ErrorKind = 'missing' | 'refused' | 'unreadable' | 'busy' | 'unavailable' | 'failed';

const worthAnotherTry: Record<ErrorKind, boolean> = {
  missing: false,
  refused: false,
  unreadable: false,
  busy: true,
  unavailable: true,
  failed: true,
};

function kindOf(error: unknown): ErrorKind {
  const status = isRouteErrorResponse(error) || error instanceof ApiProblem ? error.status : 500;
  if (status === 404 || status === 410) return 'missing';
  if (status === 403) return 'refused';
  if (status === 429) return 'busy';
  if (status === 503) return 'unavailable';
  return status < 500 ? 'unreadable' : 'failed';
}
