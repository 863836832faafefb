import '../profiles/doubles.css';
import './verdicts.css';
import {
  type DoubleShow,
  type DoublesToJudge,
  type DoubleVerdict,
  doubleShows,
  may,
  type ReplyAt,
} from '@samblikk/contract/client';
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { languageOfPath, showMoment, useHref, useLanguage, usePick } from '../i18n/index.ts';
import { ApiProblem, apiOf } from '../platform/index.ts';
import { heldBy } from '../session/index.ts';
import { PageTurn, Unfolding } from '../staff/index.ts';
import {
  answeringPath,
  Crumbs,
  Labelled,
  PageTitle,
  judgingPath as path,
  problemOf,
  type Refused,
  signedInApi,
  toLogin,
} from '../ui/index.ts';
import { OneByOne } from './one-by-one.tsx';
import { Outcome, type Said } from './outcome.tsx';
import { Pair } from './pair.tsx';
import { useVerdictText } from './texts.ts';
import { VerdictForm } from './verdict-form.tsx';

export const handle = { interactive: true };

const ministryParameter = 'departement';
/** How many pairs stand on a page of those that are judged; the others come one at a time. */
const perPage = 20;

type Ministry = ReplyAt<'listMinistries'>[number];

/** What an address chooses. */
function choiceIn(search: URLSearchParams): { show: DoubleShow; page: number } {
  const page = Number(search.get('side') ?? 1);
  return {
    show: doubleShows.find((one) => one === search.get('show')) ?? 'waiting',
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
}

/** The ministries whose pairs someone may judge: all for Digdir. @throws Response 403 when none */
async function ministriesOf(args: Pick<LoaderFunctionArgs, 'context' | 'request' | 'url'>): Promise<Ministry[]> {
  const call = signedInApi(args);
  const [session, ministries] = await Promise.all([call('session', {}), call('listMinistries', { query: {} })]);
  if (!session.signedIn) throw toLogin(args.url);
  const held = heldBy(session);
  const own = ministries.filter(({ code }) => may(held, 'double.judge', { agency: '', ministry: code }));
  if (own.length === 0) throw new Response(null, { status: 403 });
  return own;
}

export async function loader(args: LoaderFunctionArgs) {
  const search = args.url.searchParams;
  const ministries = await ministriesOf(args);
  const asked = search.get(ministryParameter);
  const ministry = asked === null ? ministries[0] : ministries.find(({ code }) => code === asked);
  if (!ministry) throw new Response(null, { status: 403 });
  const { show, page } = choiceIn(search);
  const query = { show, page, size: show === 'waiting' ? 1 : perPage, lang: languageOfPath(args.url.pathname) };
  const list = await listOf(args, ministry.code, query);
  // The last pair was judged, and there is none after it.
  if (list && list.pages > 0 && page > list.pages) {
    search.set('side', String(list.pages));
    throw redirect(`${args.url.pathname}?${search}`);
  }
  return { ministries, ministry, show, page, list };
}

/** The pairs; undefined when no round is public yet. */
async function listOf(
  { context }: LoaderFunctionArgs,
  ministry: string,
  query: { show: DoubleShow; page: number; size: number; lang: ReturnType<typeof languageOfPath> },
): Promise<DoublesToJudge | undefined> {
  try {
    return await apiOf(context)('listDoublesToJudge', { params: { ministry }, query });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return undefined;
    throw error;
  }
}

/** Says what a pair is; an empty verdict takes back what was said. */
export async function action(args: ActionFunctionArgs): Promise<Said | Refused> {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const search = args.url.searchParams;
  const ministry = search.get(ministryParameter) ?? (await ministriesOf(args))[0]?.code ?? '';
  const measures: [string, string] = [text('one'), text('other')];
  const verdict = (text('verdict') || null) as DoubleVerdict | null;
  try {
    const body = { measures, verdict, reason: text('reason') };
    const { before } = await signedInApi(args)('judgeDoubles', { params: { ministry }, body });
    return { done: 'judged', measures, verdict, before };
  } catch (error) {
    return problemOf(error);
  }
}

/** Likely doubles of a ministry's agencies, one at a time, for its coordinators to say what they are. */
export default function Judge() {
  const { ministries, ministry, show, page, list } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>() as Said | Refused | undefined;
  const s = useVerdictText();
  const pick = usePick();
  const to = useHref();
  const at = (which: DoubleShow, side = 1) =>
    to(`${path}?${ministryParameter}=${ministry.code}&show=${which}${side > 1 ? `&side=${side}` : ''}`);
  return (
    <>
      <PageTitle title={s('title')} />
      <Crumbs trail={[[answeringPath, s('answering')]]} here={s('title')} />
      <h1 className="ds-heading" data-size="lg">
        {s('title')}
      </h1>
      <p className="lead prose">{s('lead')}</p>
      {ministries.length > 1 ? <Ministries of={ministries} current={ministry.code} /> : <p>{pick(ministry.name)}</p>}
      {list === undefined ? (
        <p>{s('none')}</p>
      ) : (
        <>
          <Progress list={list} />
          <nav className="round-pages" aria-label={s('shows')}>
            <ul>
              {doubleShows.map((name) => (
                <li key={name}>
                  <Link to={at(name)} aria-current={name === show ? 'true' : undefined}>
                    {s(`show.${name}`, { n: name === 'waiting' ? list.counts.waiting : judgedOf(list) })}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          {show === 'judged' && <Outcome of={said} />}
          {show === 'waiting' ? (
            <OneByOne list={list} said={said} next={page < list.pages ? at('waiting', page + 1) : undefined} />
          ) : (
            <Judged list={list} />
          )}
          {(show === 'judged' || page > 1) && (
            <PageTurn
              page={page}
              pages={list.pages}
              at={(side) => at(show, side)}
              words={{ here: s('page', { page, pages: list.pages }), previous: s('previous'), next: s('next') }}
            />
          )}
          <p className="small">
            <a href={to(`/liknende?round=${list.year}`)}>{s('publicList')}</a>
          </p>
        </>
      )}
    </>
  );
}

const judgedOf = ({ counts: { same, related, not } }: DoublesToJudge): number => same + related + not;

/** Whose pairs to judge, for those who may choose. */
function Ministries({ of, current }: { of: readonly Ministry[]; current: string }) {
  const s = useVerdictText();
  const pick = usePick();
  return (
    <Form method="get" className="choice-row verdict-ministry">
      <Labelled id={ministryParameter} label={s('ministry')}>
        <select className="ds-input" id={ministryParameter} name={ministryParameter} defaultValue={current}>
          {of.map(({ code, name }) => (
            <option key={code} value={code}>
              {pick(name)}
            </option>
          ))}
        </select>
      </Labelled>
      <button className="ds-button" data-variant="secondary" type="submit">
        {s('choose')}
      </button>
    </Form>
  );
}

/** How many of the pairs are judged, and as what. */
function Progress({ list }: { list: DoublesToJudge }) {
  const s = useVerdictText();
  const { same, related, not, waiting } = list.counts;
  const [n, of] = [judgedOf(list), judgedOf(list) + waiting];
  const words = of === 0 ? s('nothing') : s('progress', { n, of, same, related, not });
  return (
    <div className="verdict-progress">
      {of > 0 && <progress value={n} max={of} aria-label={words} />}
      <p>{`${s('ofRound', { year: list.year })}. ${words}`}</p>
    </div>
  );
}

/** What has been said of pairs, the latest first, and where it is changed. */
function Judged({ list }: { list: DoublesToJudge }) {
  const { pairs, year } = list;
  const s = useVerdictText();
  const language = useLanguage();
  if (pairs.length === 0) return <p>{s('nothingJudged')}</p>;
  return (
    <>
      <h2 className="visually-hidden">{s('show.judged', { n: judgedOf(list) })}</h2>
      <ol className="doubles-list verdict-list">
        {pairs.map((pair) => {
          const numbers = pair.measures.map(({ number }) => number);
          return (
            <li key={numbers.join()}>
              <article className="card double" aria-label={numbers.join(' – ')}>
                <Pair pair={pair} year={year}>
                  {pair.verdict && (
                    <div className="verdict-said">
                      <p>
                        <strong>{s(`verdict.${pair.verdict.verdict}`)}</strong>
                      </p>
                      {pair.verdict.reason !== '' && <p>{pair.verdict.reason}</p>}
                      <p className="small subtle">
                        {s('by', { name: pair.verdict.by, time: showMoment(pair.verdict.at, language) })}
                      </p>
                      <Unfolding label={s('change')} about={numbers.join(' – ')}>
                        <VerdictForm pair={pair}>
                          <button className="ds-button" data-variant="tertiary" type="submit" name="verdict" value="">
                            {s('takeBack')}
                          </button>
                        </VerdictForm>
                      </Unfolding>
                    </div>
                  )}
                </Pair>
              </article>
            </li>
          );
        })}
      </ol>
    </>
  );
}
