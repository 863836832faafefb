import './profiles.css';
import '../register/register.css';
import { type ProfileName, profilePaths, type ReplyAt } from '@samblikk/contract/client';
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatDate, formatNumber, languageOfPath, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import { apiOf } from '../platform/index.ts';
import { Pages } from '../register/index.ts';
import { Breadcrumbs, dated, Notice, PageTitle, profilePath, publicHeaders, refusal } from '../ui/index.ts';
import { isNoneYet, profileAt, roundAt } from './kind.ts';
import { Rounds } from './rounds.tsx';

export const headers = publicHeaders;

/** How many stand on a page, and how many of the most used above them where there are more. */
const perPage = 200;
const mostUsed = 20;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const profile = profileAt(pathname);
  const round = roundAt(searchParams);
  const q = (searchParams.get('q') ?? '').trim();
  const page = Number(searchParams.get('page') ?? 1);
  const api = apiOf(context);
  const ask = (more: { sort?: 'measures'; page: number; size: number }) =>
    api('listProfiles', { params: { profile }, query: { round, lang: languageOfPath(pathname), q, ...more } });
  try {
    const list = await ask({ page, size: perPage });
    if (page > Math.max(list.pages, 1)) throw data({ code: 'notFound' }, { status: 404 });
    const isFirst = q === '' && page === 1 && list.pages > 1;
    const most = isFirst ? (await ask({ sort: 'measures', page: 1, size: mostUsed })).entries : [];
    return dated({ profile, list, most, q, round }, [list.release.frozenAt]);
  } catch (error) {
    if (isNoneYet(error, round)) return dated({ profile, list: undefined, most: [], q, round }, []);
    refusal(error);
  }
}

/** The agencies, ministries, tags, technologies, life events or strategy measures of a round, each with its number; a page at a time. */
export default function ProfileList() {
  const t = usePublicText();
  const { profile, list, q } = useLoaderData<typeof loader>();
  const title = t(`profiles.${profile}`);
  const page = list?.page ?? 1;
  return (
    <>
      <PageTitle
        title={page > 1 ? t('profiles.paged', { title, page: String(page) }) : title}
        description={t('profiles.about')}
        query={page > 1 && q === '' ? `?page=${page}` : undefined}
        picture={list && { release: list.release.name, kind: 'profiles', id: profile, alt: title }}
      />
      <Breadcrumbs here={title} />
      <h1 className="ds-heading" data-size="xl">
        {title}
      </h1>
      {list ? <List list={list} /> : <p className="lead">{t('profiles.none')}</p>}
      <Others current={profile} />
    </>
  );
}

function List({ list }: { list: ReplyAt<'listProfiles'> }) {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  const { most, q, round } = useLoaderData<typeof loader>();
  const { profile, entries, total, page, pages, year, years } = list;
  const path = `/${profilePaths[profile]}`;
  const n = formatNumber(total, language);
  const address = (other: number) => {
    const query = new URLSearchParams({
      ...(q !== '' && { q }),
      ...(round !== undefined && { round: String(round) }),
      ...(other > 1 && { page: String(other) }),
    });
    return to(query.size === 0 ? path : `${path}?${query}`);
  };
  return (
    <>
      <p className="lead">
        {q === '' ? t('profiles.lead', { n, year: String(year) }) : t('profiles.found', { n: total, q })}
      </p>
      <Notice texts={[list.notice]} />
      <Rounds years={years} current={year} path={path} />
      {(pages > 1 || q !== '') && <Find path={path} />}
      {most.length > 0 && (
        <section aria-labelledby="most">
          <h2 className="ds-heading" data-size="sm" id="most">
            {t('profiles.most')}
          </h2>
          <Entries list={list} entries={most} />
        </section>
      )}
      {entries.length > 0 && (
        <section aria-labelledby="all">
          <h2 className={pages > 1 ? 'ds-heading' : 'visually-hidden'} data-size="sm" id="all">
            {t('profiles.all')}
          </h2>
          <Entries list={list} entries={entries} />
        </section>
      )}
      <Pages page={page} pages={pages} address={address} />
      <Base list={list} />
    </>
  );
}

/** The search in a list that has more than a page. A plain form: the answer is an address. */
function Find({ path }: { path: string }) {
  const t = usePublicText();
  const to = useHref();
  const { q, round } = useLoaderData<typeof loader>();
  return (
    <search>
      <form action={to(path)} method="get" className="search-form">
        <label className="ds-label" htmlFor="profile-q">
          {t('profiles.find')}
        </label>
        <div className="search-row">
          <input
            className="ds-input"
            type="search"
            id="profile-q"
            name="q"
            defaultValue={q}
            maxLength={200}
            autoComplete="off"
          />
          {round !== undefined && <input type="hidden" name="round" value={round} />}
          <button className="ds-button" type="submit">
            {t('search.button')}
          </button>
        </div>
      </form>
      {q !== '' && (
        <p className="small">
          <a href={to(round === undefined ? path : `${path}?round=${round}`)}>{t('profiles.everything')}</a>
        </p>
      )}
    </search>
  );
}

type ListReply = ReplyAt<'listProfiles'>;

function Entries({ list, entries }: { list: ListReply; entries: ListReply['entries'] }) {
  const to = useHref();
  const language = useLanguage();
  const { profile, year, years } = list;
  return (
    <ul className="profile-list">
      {entries.map(({ code, label, measures }) => (
        <li key={code}>
          <a href={to(`${profilePath(profile, code)}${years.length > 1 ? `?round=${year}` : ''}`)}>{label}</a>{' '}
          <span className="subtle">{formatNumber(measures, language)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the numbers are of. */
function Base({ list }: { list: ListReply }) {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  const { blank, withheld, n, year, variable, release } = list;
  return (
    <p className="subtle small">
      {t('profiles.base', { n: formatNumber(n, language) })}{' '}
      {blank > 0 && (
        <>
          <a href={to(`/register?round=${year}&${variable}=blank`)}>{t('profiles.blank', { n: blank })}</a>{' '}
        </>
      )}
      {withheld > 0 && t('profiles.withheld', { n: withheld })}{' '}
      {t('profiles.release', { name: release.name, date: formatDate(release.dataAsOf, language) })}
    </p>
  );
}

/** The ways through the register beside this one. */
function Others({ current }: { current: ProfileName }) {
  const t = usePublicText();
  const to = useHref();
  const others = (Object.keys(profilePaths) as ProfileName[]).filter((profile) => profile !== current);
  return (
    <nav aria-label={t('profiles.others')}>
      <ul className="downloads">
        {others.map((profile) => (
          <li key={profile}>
            <a href={to(`/${profilePaths[profile]}`)}>{t(`profiles.${profile}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
