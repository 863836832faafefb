import '../profiles/profiles.css';
import './lately.css';
import type { Lately as LatelyReply } from '@samblikk/contract/client';
import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatDate, languageOfPath, Norwegian, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import { apiOf } from '../platform/index.ts';
import { isNoneYet, Rounds, roundAt } from '../profiles/index.ts';
import { ReleaseReason } from '../releases/index.ts';
import {
  Breadcrumbs,
  dated,
  Notice,
  PageTitle,
  profilePath,
  publicHeaders,
  refusal,
  releaseChangesPath,
} from '../ui/index.ts';

export const headers = publicHeaders;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const query = { round: roundAt(searchParams), lang: languageOfPath(pathname) };
  try {
    const said = await apiOf(context)('readLately', { query });
    return dated(
      said,
      said.releases.map(({ frozenAt }) => frozenAt),
    );
  } catch (error) {
    if (isNoneYet(error, query.round)) return dated(null, []);
    refusal(error);
  }
}

/** What changed lately: the newest round held against the one before, releases, and what was withdrawn. */
export default function Lately() {
  const t = usePublicText();
  const said = useLoaderData<typeof loader>();
  return (
    <div className="profile">
      <PageTitle
        title={t('lately.title')}
        description={t('lately.lead')}
        picture={said && { release: said.release.name, kind: 'release', alt: t('lately.title') }}
      />
      <Breadcrumbs here={t('lately.title')} />
      <h1 className="ds-heading" data-size="xl">
        {t('lately.title')}
      </h1>
      <p className="lead">{t('lately.lead')}</p>
      {said ? <Said said={said} /> : <p>{t('lately.none')}</p>}
    </div>
  );
}

function Said({ said }: { said: LatelyReply }) {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  const { year, years, before, added, changed, ended, absent, withdrawn, releases } = said;
  const day = (at: string) => formatDate(at, language);
  return (
    <>
      <Notice texts={[said.notice]} />
      <Rounds years={years.map((one) => ({ year: one }))} current={year} path="/endringer" />
      {before === null ? (
        <p>{t('lately.first', { year: String(year) })}</p>
      ) : (
        <>
          <p>{t('lately.since', { year: String(year), before: String(before) })}</p>
          <Measures id="changed" title={t('lately.changed', { n: changed.total })} of={changed}>
            {({ changes }) =>
              changes.map((change) => (
                <span key={change.label} className="lately-change">
                  {t('lately.change', change)}
                </span>
              ))
            }
          </Measures>
          <Measures id="ended" title={t('lately.ended', { n: ended.total })} of={ended}>
            {({ outcome }) => t(`life.${outcome}`)}
          </Measures>
          {absent > 0 && <p className="subtle small">{t('lately.absent', { n: absent, year: String(year) })}</p>}
          <Measures id="added" title={t('lately.added', { n: added.total })} of={added} />
        </>
      )}
      <section aria-labelledby="releases">
        <h2 className="ds-heading" data-size="sm" id="releases">
          {t('lately.releases')}
        </h2>
        <ul className="lately-list">
          {releases.map(({ name, frozenAt, reason }) => (
            <li key={name}>
              <a href={to(releaseChangesPath(name))}>{t('changes.title', { name })}</a>{' '}
              <span className="subtle small">{t('lately.frozen', { date: day(frozenAt) })}</span>
              {reason && <ReleaseReason reason={reason} small />}
            </li>
          ))}
        </ul>
      </section>
      {withdrawn.length > 0 && (
        <section aria-labelledby="withdrawn">
          <h2 className="ds-heading" data-size="sm" id="withdrawn">
            {t('lately.withdrawn')}
          </h2>
          <ul className="lately-list">
            {withdrawn.map(({ number, year: of, at, reason }) => (
              <li key={`${number} ${of}`}>
                {t('lately.withdrawnOne', { number, year: String(of), date: day(at), reason })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** So many stand open; the rest is folded away. */
const atOnce = 10;

type Told = LatelyReply['added']['measures'][number];

function Measures<M extends Told>(props: {
  id: string;
  title: string;
  of: { readonly total: number; readonly measures: readonly M[] };
  children?: (measure: M) => ReactNode;
}) {
  const { id, title, of, children } = props;
  const t = usePublicText();
  const { total, measures } = of;
  if (total === 0) return null;
  const rest = measures.slice(atOnce);
  return (
    <section aria-labelledby={id}>
      <h2 className="ds-heading" data-size="sm" id={id}>
        {title}
      </h2>
      <MeasureItems of={measures.slice(0, atOnce)} {...(children && { children })} />
      {rest.length > 0 && (
        <details>
          <summary>{t('lately.more', { n: rest.length })}</summary>
          <MeasureItems of={rest} {...(children && { children })} />
        </details>
      )}
      {total > measures.length && <p className="subtle small">{t('lately.only', { shown: measures.length, total })}</p>}
    </section>
  );
}

function MeasureItems<M extends Told>({ of, children }: { of: readonly M[]; children?: (measure: M) => ReactNode }) {
  const t = usePublicText();
  const to = useHref();
  return (
    <ul className="lately-list">
      {of.map((measure) => (
        <li key={measure.number}>
          <a href={to(`/tiltak/${measure.number}`)}>
            {measure.title ? <Norwegian>{measure.title}</Norwegian> : t('measure.untitled', { number: measure.number })}
          </a>{' '}
          <span className="subtle small">
            {measure.number} · <a href={to(profilePath('agency', measure.agency.code))}>{measure.agency.label}</a>
          </span>
          {children && <p className="small">{children(measure)}</p>}
        </li>
      ))}
    </ul>
  );
}
