import type { SeriesStat } from '@samblikk/contract/client';
import { chartOfSeries, drawnLines, type WrittenLine, writtenLines } from '@samblikk/statistics';
import { formatNumber, type Language, useLanguage, usePublicText } from '../i18n/index.ts';
import { type FileLink, FileLinks, TableBox, useDataHref } from '../ui/index.ts';
import { ChartPicture } from './chart-picture.tsx';
import { listAddress } from './dataset.ts';
import { showValue } from './value.ts';

/** A category over the years, with its change and where its numbers lead. */
type Line = WrittenLine & {
  readonly change: SeriesStat['extension']['changes'][number] | undefined;
  readonly hrefs: readonly (string | undefined)[];
};

/** A series whole: where it breaks and why, the picture in pieces, the table with the change, sources, files. */
export function SeriesCard({ series, files }: { series: SeriesStat; files: readonly FileLink[] }) {
  const t = usePublicText();
  const language = useLanguage();
  const { breaks, notes, years } = series.extension;
  const lines = linesOf(series, language);
  const drawn = drawnLines(lines);
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
            <ChartPicture chart={chartOfSeries(series, language)} />
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

/** The lines with the change of each, and the addresses of the lists behind their numbers. */
function linesOf(series: SeriesStat, language: Language): Line[] {
  const { changes, measures, counts, years } = series.extension;
  return writtenLines(series, language).map((line) => ({
    ...line,
    change: changes.find(({ codes }) => codes.join('~') === line.code),
    hrefs: line.points.map(({ year, place }, at) => {
      const query = measures[place];
      const isListed = query && years[at]?.release !== null && (counts[place] ?? 0) > 0;
      return isListed ? listAddress(query, year, undefined) : undefined;
    }),
  }));
}

function SeriesTable({ series, lines }: { series: SeriesStat; lines: readonly Line[] }) {
  const t = usePublicText();
  const to = useDataHref();
  const { id, dimension, extension } = series;
  const sides = id.slice(0, -2).map((name) => dimension[name]?.label ?? name);
  return (
    <TableBox title={series.label}>
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
          {lines.map(({ code, label, points, hrefs, change }) => (
            <tr key={code}>
              <th scope="row">{label}</th>
              {points.map(({ year, text }, at) => (
                <td className="number" key={year}>
                  {hrefs[at] === undefined ? text : <a href={to(hrefs[at])}>{text}</a>}
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
    </TableBox>
  );
}

function Change({ change, unit }: { change: Line['change']; unit: SeriesStat['extension']['unit'] }) {
  const t = usePublicText();
  const language = useLanguage();
  if (change === undefined || change.from === null) return '–';
  if (change.refused.length > 0) return t('series.refused');
  if (change.change === null) return '–';
  const sign = change.change > 0 ? '+' : '';
  const said =
    unit === 'percent'
      ? t('series.points', { n: `${sign}${formatNumber(Math.round(change.change), language)}` })
      : `${sign}${showValue({ value: change.change, withheld: false }, unit, language)}`;
  return (
    <>
      {said} <span className="subtle small">{t('series.since', { year: String(change.from) })}</span>
    </>
  );
}
