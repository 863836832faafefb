import './profiles.css';
import '../figures/figures.css';
import '../register/register.css';
import type { Profile as ProfileReply } from '@samblikk/contract/client';
import { profilePaths } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Bars, type Dataset, DataTable, readDataset } from '../figures/index.ts';
import { formatDate, formatNumber, languageOfPath, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import { addressOf, apiOf } from '../platform/index.ts';
import { FeedOf, MeasureList } from '../register/index.ts';
import {
  Breadcrumbs,
  dated,
  FileLinks,
  fileLinks,
  Notice,
  PageTitle,
  profilePath,
  publicHeaders,
  refusal,
} from '../ui/index.ts';
import { profileAt, roundAt } from './kind.ts';
import { Life } from './life.tsx';
import { Rounds } from './rounds.tsx';

export const headers = publicHeaders;

/** How many measures the page lists before it leads to the register. */
const listed = 10;

/** A longer list than this is of agencies: those without any are left out. */
const fewRows = 8;

function withoutEmpty(dataset: Dataset): Dataset {
  if (dataset.rows.length <= fewRows) return dataset;
  return { ...dataset, rows: dataset.rows.filter(({ total }) => total.count !== 0) };
}

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const profile = profileAt(pathname);
  const lang = languageOfPath(pathname);
  const api = apiOf(context);
  try {
    const code = params.code ?? '';
    const page = await api('readProfile', { params: { profile, code }, query: { round: roundAt(searchParams), lang } });
    const { year, variable } = page;
    const filter = { [variable]: page.code };
    const charts = await Promise.all(
      page.charts.map(async (rows) => {
        const query = new URLSearchParams({ rows, ...filter, lang });
        return withoutEmpty(readDataset(await api('readTable', { params: { year }, query })));
      }),
    );
    const query = new URLSearchParams({ round: String(year), ...filter, size: String(listed), lang });
    const list = page.charts.length > 0 ? await api('searchRegister', { query }) : undefined;
    return dated({ page, charts, list }, [page.release.frozenAt]);
  } catch (error) {
    refusal(error);
  }
}

/** One agency, ministry, tag, technology, life event or strategy measure: numbers, charts, its measures, and what it was. */
export default function Profile() {
  const t = usePublicText();
  const to = useHref();
  const { page, charts, list } = useLoaderData<typeof loader>();
  const { profile, code, label, kind, year, years } = page;
  const title = t(`profiles.${profile}`);
  return (
    <article className="profile">
      <PageTitle
        title={`${kind}: ${label}`}
        description={t('profile.lead', { label, year: String(year) })}
        picture={{
          release: page.release.name,
          alt: `${kind}: ${label}`,
          ...(list && years.length > 0 ? { kind: profile, id: code } : { kind: 'register' }),
        }}
      />
      <Breadcrumbs trail={[[`/${profilePaths[profile]}`, title]]} here={label} />
      <header className="profile-head">
        <p className="figure-kicker">{kind}</p>
        <h1 className="ds-heading" data-size="xl">
          {label}
        </h1>
        {page.life?.ministry && (
          <p>
            <a href={to(profilePath('ministry', page.life.ministry.code))}>{page.life.ministry.label}</a>
          </p>
        )}
        {profile === 'agency' && <p className="subtle small">{t('profile.orgnr', { orgnr: code })}</p>}
      </header>
      {page.life && <Life life={page.life} profile={profile} label={label} />}
      <Notice texts={[page.notice]} />
      <Rounds years={years} current={year} path={profilePath(profile, code)} />
      {list === undefined || years.length === 0 ? (
        <p>{years.length === 0 ? t('profile.nothing') : t('profile.nothingIn', { year: String(year) })}</p>
      ) : (
        <>
          <Numbers page={page} />
          <div className="profile-charts">
            {charts.map((dataset) => (
              <Chart key={dataset.title} dataset={dataset} />
            ))}
          </div>
          <Measures page={page} list={list} />
        </>
      )}
    </article>
  );
}

/** How many measures, and what they cost together, each with what it is of. */
function Numbers({ page }: { page: ProfileReply }) {
  const t = usePublicText();
  const language = useLanguage();
  const { total, withheld, cost, year, release } = page;
  const count = (value: number) => formatNumber(value, language);
  return (
    <section aria-labelledby="numbers">
      <h2 className="ds-heading" data-size="sm" id="numbers">
        {t('profile.numbers', { year: String(year) })}
      </h2>
      <dl className="profile-numbers">
        <div>
          <dt>{t('profile.measures')}</dt>
          <dd>{count(total + withheld)}</dd>
          {withheld > 0 && <dd className="subtle small">{t('profile.withheld', { n: withheld })}</dd>}
        </div>
        {cost && (
          <div>
            <dt>{t('profile.sum', { amount: cost.label })}</dt>
            <dd>{cost.text}</dd>
            <dd className="subtle small">
              {t('profile.sumOf', { n: cost.measures, blank: cost.blank, withheld: cost.withheld })}
            </dd>
          </div>
        )}
      </dl>
      <p className="subtle small">
        {t('profiles.release', { name: release.name, date: formatDate(release.dataAsOf, language) })}
      </p>
    </section>
  );
}

function Chart({ dataset }: { dataset: Dataset }) {
  const t = usePublicText();
  return (
    <section className="figure" aria-label={dataset.title}>
      <h2 className="ds-heading" data-size="2xs">
        {dataset.rowLabel}
      </h2>
      <Bars dataset={dataset} label={dataset.title} />
      <details>
        <summary>{t('profile.table')}</summary>
        <DataTable dataset={dataset} caption={dataset.title} />
      </details>
      <p className="subtle small">
        {t('figure.n', { n: dataset.n })} {dataset.notes.join(' ')}
      </p>
    </section>
  );
}

type List = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['list']>;

function Measures({ page, list }: { page: ProfileReply; list: List }) {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  const { year, variable, code } = page;
  const same = new URLSearchParams({ round: String(year), [variable]: code });
  const feed = `/register.atom?${new URLSearchParams({ [variable]: code })}`;
  const files = fileLinks('register', ({ endpoint, query }) =>
    addressOf(endpoint, { query: new URLSearchParams([...same, ...Object.entries({ ...query, lang: language })]) }),
  );
  return (
    <section aria-labelledby="measures">
      <h2 className="ds-heading" data-size="sm" id="measures">
        {t('profile.list')}
      </h2>
      <FeedOf path={feed} title={t('follow.feedTitle')} />
      <MeasureList items={list.items} facets={list.facets} years={1} />
      <ul className="downloads">
        <li>
          <a href={to(`/register?${same}`)}>{t('profile.all', { n: list.total })}</a>
        </li>
        <li>
          <a href={to(`/portefolje?${same}`)}>{t('portfolio.see')}</a>
        </li>
        <li>
          <a href={to(`/tall/livslop?${new URLSearchParams({ [variable]: code })}`)}>{t('lifeCycle.of')}</a>
        </li>
        <li>
          <a href={to(feed)}>{t('follow.feed')}</a>
        </li>
      </ul>
      <FileLinks files={files} label={t('register.files', { n: list.total })} />
    </section>
  );
}
