import './register.css';
import { isTracking, type ReplyAt, registerLimits } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router';
import { formatNumber, languageOfPath, useLanguage, usePublicText } from '../i18n/index.ts';
import { ApiProblem } from '../platform/index.ts';
import {
  Breadcrumbs,
  dated,
  FileLinks,
  fileAddress,
  fileLinks,
  inQuotes,
  missing,
  Notice,
  PageTitle,
  publicHeaders,
  refusal,
  releaseSource,
  useDataHref,
  usePreview,
} from '../ui/index.ts';
import { Chosen } from './chosen.tsx';
import { Facets } from './facets.tsx';
import { Follow } from './follow.tsx';
import { HowFound } from './how-found.tsx';
import { MeasureList } from './measure-list.tsx';
import { Pages } from './pages.tsx';
import { RegisterSearch } from './search.ts';

export const headers = publicHeaders;

type RegisterReply = ReplyAt<'searchRegister'>;

const sorts = ['relevance', 'newest', 'name', '-cost', 'cost', 'ministry', 'agency', 'number'] as const;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const query = new RegisterSearch(searchParams).query(languageOfPath(pathname));
  const { call, api, preview } = releaseSource({ context, params });
  try {
    // The register as a dataset is told of once, where nothing is chosen.
    const told = preview === undefined && searchParams.size === 0;
    const asked = { params: { name: 'register' }, query: { lang: languageOfPath(pathname) } };
    const [list, dataset] = await Promise.all([
      call('searchRegister', { query }),
      told ? api('readDataset', asked) : undefined,
    ]);
    if (isNoPage(list)) return missing({ ...list, dataset: undefined, refused: [] });
    return dated(
      { ...list, dataset, refused: [] },
      list.releases.map(({ frozenAt }) => frozenAt),
      preview,
    );
  } catch (error) {
    const refused = refusedIn(error, query);
    if (refused.length === 0) refusal(error);
    // The form and its filters stand, with no measures: all of them would be no answer.
    const rest = new URLSearchParams([...query].filter(([name]) => !refused.includes(name)));
    const list = await call('searchRegister', { query: rest }).catch(refusal);
    return missing({ ...list, dataset: undefined, refused });
  }
}

/** The parameters that the API could not make sense of. */
function refusedIn(error: unknown, query: URLSearchParams): string[] {
  if (!(error instanceof ApiProblem) || (error.status !== 400 && error.status !== 422)) return [];
  // Without issues it is about which years and releases.
  const named = error.problem.issues?.map(({ question }) => question) ?? ['round', 'release'];
  return named.filter((name) => query.has(name));
}

/** The register: search, facets with counts, list, pages, and the same as a file. */
export default function Register() {
  const t = usePublicText();
  const to = useDataHref();
  const { dataset, refused, ...list } = useLoaderData<typeof loader>();
  const [newest] = list.releases;
  const given = new URLSearchParams(useLocation().search);
  const search = new RegisterSearch(given, [...list.ignored, ...refused]);
  const ignored = list.ignored.filter((name) => !isTracking(name));
  const q = given.get('q') ?? '';
  const facetIds = new Set(list.facets.map(({ id }) => id));
  // Filters that are no facet (a figure's link may set them) stay in force when the form is sent.
  const hidden = [...new Set(list.chosen.map(({ id }) => id))].filter((id) => !facetIds.has(id));
  return (
    <>
      <PageTitle
        title={q === '' ? t('register.title') : t('register.titleFor', { q })}
        description={t('register.lead')}
        picture={newest && { release: newest.name, kind: 'register', alt: t('register.title') }}
        data={dataset}
      />
      <Breadcrumbs here={t('nav.register')} />
      <h1 className="ds-heading" data-size="xl">
        {t('register.title')}
      </h1>
      <Notice texts={list.releases.map(({ notice }) => notice)} />
      <form action={to('/register')} method="get" className="register" autoComplete="off">
        <SearchField q={q} />
        {hidden.map((id) => (
          <input key={id} type="hidden" name={id} value={search.codes(id).join(',')} />
        ))}
        {search.params.get('release') && (
          <input type="hidden" name="release" value={search.params.get('release') ?? ''} />
        )}
        <Facets facets={list.facets} chosen={list.chosen.length} />
        <div className="register-results">
          {ignored.length > 0 && <p role="status">{t('register.ignored', { names: inQuotes(ignored) })}</p>}
          {refused.length > 0 ? (
            <Refused names={refused} given={given} search={search} />
          ) : (
            <>
              {list.suggestion && (
                <p role="status">{t('register.suggestion', { asked: list.suggestion.asked, q: list.suggestion.q })}</p>
              )}
              <HowFound list={list} search={search} />
              <ResultsHead list={list} q={q} />
              <Chosen chosen={list.chosen} search={search} />
              <Results list={list} search={search} />
              {!isNoPage(list) && (
                <Pages
                  page={list.page}
                  pages={list.pages}
                  address={(page) => to(search.with({ page: String(page) }))}
                />
              )}
              <Files total={list.total} search={search} />
              <Follow search={search} />
              <ToPortfolio search={search} />
              <ToDoubles />
            </>
          )}
        </div>
      </form>
    </>
  );
}

/** What the address has that is none of ours, in words, and the same search without it. */
function Refused({
  names,
  given,
  search,
}: {
  names: readonly string[];
  given: URLSearchParams;
  search: RegisterSearch;
}) {
  const t = usePublicText();
  const to = useDataHref();
  const others = names.filter((name) => name !== 'q').map((name) => `${name}=${given.getAll(name).join(',')}`);
  return (
    <div className="card" role="status">
      {names.includes('q') && <p>{t('register.tooLong', { n: registerLimits.words })}</p>}
      {others.length > 0 && <p>{t('register.refused', { names: inQuotes(others) })}</p>}
      <p>
        <a href={to(search.with({}))}>{t('register.without')}</a>
      </p>
    </div>
  );
}

function SearchField({ q }: { q: string }) {
  const t = usePublicText();
  return (
    <search className="register-search" data-words={q === '' ? undefined : true}>
      <div className="search-form">
        <label className="ds-label" htmlFor="q">
          {t('search.label')}
        </label>
        <div className="search-row">
          <input
            className="ds-input"
            type="search"
            id="q"
            name="q"
            defaultValue={q}
            maxLength={registerLimits.words}
            autoComplete="off"
            aria-describedby="q-help"
          />
          <button className="ds-button" type="submit">
            {t('search.button')}
          </button>
        </div>
        <p className="subtle small search-help" id="q-help">
          {t('search.help')}
        </p>
      </div>
    </search>
  );
}

/** How many measures were found, and in which order they stand. */
function ResultsHead({ list, q }: { list: RegisterReply; q: string }) {
  const t = usePublicText();
  const to = useDataHref();
  // What nobody has chosen is not sent: who then types a word has the best hits first.
  const usual = q === '' ? 'newest' : 'relevance';
  const sent = (sort: string) => (sort === usual ? '' : sort);
  return (
    <div className="register-head">
      <div>
        <h2 className="ds-heading" data-size="sm">
          {t('register.hits', { n: list.total })}
        </h2>
        {severalRounds(list) && <p className="subtle small">{t('register.once')}</p>}
        {list.withheld !== null && list.withheld > 0 && (
          <p className="subtle small">
            {t('register.withheld', { n: list.withheld })}{' '}
            <a href={to('/om-dataene#unntatt')}>{t('register.withheldWhy')}</a>
          </p>
        )}
      </div>
      <div className="register-sort">
        <label className="ds-label" htmlFor="sort">
          {t('register.sort')}
        </label>
        <div className="search-row">
          <select className="ds-input" id="sort" name="sort" defaultValue={sent(list.sort)}>
            {sorts
              .filter((sort) => sort !== 'relevance' || q !== '')
              .map((sort) => (
                <option key={sort} value={sent(sort)}>
                  {t(`sort.${sort}`)}
                </option>
              ))}
          </select>
          <button className="ds-button" data-variant="secondary" type="submit">
            {t('register.apply')}
          </button>
        </div>
      </div>
    </div>
  );
}

/** The measures of a page, or why there are none. */
function Results({ list, search }: { list: RegisterReply; search: RegisterSearch }) {
  const t = usePublicText();
  const to = useDataHref();
  if (isNoPage(list))
    return (
      <div className="card" role="status">
        <p>
          <strong>{t('register.noPage')}</strong>
        </p>
        <p>{t('register.pages', { pages: list.pages })}</p>
        <p>
          <a href={to(search.with({ page: undefined }))}>{t('register.firstPage')}</a>
        </p>
      </div>
    );
  if (list.items.length === 0)
    return (
      <div className="card">
        <p>{t('register.none')}</p>
        <p>
          <a href={to('/register')}>{t('register.all')}</a>
        </p>
      </div>
    );
  return (
    <MeasureList items={list.items} facets={list.facets} years={new Set(list.releases.map(({ year }) => year)).size} />
  );
}

/** What was found, as files. */
function Files({ total, search }: { total: number; search: RegisterSearch }) {
  const t = usePublicText();
  const language = useLanguage();
  const preview = usePreview();
  const query = search.files(language);
  const files = fileLinks('register', (asked) =>
    fileAddress(preview, asked.endpoint, {
      query: new URLSearchParams([...query, ...Object.entries(asked.query ?? {})]),
    }),
  );
  return (
    <section className="register-files" aria-labelledby="files">
      <h2 className="ds-heading" data-size="2xs" id="files">
        {t('register.files', { n: formatNumber(total, language) })}
      </h2>
      <FileLinks files={files} />
    </section>
  );
}

/** The same measures seen together. */
function ToPortfolio({ search }: { search: RegisterSearch }) {
  const t = usePublicText();
  const to = useDataHref();
  if (usePreview()) return null;
  return (
    <p>
      <a href={to(search.portfolio())}>{t('portfolio.see')}</a>
    </p>
  );
}

/** The ways to measures that may be double work, and to common solutions. */
function ToDoubles() {
  const t = usePublicText();
  const to = useDataHref();
  if (usePreview()) return null;
  return (
    <ul className="downloads">
      <li>
        <a href={to('/liknende')}>{t('doubles.see')}</a>
      </li>
      <li>
        <a href={to('/fellesloesninger')}>{t('solutions.see')}</a>
      </li>
    </ul>
  );
}

/** Whether measures of more than one round are in the list. */
function severalRounds({ releases, chosen }: RegisterReply): boolean {
  const years = chosen.filter(({ id }) => id === 'round').length;
  return (years === 0 ? releases.length : years) > 1;
}

/** A page after the last one. */
const isNoPage = ({ page, pages }: RegisterReply) => page > pages && pages > 0;
