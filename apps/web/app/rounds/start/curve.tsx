import { type ResponseCurve, responseRate, roundName } from '@samblikk/contract/client';
import { useId } from 'react';
import { formatPercent, useLanguage, usePick } from '../../i18n/index.ts';
import { useStartText } from './texts.ts';

/**
 * How the answers came in, this round and the one before, by days from the deadline. For screen readers it is one picture with a
 * name: the table below it has every number. The years are told apart by dashes besides their colours.
 */
export function Curve({ curve, before }: { curve: ResponseCurve | null; before: ResponseCurve | null }) {
  const s = useStartText();
  const pick = usePick();
  const id = useId();
  const all = [curve, before].filter((one) => one !== null).filter(({ invited }) => invited > 0);
  if (all.every(({ days }) => days.length === 0)) return null;
  return (
    <section className="hub-section response-curve" aria-labelledby="curve">
      <h2 className="ds-heading" data-size="sm" id="curve">
        {s('curve.heading')}
      </h2>
      <p className="subtle">{s('curve.text')}</p>
      <ul className="downloads">
        {all.map((one, at) => (
          <li key={one.year}>
            <svg width="36" height="12" aria-hidden="true" focusable="false">
              <line className={`curve-${at}`} x1="0" x2="36" y1="6" y2="6" />
            </svg>
            <span>
              {s('curve.series', {
                year: String(one.year),
                answered: one.days.at(-1)?.answered ?? 0,
                invited: one.invited,
              })}
            </span>
          </li>
        ))}
      </ul>
      <div role="img" aria-labelledby={id}>
        <span className="visually-hidden" id={id}>
          {s('curve.label', { years: all.map(({ year }) => pick(roundName(year))).join(', ') })}
        </span>
        <Picture curves={all} />
      </div>
      <details>
        <summary>{s('curve.table')}</summary>
        <DayTable curves={all} />
      </details>
    </section>
  );
}

function Picture({ curves }: { curves: readonly ResponseCurve[] }) {
  const language = useLanguage();
  const dayName = useDayName();
  const first = Math.min(...curves.map((one) => one.first));
  const last = Math.max(...curves.map((one) => one.last), first + 1);
  const x = (day: number) => (100 * (day - first)) / (last - first);
  const deadline = x(0);
  return (
    <>
      <svg className="curve-picture" width="100%" height="240" aria-hidden="true" focusable="false">
        {[0, 50, 100].map((percent) => (
          <g key={percent}>
            <line className="curve-rule" x1="0" x2="100%" y1={`${height(percent)}%`} y2={`${height(percent)}%`} />
            <text className="curve-text" x="-8" y={`${height(percent)}%`} dy="4" textAnchor="end">
              {formatPercent(percent, language)}
            </text>
          </g>
        ))}
        <line className="curve-deadline" x1={`${deadline}%`} x2={`${deadline}%`} y1="0" y2="100%" />
        {/* Above its line, where no other day stands; not where it would reach out of the page. */}
        {deadline > 10 && deadline < 90 && (
          <text className="curve-text" x={`${deadline}%`} y="-6" textAnchor="middle">
            {dayName(0)}
          </text>
        )}
        <svg viewBox="0 0 100 100" width="100%" height="100%" preserveAspectRatio="none" aria-hidden="true">
          {curves.map((one, at) => (
            <path
              className={`curve-${at}`}
              key={one.year}
              d={steps(one, x)}
              fill="none"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
      </svg>
      <svg className="curve-picture" width="100%" height="24" aria-hidden="true" focusable="false">
        <text className="curve-text" x="0" y="18">
          {dayName(first)}
        </text>
        <text className="curve-text" x="100%" y="18" textAnchor="end">
          {dayName(last)}
        </text>
      </svg>
    </>
  );
}

/** Where a share stands in the picture, from its top, in per cent of its height. */
const height = (percent: number): number => 98 - 0.96 * percent;

/** The line of a year: it rises at the end of each day that some answered on, and runs on to the last day there is to tell of. */
function steps({ invited, first, last, days }: ResponseCurve, x: (day: number) => number): string {
  const y = (answered: number) => height((100 * answered) / invited).toFixed(2);
  const rises = days.map(({ day, answered }) => `H${x(day).toFixed(2)}V${y(answered)}`);
  return `M${x(first).toFixed(2)} ${y(0)}${rises.join('')}H${x(last).toFixed(2)}`;
}

/** How many had answered by the end of a day; null of a day that is not told of. */
function answeredBy({ days, first, last }: ResponseCurve, day: number): number | null {
  if (day < first || day > last) return null;
  return days.findLast((one) => one.day <= day)?.answered ?? 0;
}

function DayTable({ curves }: { curves: readonly ResponseCurve[] }) {
  const s = useStartText();
  const pick = usePick();
  const language = useLanguage();
  const dayName = useDayName();
  const days = [...new Set([0, ...curves.flatMap((one) => one.days.map(({ day }) => day))])].sort((a, b) => a - b);
  return (
    <div className="table-box">
      <table className="ds-table" data-zebra>
        <caption>{s('curve.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{s('curve.day')}</th>
            {curves.map(({ year }) => (
              <th scope="col" className="number" key={year}>
                {pick(roundName(year))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row">{dayName(day)}</th>
              {curves.map((one) => {
                const answered = answeredBy(one, day);
                const share = answered === null ? null : responseRate({ answered, invited: one.invited });
                return (
                  <td className="number" key={one.year}>
                    {answered === null ? '–' : `${answered} (${formatPercent(share ?? 0, language)})`}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A day by its place around the deadline, in words. */
function useDayName(): (day: number) => string {
  const s = useStartText();
  return (day) => (day === 0 ? s('curve.on') : s(day < 0 ? 'curve.from' : 'curve.after', { days: Math.abs(day) }));
}
