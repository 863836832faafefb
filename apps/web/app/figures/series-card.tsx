import type { LineChart } from '@samblikk/charts';
import type { SeriesStat } from '@samblikk/contract/client';
import { formatNumber, type Language, useLanguage, usePublicText } from '../i18n/index.ts';
import { type FileLink, FileLinks, useDataHref } from '../ui/index.ts';
import { listAddress } from './dataset.ts';
import { Picture } from './picture.tsx';
import { showValue } from './value.ts';

/** A category over the years, as the page shows it. */
interface Line {
  readonly code: string;
  readonly label: string;
  readonly points: readonly Point[];
  readonly change: SeriesStat['extension']['changes'][number] | undefined;
}

interface Point {
  readonly year: number;
  readonly value: number | null;
  readonly text: string;
  readonly href: string | undefined;
}

/** More lines than this are read as a table, not as a picture. */
const mostLines = 8;

/** A series whole: where it breaks and why, the picture in pieces, the table with the change, sources, files. */
export function SeriesCard({ series, files }: { series: SeriesStat; files: readonly FileLink[] }) {
  const t = usePublicText();
  const language = useLanguage();
  const { breaks, notes, years } = series.extension;
  const lines = linesOf(series, language);
  const drawn = largest(lines);
  return (
    <section className="figure" id="series" aria-labelledby="series-title">
      <div className="figure-head">
        <h2 className="ds-heading" data-size="sm" id="series-title">
          {series.label}
        </h2>
        {years.map(({ year, n, source, published }) => (
          <p className="subtle small" key={year}>
            {t(published ? 'series.published' : 'series.counted', {
              year: String(year),
              n: formatNumber(n, language),
              source,
            })}
          </p>
        ))}
      </div>
      {breaks.map(({ from, to, note }) => (
        <div className="ds-alert" data-color="warning" key={`${from}-${note}`}>
          <p>
            <strong>{t('series.break', { from: String(from), to: String(to) })}</strong> {note}
          </p>
        </div>
      ))}
      <div className="figure-body">
        {years.length > 1 && drawn.length > 0 ? (
          <div>
            <Picture chart={chartOfSeries(series, drawn)} id="series" />
            {drawn.length < lines.length && (
              <p className="subtle small">{t('series.largest', { n: drawn.length, of: lines.length })}</p>
            )}
          </div>
        ) : (
          <p>{t('series.oneYear')}</p>
        )}
        <SeriesTable series={series} lines={lines} />
      </div>
      <div className="figure-foot">
        {notes.length > 0 && (
          <ul className="figure-notes">
            {notes.map(({ from, to, note }) => (
              <li key={`${from}-${note}`}>
                {from}–{to}: {note}
              </li>
            ))}
          </ul>
        )}
        <FileLinks files={files} label={t('files.of', { title: series.label })} />
      </div>
    </section>
  );
}

function linesOf({ id, dimension, value, status, extension }: SeriesStat, language: Language): Line[] {
  const sides = id.slice(0, -2).map((name) => dimension[name]);
  const grid = sides.reduce<{ codes: string[]; labels: string[] }[]>(
    (all, side) =>
      all.flatMap(({ codes, labels }) =>
        (side?.category.index ?? []).map((code) => ({
          codes: [...codes, code],
          labels: [...labels, side?.category.label[code] ?? code],
        })),
      ),
    [{ codes: [], labels: [] }],
  );
  return grid.map(({ codes, labels }, line) => ({
    code: codes.join('~'),
    label: labels.join(' – '),
    change: extension.changes.find((one) => one.codes.join('~') === codes.join('~')),
    points: extension.years.map(({ year, release }, at) => {
      const place = line * extension.years.length + at;
      const measures = extension.measures[place];
      const number = value[place] ?? null;
      const text =
        number === null
          ? (status?.[place] ?? '–')
          : showValue({ value: number, withheld: false }, extension.unit, language);
      const isListed = measures && release !== null && (extension.counts[place] ?? 0) > 0;
      return { year, value: number, text, href: isListed ? listAddress(measures, year, undefined) : undefined };
    }),
  }));
}

/** The lines with the largest newest numbers, in the order of the table. */
function largest(lines: readonly Line[]): readonly Line[] {
  const told = lines.filter(({ points }) => points.some(({ value }) => value !== null));
  const newest = ({ points }: Line) => points.findLast(({ value }) => value !== null)?.value ?? 0;
  const chosen = new Set(told.toSorted((a, b) => newest(b) - newest(a)).slice(0, mostLines));
  return told.filter((line) => chosen.has(line));
}

function chartOfSeries({ label, extension }: SeriesStat, lines: readonly Line[]): LineChart {
  const { breaks, unit, years } = extension;
  const starts = new Set(breaks.map(({ to }) => to));
  return {
    kind: 'lines',
    title: label,
    description: lines
      .map((line) => `${line.label}: ${line.points.map((p) => `${p.year} ${p.text}`).join(', ')}.`)
      .join(' '),
    unit,
    years: years.map(({ year }) => year),
    breaks,
    lines: lines.map(({ code, label: name, points }) => {
      const pieces: Point[][] = [];
      for (const point of points) {
        // What has no number is in the table; a line ends there.
        if (point.value === null) continue;
        const last = pieces.at(-1);
        if (last === undefined || starts.has(point.year)) pieces.push([point]);
        else last.push(point);
      }
      return { code, label: name, pieces };
    }),
  };
}

function SeriesTable({ series, lines }: { series: SeriesStat; lines: readonly Line[] }) {
  const t = usePublicText();
  const to = useDataHref();
  const { id, dimension, extension } = series;
  const sides = id.slice(0, -2).map((name) => dimension[name]?.label ?? name);
  return (
    // A box that scrolls sideways must be reachable by keyboard, and then needs a name.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region
    <section className="table-box" aria-label={t('table.of', { title: series.label })} tabIndex={0}>
      <table className="ds-table" data-size="sm" data-color="neutral">
        <caption className="visually-hidden">{series.label}</caption>
        <thead>
          <tr>
            <th scope="col">{sides.join(' – ')}</th>
            {extension.years.map(({ year }) => (
              <th scope="col" className="number" key={year}>
                {year}
              </th>
            ))}
            {extension.years.length > 1 && (
              <th scope="col" className="number">
                {t('series.change')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ code, label, points, change }) => (
            <tr key={code}>
              <th scope="row">{label}</th>
              {points.map(({ year, text, href }) => (
                <td className="number" key={year}>
                  {href === undefined ? text : <a href={to(href)}>{text}</a>}
                </td>
              ))}
              {extension.years.length > 1 && (
                <td className="number">
                  <Change change={change} unit={extension.unit} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {Object.values(series.status ?? {}).includes('..') && <p className="subtle small">{t('series.notPublished')}</p>}
    </section>
  );
}

function Change({ change, unit }: { change: Line['change']; unit: SeriesStat['extension']['unit'] }) {
  const t = usePublicText();
  const language = useLanguage();
  if (change === undefined || change.from === null) return '–';
  if (change.refused.length > 0) return t('series.refused');
  if (change.change === null) return '–';
  const sign = change.change > 0 ? '+' : '';
  if (unit === 'percent')
    return t('series.points', { n: `${sign}${formatNumber(Math.round(change.change), language)}` });
  return `${sign}${showValue({ value: change.change, withheld: false }, unit, language)}`;
}
