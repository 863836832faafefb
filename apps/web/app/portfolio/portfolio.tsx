import '../profiles/profiles.css';
import '../figures/figures.css';
import './portfolio.css';
import {
  isTracking,
  type Portfolio as PortfolioReply,
  queryText,
  type SavedPortfolio,
} from '@samblikk/contract/client';
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatDate, formatNumber, languageOfPath, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import { ApiProblem, addressOf, apiOf, type Call } from '../platform/index.ts';
import {
  Breadcrumbs,
  dated,
  FileLinks,
  fileLinks,
  inQuotes,
  Notice,
  PageTitle,
  publicHeaders,
  refusal,
} from '../ui/index.ts';
import { Chooser } from './chooser.tsx';
import { DoublesWithin, SharedSolutions } from './lists.tsx';
import { NumbersTable } from './numbers-table.tsx';
import { Partners } from './partners.tsx';
import { askedIn, withKept } from './query.ts';
import { type Choice, type Choices, chosenBy, SelectionForm } from './selection-form.tsx';
import { Timeline } from './timeline.tsx';
import { Totals } from './totals.tsx';

export const headers = publicHeaders;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const lang = languageOfPath(pathname);
  const api = apiOf(context);
  try {
    const kept = await api('listPortfolios', { query: { lang } });
    const own = params.slug === undefined ? undefined : kept.find(({ slug }) => slug === params.slug);
    if (params.slug !== undefined && !own) throw data({ code: 'notFound' }, { status: 404 });
    const asked = own ? withKept(own.query, searchParams) : askedIn(searchParams);
    const query = new URLSearchParams([...asked, ['lang', lang]]);
    const portfolio = await api('readPortfolio', { query: query as never });
    const choices = await choicesOf(api, portfolio.year, lang);
    const given = asked.toString();
    return dated(
      { portfolio, kept, own, choices, given, none: false },
      portfolio.release ? [portfolio.release.frozenAt] : [],
    );
  } catch (error) {
    // Before anything is published there is nothing to see together, and that is an answer.
    if (error instanceof ApiProblem && error.status === 404 && !searchParams.has('round') && params.slug === undefined)
      return dated({ portfolio: undefined, kept: [], own: undefined, choices: undefined, given: '', none: true }, []);
    refusal(error);
  }
}

/** What there are measures of in a round, to choose by. */
async function choicesOf(api: Call, round: number, lang: string): Promise<Choices> {
  const listed = async (profile: Choice['profile']) => {
    try {
      return await api('listProfiles', { params: { profile }, query: { round, lang } as never });
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 404) return undefined;
      throw error;
    }
  };
  const choices = chosenBy.map(async (profile): Promise<readonly Choice[]> => {
    const list = await listed(profile);
    const options = list?.entries.filter(({ measures }) => measures > 0) ?? [];
    return list && options.length > 0 ? [{ profile, variable: list.variable, options }] : [];
  });
  return (await Promise.all(choices)).flat();
}

interface Loaded {
  readonly portfolio: PortfolioReply | undefined;
  readonly kept: readonly SavedPortfolio[];
  readonly own: SavedPortfolio | undefined;
  readonly choices: Choices | undefined;
  readonly given: string;
}

/** The measures of a ministry, a life event, any selection or a chosen list, seen together. */
export default function PortfolioPage() {
  const t = usePublicText();
  const { portfolio, kept, own, choices, given } = useLoaderData<typeof loader>() as unknown as Loaded;
  const isAll = portfolio === undefined || (portfolio.chosen.length === 0 && !new URLSearchParams(given).has('q'));
  const title = own?.name ?? (isAll ? t('portfolio.title') : portfolio.title);
  return (
    <article className="profile portfolio">
      <PageTitle
        title={own || !isAll ? `${t('portfolio.title')}: ${title}` : title}
        description={t('portfolio.lead')}
      />
      <Breadcrumbs trail={isAll && !own ? [] : [['/portefolje', t('portfolio.title')]]} here={title} />
      <header className="profile-head">
        <p className="figure-kicker">{t('portfolio.title')}</p>
        <h1 className="ds-heading" data-size="xl">
          {own || !isAll ? title : t('portfolio.everything')}
        </h1>
        {own && <p>{portfolio?.title}</p>}
        {own && (
          <p className="subtle small">
            {own.ministry ? t('portfolio.keptBy', { by: own.ministry.label }) : t('portfolio.keptBy', { by: 'Digdir' })}
          </p>
        )}
        {isAll && !own && <p className="lead">{t('portfolio.lead')}</p>}
      </header>
      {portfolio && choices ? (
        <Contents portfolio={portfolio} choices={choices} given={given} own={own} />
      ) : (
        <p>{t('lately.none')}</p>
      )}
      {kept.length > 0 && <Kept kept={kept} />}
    </article>
  );
}

function Contents(props: {
  portfolio: PortfolioReply;
  choices: Choices;
  given: string;
  own: SavedPortfolio | undefined;
}) {
  const { portfolio, choices, given, own } = props;
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  const asked = new URLSearchParams(given);
  const hrefOf = (list: string) => to(`/register?${list}`);
  const measureHref = (number: string) => to(`/tiltak/${number}?round=${portfolio.year}`);
  const ignored = portfolio.ignored.filter((name) => !isTracking(name));
  const { release } = portfolio;
  return (
    <>
      <Notice texts={[portfolio.notice]} />
      <Years portfolio={portfolio} asked={asked} own={own} />
      {!own && <SelectionForm asked={asked} choices={choices} portfolio={portfolio} />}
      {ignored.length > 0 && <p role="status">{t('register.ignored', { names: inQuotes(ignored) })}</p>}
      {portfolio.missing.length > 0 && (
        <p role="status">{t('portfolio.missing', { numbers: portfolio.missing.join(', ') })}</p>
      )}
      {portfolio.total + (portfolio.withheld ?? 0) === 0 ? (
        <p>{t('portfolio.none')}</p>
      ) : (
        <>
          <section aria-labelledby="totals">
            <h2 className="ds-heading" data-size="sm" id="totals">
              {t('profile.numbers', { year: String(portfolio.year) })}
            </h2>
            <Totals portfolio={portfolio} hrefOf={hrefOf} />
            {release && (
              <p className="subtle small">
                {t('profiles.release', { name: release.name, date: formatDate(release.dataAsOf, language) })}
              </p>
            )}
          </section>
          {portfolio.tables.map((table) => (
            <NumbersTable key={table.id} table={table} hrefOf={hrefOf} drawn={table.id === 'phases'} />
          ))}
          <Timeline timeline={portfolio.timeline} year={portfolio.year} measureHref={measureHref} />
          <Partners partners={portfolio.partners} year={portfolio.year} hrefOf={hrefOf} />
          <SharedSolutions shared={portfolio.shared} hrefOf={hrefOf} measureHref={measureHref} />
          {portfolio.doubles && <DoublesWithin doubles={portfolio.doubles} measureHref={measureHref} />}
          <Onwards portfolio={portfolio} asked={asked} />
        </>
      )}
    </>
  );
}

/** The same selection in other rounds. */
function Years({
  portfolio,
  asked,
  own,
}: {
  portfolio: PortfolioReply;
  asked: URLSearchParams;
  own: SavedPortfolio | undefined;
}) {
  const t = usePublicText();
  const to = useHref();
  const { years, year } = portfolio;
  if (years.length < 2) return null;
  const path = own ? `/portefolje/${own.slug}` : '/portefolje';
  const of = (one: number) => {
    const query = new URLSearchParams(own ? [] : asked);
    query.delete('release');
    query.set('round', String(one));
    return path + queryText(query);
  };
  return (
    <nav aria-label={t('profiles.rounds')}>
      <ul className="downloads">
        {years.map((one) => (
          <li key={one}>
            <a href={to(of(one))} aria-current={one === year ? 'true' : undefined}>
              {one}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The same as files, over the years, and kept under a name. */
function Onwards({ portfolio, asked }: { portfolio: PortfolioReply; asked: URLSearchParams }) {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  const files = fileLinks('portfolio', ({ query }) =>
    addressOf('readPortfolio', {
      query: new URLSearchParams([...asked, ...Object.entries({ ...query, lang: language })]),
    }),
  );
  const filters = new URLSearchParams(
    [...asked].filter(([name]) => !['q', 'number', 'round', 'release'].includes(name)),
  );
  return (
    <section aria-labelledby="onwards" className="portfolio-part">
      <h2 className="ds-heading" data-size="sm" id="onwards">
        {t('portfolio.onwards')}
      </h2>
      <FileLinks files={files} label={t('portfolio.files')} />
      <Chooser portfolio={portfolio} />
      <ul className="plain">
        {asked.size > 0 && !asked.has('q') && !asked.has('number') && (
          <li>
            <a href={to(`/tall/livslop${queryText(filters)}`)}>{t('lifeCycle.of')}</a>
          </li>
        )}
        <li>
          <a href={to(`/register?${portfolio.list}`)}>
            {t('portfolio.all', { n: formatNumber(portfolio.total + (portfolio.withheld ?? 0), language) })}
          </a>
        </li>
        <li>
          <a href={to(`/samordning?${new URLSearchParams({ utvalg: asked.toString() })}`)}>{t('portfolio.keep')}</a>
        </li>
      </ul>
    </section>
  );
}

/** Portfolios that ministries and Digdir keep. */
function Kept({ kept }: { kept: readonly SavedPortfolio[] }) {
  const t = usePublicText();
  const to = useHref();
  return (
    <section aria-labelledby="kept" className="portfolio-part">
      <h2 className="ds-heading" data-size="sm" id="kept">
        {t('portfolio.kept')}
      </h2>
      <ul className="plain">
        {kept.map(({ slug, name, ministry }) => (
          <li key={slug}>
            <a href={to(`/portefolje/${slug}`)}>{name}</a>{' '}
            <span className="small subtle">{ministry?.label ?? 'Digdir'}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
