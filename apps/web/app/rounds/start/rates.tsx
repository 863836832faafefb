import { responseRate, type Start } from '@samblikk/contract/client';
import { Link } from 'react-router';
import { formatPercent, useHref, useLanguage, usePick } from '../../i18n/index.ts';
import { followUpPath } from '../../ui/index.ts';
import { addressOfChoice } from '../list/choice.ts';
import { useStartText } from './texts.ts';

/** A share as a bar, whose number stands beside it. */
function Bar({ percent }: { percent: number }) {
  return (
    <svg className="round-bar" width="100%" height="12" aria-hidden="true" focusable="false">
      <rect className="round-bar-all" width="100%" height="12" rx="6" />
      <rect className="bar-0" width={`${percent}%`} height="12" rx="6" />
    </svg>
  );
}

/** How many of the agencies have answered. */
export function Rate({ start: { round, rate } }: { start: Start }) {
  const s = useStartText();
  const to = useHref();
  const language = useLanguage();
  const percent = responseRate(rate);
  const missing = rate.invited - rate.answered - rate.declined;
  return (
    <section className="card start-card" aria-labelledby="rate">
      <h2 className="ds-heading" data-size="2xs" id="rate">
        {s('rate.heading')}
      </h2>
      <p className="start-figure">
        {percent === null ? s('rate.none') : s('rate.share', { share: formatPercent(percent, language) })}
      </p>
      {percent !== null && <Bar percent={percent} />}
      {percent !== null && <p>{s('rate.of', { ...rate })}</p>}
      {rate.declined > 0 && <p className="small subtle">{s('rate.declined', { declined: rate.declined })}</p>}
      <p className="downloads">
        <Link to={to(followUpPath(round.year))}>{s('rate.list')}</Link>
        {missing > 0 && round.state !== 'planned' && (
          <Link to={to(addressOfChoice(round.year, { status: 'toRemind' }))}>
            {s('rate.toRemind', { count: missing })}
          </Link>
        )}
      </p>
    </section>
  );
}

/** The same for each ministry, with the way to its agencies. */
export function Ministries({ start: { round, ministries } }: { start: Start }) {
  const s = useStartText();
  const pick = usePick();
  const to = useHref();
  const language = useLanguage();
  return (
    <section className="hub-section" aria-labelledby="ministries">
      <h2 className="ds-heading" data-size="sm" id="ministries">
        {s('ministries.heading')}
      </h2>
      <div className="table-box ministry-rates">
        <table className="ds-table" data-zebra>
          <caption className="visually-hidden">{s('ministries.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{s('ministries.ministry')}</th>
              <th scope="col" className="number">
                {s('ministries.answered')}
              </th>
              <th scope="col" className="number">
                {s('ministries.invited')}
              </th>
              <th scope="col" className="number">
                {s('ministries.share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ministries.map((one) => (
              <tr key={one.code}>
                <th scope="row">
                  <Link to={to(addressOfChoice(round.year, { ministry: one.code }))}>{pick(one.name)}</Link>
                </th>
                <td className="number">{one.answered}</td>
                <td className="number">{one.invited}</td>
                <td className="number">{formatPercent(responseRate(one) ?? 0, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
