import './profiles.css';
import '../register/register.css';
import './doubles.css';
import type { LikelyDoubles } from '@samblikk/contract/client';
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import {
  formatDate,
  formatNumber,
  languageOfPath,
  Norwegian,
  useHref,
  useLanguage,
  usePublicText,
} from '../i18n/index.ts';
import { apiOf } from '../platform/index.ts';
import { Pages } from '../register/index.ts';
import {
  Breadcrumbs,
  dated,
  judgingPath,
  Labelled,
  Notice,
  PageTitle,
  profilePath,
  publicHeaders,
  refusal,
} from '../ui/index.ts';
import { isNoneYet, roundAt } from './kind.ts';
import { Rounds } from './rounds.tsx';

export const headers = publicHeaders;

const path = '/liknende';
/** How many pairs stand on a page. */
const perPage = 20;

/** What the address chooses; an empty field of the form chooses nothing. */
function chosenIn(search: URLSearchParams) {
  const told = (name: string) => search.get(name) || undefined;
  const release = told('release');
  return {
    round: roundAt(search),
    release: release === undefined ? undefined : Number(release),
    ...{ ministry: told('ministry'), agency: told('agency'), number: told('number') },
  };
}
type Chosen = ReturnType<typeof chosenIn>;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const chosen = chosenIn(searchParams);
  const page = Number(searchParams.get('page') ?? 1);
  try {
    const query = { ...chosen, page, size: perPage, lang: languageOfPath(pathname) };
    const list = await apiOf(context)('listLikelyDoubles', { query });
    if (page > Math.max(list.pages, 1)) throw data({ code: 'notFound' }, { status: 404 });
    // What coordinators say changes without a new release: it has no date.
    return dated({ list, chosen }, []);
  } catch (error) {
    if (isNoneYet(error, chosen.round) && chosen.number === undefined) return dated({ list: undefined, chosen }, []);
    refusal(error);
  }
}

/** Measures of different agencies that may be the same: two and two beside each other, with why. */
export default function Doubles() {
  const t = usePublicText();
  const { list } = useLoaderData<typeof loader>();
  return (
    <div className="profile">
      <PageTitle
        title={t('doubles.title')}
        description={t('doubles.lead')}
        picture={list && { release: list.release.name, kind: 'release', alt: t('doubles.title') }}
      />
      <Breadcrumbs trail={[['/register', t('nav.register')]]} here={t('doubles.title')} />
      <div className="profile-head">
        <h1 className="ds-heading" data-size="xl">
          {t('doubles.title')}
        </h1>
        <p className="lead">{t('doubles.lead')}</p>
        <p className="doubles-method">{t('doubles.method')}</p>
      </div>
      {list ? <List list={list} /> : <p>{t('lately.none')}</p>}
    </div>
  );
}

/** The address of this page with what is chosen, and something else. */
function addressOf(chosen: Chosen, more: { page?: number } = {}): string {
  const given = Object.entries({ ...chosen, ...more }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

function List({ list }: { list: LikelyDoubles }) {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  const { chosen } = useLoaderData<typeof loader>();
  const { pairs, total, page, pages, year, years, release } = list;
  return (
    <>
      <Notice texts={[list.notice]} />
      <Rounds years={years.map((one) => ({ year: one }))} current={year} path={path} />
      {chosen.number === undefined ? (
        <Filters list={list} />
      ) : (
        <p>
          {t('doubles.of', { number: chosen.number })} <a href={to(path)}>{t('doubles.all')}</a>
        </p>
      )}
      <section aria-labelledby="pairs" className="doubles">
        <h2 className="ds-heading" data-size="sm" id="pairs">
          {t('doubles.total', { n: total, year: String(year) })}
        </h2>
        <Judged list={list} />
        <ol className="doubles-list">
          {pairs.map((pair) => (
            <li key={pair.measures.map(({ number }) => number).join()}>
              <Pair pair={pair} year={year} />
            </li>
          ))}
        </ol>
      </section>
      <Pages page={page} pages={pages} address={(other) => to(addressOf(chosen, other > 1 ? { page: other } : {}))} />
      <p className="subtle small">
        {t('profiles.release', { name: release.name, date: formatDate(release.dataAsOf, language) })}
      </p>
    </>
  );
}

/** How many of the pairs chosen coordinators have judged. */
function Judged({ list: { total, judged } }: { list: LikelyDoubles }) {
  const t = usePublicText();
  const to = useHref();
  const { same, related, not } = judged;
  return (
    <p>
      {not === null
        ? t('doubles.judgedOfOne', { n: same + related, of: total, same, related })
        : t('doubles.judged', { n: same + related + not, of: total + not, same, related, not })}{' '}
      <a href={to(judgingPath)}>{t('doubles.judge')}</a>
    </p>
  );
}

/** Whose pairs to see. A plain form: the answer is an address. */
function Filters({ list: { ministries, agencies } }: { list: LikelyDoubles }) {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  const { chosen } = useLoaderData<typeof loader>();
  const fields = [
    { name: 'ministry', label: t('doubles.ministry'), owners: ministries },
    { name: 'agency', label: t('doubles.agency'), owners: agencies },
  ] as const;
  return (
    <search>
      <form action={to(path)} method="get" className="doubles-form">
        {chosen.round !== undefined && <input type="hidden" name="round" value={chosen.round} />}
        {chosen.release !== undefined && <input type="hidden" name="release" value={chosen.release} />}
        {fields.map(({ name, label, owners }) => (
          <Labelled key={name} id={name} label={label}>
            <select className="ds-input" id={name} name={name} defaultValue={chosen[name] ?? ''}>
              <option value="">{t('doubles.any')}</option>
              {owners.map(({ code, label: owner, pairs }) => (
                <option key={code} value={code}>
                  {t('doubles.owner', { owner, n: formatNumber(pairs, language) })}
                </option>
              ))}
            </select>
          </Labelled>
        ))}
        <button type="submit" className="ds-button">
          {t('doubles.submit')}
        </button>
      </form>
    </search>
  );
}

type PairReply = LikelyDoubles['pairs'][number];

/** Two measures beside each other, and why they stand so. */
function Pair({ pair, year }: { pair: PairReply; year: number }) {
  const t = usePublicText();
  const language = useLanguage();
  const { measures, words, shared, likeness, verdict } = pair;
  return (
    <article className="card double" aria-label={measures.map(({ number }) => number).join(' – ')}>
      {measures.map((measure) => (
        <Side key={measure.number} measure={measure} year={year} />
      ))}
      <ul className="double-why small">
        {verdict && (
          <li>
            <strong>{t(`doubles.${verdict}`)}</strong>
          </li>
        )}
        {likeness !== null && (
          <li>{t('doubles.likeness', { percent: formatNumber(Math.round(100 * likeness), language) })}</li>
        )}
        {words.length > 0 && (
          <li>
            <Norwegian>{t('similar.words', { words: words.join(', ') })}</Norwegian>
          </li>
        )}
        {shared.map(({ id, label, values }) => (
          <li key={id}>{t('similar.shared', { label, values: values.map((value) => value.label).join(', ') })}</li>
        ))}
      </ul>
    </article>
  );
}

function Side({ measure, year }: { measure: PairReply['measures'][number]; year: number }) {
  const t = usePublicText();
  const to = useHref();
  const { number, title, summary, agency, ministry } = measure;
  return (
    <div className="double-side">
      <p className="small subtle">
        <a href={to(`${profilePath('agency', agency.code)}?round=${year}`)}>{agency.label}</a> · {ministry.label}
      </p>
      <h3 className="ds-heading" data-size="2xs">
        <a href={to(`/tiltak/${number}?round=${year}`)}>
          {title ? <Norwegian>{title}</Norwegian> : t('measure.untitled', { number })}
        </a>
      </h3>
      {summary && (
        <p>
          <Norwegian>{summary}</Norwegian>
        </p>
      )}
      <p className="small subtle">{number}</p>
    </div>
  );
}
