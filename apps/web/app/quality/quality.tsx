import './quality.css';
import type { QualityItem, ReplyAt } from '@samblikk/contract/client';
import { type Edition, showAmount } from '@samblikk/questionnaire';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatNumber, showMoment, useHref, useLanguage, usePick } from '../i18n/index.ts';
import { useEdition } from '../measure/index.ts';
import { RoundHead, requireStaff } from '../staff/index.ts';
import { NumberedMeasure, qualityMeasurePath, qualityPath, rulesPath, signedInApi, yearOf } from '../ui/index.ts';
import { Filters } from './filters.tsx';
import { useQualityText } from './texts.ts';
import { questionName, useFiredWords } from './words.ts';

export const handle = { interactive: true };

/** What an address may choose by. */
const parameters = ['rule', 'change', 'blank', 'state', 'agency', 'show', 'sort', 'page'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const year = yearOf(args.params);
  const query = new URLSearchParams(
    parameters.flatMap((name) => {
      const value = args.url.searchParams.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  await requireStaff(args, 'round.followUp');
  const queue = await signedInApi(args)('readQuality', { params: { year }, query });
  return { queue, chosen: Object.fromEntries(query) as Partial<Record<(typeof parameters)[number], string>> };
}

/** For Digdir: the measures of the round to be looked over. */
export default function Quality() {
  const { queue, chosen } = useLoaderData<typeof loader>();
  const s = useQualityText();
  const to = useHref();
  const edition = useEdition(queue.edition);
  const { year, shows, items } = queue;
  if (!edition) return null;
  const address = (changes: Readonly<Record<string, string | undefined>>) => {
    const all = Object.entries({ ...chosen, page: undefined, ...changes }).filter(([, value]) => value !== undefined);
    const query = new URLSearchParams(all as [string, string][]).toString();
    return to(`${qualityPath(year)}${query && `?${query}`}`);
  };
  const showing = chosen.show ?? 'waiting';
  return (
    <>
      <RoundHead year={year} page="quality" title={s('title', { year: String(year) })} />
      <p className="lead">{s('lead')}</p>
      <p>
        <Link to={to(rulesPath(year))}>{s('toRules')}</Link>
      </p>
      <nav className="round-pages" aria-label={s('shows')}>
        <ul>
          {(['waiting', 'asked', 'looked', 'all'] as const).map((show) => (
            <li key={show}>
              <Link to={address({ show })} aria-current={show === showing ? 'true' : undefined}>
                {`${s(`show.${show}`)} (${shows[show]})`}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Filters queue={queue} chosen={chosen} edition={edition} />
      <div role="status">
        <h2 className="ds-heading" data-size="sm">
          {s('count', { total: queue.total })}
        </h2>
      </div>
      {items.length === 0 && <p>{s('none')}</p>}
      <ul className="measure-cards">
        {items.map((item) => (
          <li className="measure-card" key={item.id}>
            <Item item={item} year={year} edition={edition} />
          </li>
        ))}
      </ul>
      <Pages queue={queue} address={(page) => address({ page: String(page) })} />
    </>
  );
}

function Item({ item, year, edition }: { item: QualityItem; year: number; edition: Edition }) {
  const s = useQualityText();
  const pick = usePick();
  const to = useHref();
  const language = useLanguage();
  const words = useFiredWords(edition);
  const { id, number, title, agency, state, fired, cost, costBefore, changes, blank, looked } = item;
  const amount = (kroner: number | null) => (kroner === null ? s('noCost') : showAmount(kroner, language, 'words'));
  const said = [
    ...changes.map(({ question, change, times }) => {
      const what = questionName(edition, question, language);
      if (times === undefined) return s(`change.${change}`, { what });
      const rounded = formatNumber(times < 10 ? Math.round(times * 10) / 10 : Math.round(times), language);
      return s(change === 'lower' ? 'times.lower' : 'times.higher', { what, times: rounded });
    }),
    ...(blank > 0 ? [s('blanks', { count: blank })] : []),
  ];
  return (
    <>
      <div className="measure-card-head">
        <h3 className="ds-heading" data-size="2xs">
          <Link to={to(qualityMeasurePath(year, id))}>
            <NumberedMeasure number={number} title={title} />
          </Link>
        </h3>
        {state !== 'submitted' && (
          <span className="ds-tag" data-size="sm" data-color={state === 'draft' ? 'neutral' : 'info'}>
            {s(`state.${state}`)}
          </span>
        )}
      </div>
      <p className="subtle small">{`${pick(agency.name)} · ${agency.ministry}`}</p>
      <p>
        <span>{`${s('cost')}: ${amount(cost)}`}</span>
        {costBefore !== null && <span className="subtle">{` · ${s('costBefore')}: ${amount(costBefore)}`}</span>}
      </p>
      {said.length > 0 && <p className="small">{said.join(' · ')}</p>}
      {fired.length > 0 && (
        <ul className="quality-fired" aria-label={s('fired')}>
          {fired
            .toSorted((a, b) => Number(a.reasoned) - Number(b.reasoned))
            .map(({ code, level, reasoned }) => (
              <li key={code} data-color={reasoned ? 'neutral' : level === 'error' ? 'danger' : level}>
                {reasoned && <span className="subtle">{`${s('explained')} `}</span>}
                <span>{words(code)}</span>
              </li>
            ))}
        </ul>
      )}
      <Waiting item={item} />
      {looked && (
        <p className="small">
          <span>{s('lookedBy', { name: looked.by, time: showMoment(looked.at, language) })}</span>
          {looked.note && <span>{`: ${looked.note}`}</span>}
        </p>
      )}
    </>
  );
}

/** What waits for the agency, and what for staff. */
function Waiting({ item: { queries, corrections } }: { item: QualityItem }) {
  const s = useQualityText();
  const counts = [
    ['waits.queries', queries.open],
    ['waits.answered', queries.answered],
    ['waits.corrections', corrections.open],
    ['waits.refused', corrections.refused],
    ['waits.inForce', corrections.inForce],
  ] as const;
  const said = counts.filter(([, count]) => count > 0).map(([key, count]) => s(key, { count }));
  return said.length === 0 ? null : <p className="small">{said.join(' · ')}</p>;
}

function Pages({ queue, address }: { queue: ReplyAt<'readQuality'>; address: (page: number) => string }) {
  const s = useQualityText();
  const { page, pages } = queue;
  if (pages < 2) return null;
  return (
    <nav className="quality-pages" aria-label={s('page', { page, pages })}>
      {page > 1 && (
        <Link className="ds-button" data-variant="secondary" data-size="sm" to={address(page - 1)} rel="prev">
          {s('previous')}
        </Link>
      )}
      <span>{s('page', { page, pages })}</span>
      {page < pages && (
        <Link className="ds-button" data-variant="secondary" data-size="sm" to={address(page + 1)} rel="next">
          {s('next')}
        </Link>
      )}
    </nav>
  );
}
