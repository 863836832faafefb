import './profiles.css';
import { type ProfileName, profilePaths, type ReplyAt } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatDate, formatNumber, languageOfPath, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import { apiOf } from '../platform/index.ts';
import { Breadcrumbs, dated, Notice, PageTitle, profilePath, publicHeaders, refusal } from '../ui/index.ts';
import { isNoneYet, profileAt, roundAt } from './kind.ts';
import { Rounds } from './rounds.tsx';

export const headers = publicHeaders;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const profile = profileAt(pathname);
  const query = { round: roundAt(searchParams), lang: languageOfPath(pathname) };
  try {
    const list = await apiOf(context)('listProfiles', { params: { profile }, query });
    return dated({ profile, list }, [list.release.frozenAt]);
  } catch (error) {
    if (isNoneYet(error, query.round)) return dated({ profile, list: undefined }, []);
    refusal(error);
  }
}

/** All agencies, ministries, tags, technologies, life events or strategy measures of a round, each with its number. */
export default function ProfileList() {
  const t = usePublicText();
  const { profile, list } = useLoaderData<typeof loader>();
  const title = t(`profiles.${profile}`);
  return (
    <>
      <PageTitle
        title={title}
        description={t('profiles.about')}
        picture={list && { release: list.release.name, kind: 'register', alt: title }}
      />
      <Breadcrumbs here={title} />
      <h1 className="ds-heading" data-size="xl">
        {title}
      </h1>
      {list ? <Entries list={list} /> : <p className="lead">{t('profiles.none')}</p>}
      <Others current={profile} />
    </>
  );
}

function Entries({ list }: { list: ReplyAt<'listProfiles'> }) {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  const { profile, entries, blank, withheld, n, year, years, variable } = list;
  const count = (value: number) => formatNumber(value, language);
  const listed = (code: string) => to(`/register?round=${year}&${variable}=${encodeURIComponent(code)}`);
  return (
    <>
      <p className="lead">{t('profiles.lead', { n: entries.length, year: String(year) })}</p>
      <Notice texts={[list.notice]} />
      <Rounds years={years} current={year} path={`/${profilePaths[profile]}`} />
      <ul className="profile-list">
        {entries.map(({ code, label, measures }) => (
          <li key={code}>
            <a href={to(`${profilePath(profile, code)}${years.length > 1 ? `?round=${year}` : ''}`)}>{label}</a>{' '}
            <span className="subtle">{count(measures)}</span>
          </li>
        ))}
      </ul>
      <p className="subtle small">
        {t('profiles.base', { n: count(n) })}{' '}
        {blank > 0 && (
          <>
            <a href={listed('blank')}>{t('profiles.blank', { n: blank })}</a>{' '}
          </>
        )}
        {withheld > 0 && t('profiles.withheld', { n: withheld })}{' '}
        {t('profiles.release', { name: list.release.name, date: formatDate(list.release.dataAsOf, language) })}
      </p>
    </>
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
