import './profiles.css';
import '../register/register.css';
import './solutions.css';
import type { Solution as SolutionReply } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatDate, languageOfPath, Norwegian, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import { apiOf } from '../platform/index.ts';
import { Breadcrumbs, dated, Notice, PageTitle, profilePath, publicHeaders, refusal } from '../ui/index.ts';
import { roundAt } from './kind.ts';
import { Rounds } from './rounds.tsx';

export const headers = publicHeaders;

const path = '/fellesloesninger';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const query = { round: roundAt(searchParams), lang: languageOfPath(pathname) };
  try {
    const page = await apiOf(context)('readSolution', { params: { solution: params.code ?? '' }, query });
    return dated({ page }, [page.release.frozenAt]);
  } catch (error) {
    refusal(error);
  }
}

/** One common solution: what it is, and the measures that develop it, reuse it, plan to, and name it. */
export default function Solution() {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  const { page } = useLoaderData<typeof loader>();
  const { code, label, description, owner, source, year, years, asked, groups, names, release, notice } = page;
  return (
    <article className="profile">
      <PageTitle title={label} description={t('solutions.sortOf', { label, year: String(year) })} />
      <Breadcrumbs trail={[[path, t('solutions.title')]]} here={label} />
      <header className="profile-head">
        <p className="figure-kicker">{t('solutions.name')}</p>
        <h1 className="ds-heading" data-size="xl">
          {label}
        </h1>
        <p className="lead">{description}</p>
        <p>
          {owner.agency === null ? (
            t('solutions.owner', { owner: owner.label })
          ) : (
            <a href={to(profilePath('agency', owner.agency))}>{t('solutions.owner', { owner: owner.label })}</a>
          )}
        </p>
        <p className="subtle small solution-source">
          {/^https:/.test(source) ? (
            <a href={source}>{t('solutions.source', { source })}</a>
          ) : (
            t('solutions.source', { source })
          )}
        </p>
      </header>
      <Notice texts={[notice]} />
      <Rounds years={years.map((one) => ({ year: one }))} current={year} path={`${path}/${code}`} />
      {!asked && <p className="solutions-method">{t('solutions.notAsked', { year: String(year) })}</p>}
      {groups.map(({ group, total, withheld, search, measures }) => (
        <Group key={group} group={group} total={total} withheld={withheld} year={year} measures={measures}>
          {total > 0 && (
            <p>
              <a href={to(`/register?${search}`)}>
                {t('solutions.all')}
                <span className="visually-hidden">{`: ${t(`solutions.${group}.title`)}`}</span>
              </a>
            </p>
          )}
        </Group>
      ))}
      <Group group="names" total={names.total} withheld={0} year={year} measures={names.measures}>
        {names.words.length > 0 && (
          <ul className="downloads">
            {names.words.map(({ word, total, search }) => (
              <li key={word}>
                <a href={to(`/register?${search}`)}>{t('solutions.word', { word, n: total })}</a>
              </li>
            ))}
          </ul>
        )}
      </Group>
      <p className="subtle small">
        {t('profiles.release', { name: release.name, date: formatDate(release.dataAsOf, language) })}
      </p>
    </article>
  );
}

type Measures = readonly (SolutionReply['groups'][number]['measures'][number] & {
  readonly words?: readonly string[];
})[];

/** The measures of one kind, what puts them there, and where all of them are. */
function Group({
  group,
  total,
  withheld,
  year,
  measures,
  children,
}: {
  group: SolutionReply['groups'][number]['group'] | 'names';
  total: number;
  withheld: number;
  year: number;
  measures: Measures;
  children: React.ReactNode;
}) {
  const t = usePublicText();
  const to = useHref();
  return (
    <section aria-labelledby={group} className="solution-group">
      <h2 className="ds-heading" data-size="sm" id={group}>
        {t(`solutions.${group}.title`)}
      </h2>
      <p className="subtle small">{t(`solutions.${group}.about`)}</p>
      <p>
        {t('solutions.total', { n: total })}
        {withheld > 0 && ` ${t('solutions.withheld', { n: withheld })}`}
        {total > measures.length && `. ${t('solutions.more', { n: measures.length })}`}
      </p>
      {measures.length > 0 && (
        <ul className="solution-measures">
          {measures.map(({ number, title, agency, words }) => (
            <li key={number}>
              <a href={to(`/tiltak/${number}?round=${year}`)}>
                {title ? <Norwegian>{title}</Norwegian> : t('measure.untitled', { number })}
              </a>{' '}
              <span className="subtle small">
                {`${agency.label} · ${number}`}
                {words && ` · ${t('solutions.words', { words: words.join(', ') })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}
