import type { Portfolio } from '@samblikk/contract/client';
import { formatDay } from '@samblikk/text';
import { formatNumber, Norwegian, useLanguage, usePublicText } from '../i18n/index.ts';
import { TableBox } from '../ui/index.ts';

type Line = NonNullable<Portfolio['timeline']>;

/** So many measures stand in the table; the rest are in the files. */
const most = 60;

/** Days as numbers, for lengths. */
const at = (day: string): number => Date.parse(day) / 86_400_000;

/** Measures from start to end: a table, and in each row a bar over the same years. */
export function Timeline({
  timeline,
  year,
  measureHref,
}: {
  timeline: Portfolio['timeline'];
  year: number;
  measureHref: (number: string) => string;
}) {
  const t = usePublicText();
  const language = useLanguage();
  const count = (n: number) => formatNumber(n, language);
  return (
    <section className="portfolio-part" aria-labelledby="timeline">
      <h2 className="ds-heading" data-size="sm" id="timeline">
        {timeline?.title ?? t('portfolio.timeline')}
      </h2>
      {timeline === null ? (
        <p>{t('portfolio.notAsked', { year: String(year) })}</p>
      ) : (
        <>
          <p className="subtle small">
            {t('portfolio.timelineOf', {
              ...{ n: count(timeline.n), blank: count(timeline.blank), withheld: count(timeline.withheld) },
            })}
          </p>
          {timeline.rows.length > 0 && <Rows timeline={timeline} measureHref={measureHref} />}
          {timeline.n > most && <p className="small">{t('portfolio.cut', { most, n: timeline.n })}</p>}
        </>
      )}
    </section>
  );
}

function Rows({ timeline, measureHref }: { timeline: Line; measureHref: (number: string) => string }) {
  const t = usePublicText();
  const language = useLanguage();
  const rows = timeline.rows.slice(0, most);
  const years = rows.flatMap(({ start, end }) => [start, end].flatMap((day) => (day ? Number(day.slice(0, 4)) : [])));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const day = (value: string | null) => (value === null ? '–' : formatDay(value, language));
  return (
    <TableBox title={timeline.title}>
      <table className="ds-table portfolio-timeline" data-size="sm" data-color="neutral">
        <caption className="visually-hidden">{timeline.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('portfolio.measure')}</th>
            <td className="portfolio-years" aria-hidden="true">
              <span>{first}</span>
              <span>{last}</span>
            </td>
            <th scope="col">{t('portfolio.start')}</th>
            <th scope="col">{t('portfolio.end')}</th>
            <th scope="col">{t('portfolio.phase')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, title, agency, start, end, phase }) => (
            <tr key={number}>
              <th scope="row">
                <a href={measureHref(number)}>{title ? <Norwegian>{title}</Norwegian> : number}</a>
                <span className="portfolio-owner">{agency.label}</span>
              </th>
              <td className="portfolio-span" aria-hidden="true">
                <Bar start={start} end={end} first={first} last={last} />
              </td>
              <td className="portfolio-day">{day(start)}</td>
              <td className="portfolio-day">{day(end)}</td>
              <td>{phase ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

/** From start to end; where one of the two is not told, it fades out towards there. */
function Bar(props: { start: string | null; end: string | null; first: number; last: number }) {
  const { start, end, first, last } = props;
  const from = at(`${first}-01-01`);
  const length = at(`${last + 1}-01-01`) - from;
  const place = (day: string) => ((at(day) - from) / length) * 100;
  const [left, right] = [start === null ? 0 : place(start), end === null ? 100 : place(end)];
  const years = Array.from({ length: last - first }, (_, after) => place(`${first + 1 + after}-01-01`));
  return (
    <svg className="portfolio-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {years.map((x) => (
        <line key={x} x1={x} x2={x} y1={0} y2={12} vectorEffect="non-scaling-stroke" />
      ))}
      <rect
        className={start === null || end === null ? 'open' : undefined}
        x={left}
        y={2}
        width={Math.max(right - left, 0.8)}
        height={8}
      />
    </svg>
  );
}
