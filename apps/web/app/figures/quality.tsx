import './figures.css';
import './quality.css';
import type { QualityGrid } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatDate, languageOfPath, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import {
  Breadcrumbs,
  chosenRelease,
  dated,
  type FileLink,
  FileLinks,
  fileAddress,
  fileLinks,
  Notice,
  PageTitle,
  profilePath,
  publicHeaders,
  refusal,
  releaseChangesPath,
  releaseSource,
  usePreview,
  yearsBeside,
} from '../ui/index.ts';
import { ChartPicture } from './chart-picture.tsx';
import { GridTable } from './grid-table.tsx';
import { chartOfGrid } from './quality-chart.ts';
import { YearChoice } from './year-choice.tsx';

export const headers = publicHeaders;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const source = releaseSource({ context, params });
  const { call, preview } = source;
  const { pathname, searchParams } = new URL(request.url);
  const lang = languageOfPath(pathname);
  try {
    const { releases, release, pinned } = await chosenRelease(source, searchParams);
    if (release === undefined) return dated(undefined, []);
    const { year } = release;
    const query = { lang, ...(pinned !== undefined && { release: pinned }) };
    const { grids } = await call('readResponseQuality', { params: { year }, query });
    const parts = grids.map((grid) => ({
      grid,
      files: fileLinks('quality', ({ query: format }) =>
        fileAddress(preview, 'readQualityTable', { params: { year, id: grid.id }, query: { ...query, ...format } }),
      ),
    }));
    // Other rounds stand beside this one, so that it has no date of its own.
    return dated({ years: yearsBeside(release, releases), release, pinned, parts }, [], preview);
  } catch (error) {
    refusal(error);
  }
}

/** Response and quality: who answered, what is blank and why, what came late and what that means, what was corrected. */
export default function Quality() {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  const preview = usePreview();
  const said = useLoaderData<typeof loader>();
  const title = said ? t('quality.titleYear', { year: String(said.release.year) }) : t('quality.title');
  return (
    <>
      <PageTitle
        title={title}
        description={t('quality.lead')}
        query={said && addressQuery(said)}
        picture={said && { release: said.release.name, kind: 'release', alt: title }}
      />
      <Breadcrumbs trail={[['/tall', t('nav.figures')]]} here={t('quality.title')} />
      <h1 className="ds-heading" data-size="xl">
        {title}
      </h1>
      <p className="lead">{t('quality.lead')}</p>
      {said === undefined ? (
        <p>{t('figures.none')}</p>
      ) : (
        <>
          <Notice texts={[said.release.notice?.[language]]} />
          <YearChoice years={said.years} current={said.release.year} path="/tall/kvalitet" />
          <nav aria-labelledby="contents" className="no-print">
            <h2 className="ds-heading" data-size="xs" id="contents">
              {t('quality.contents')}
            </h2>
            <ul className="figure-list">
              {said.parts.map(({ grid: { id, title: name } }) => (
                <li key={id}>
                  <a href={`#${id}`}>{name}</a>
                </li>
              ))}
            </ul>
          </nav>
          {said.parts.map((part) => (
            <Part key={part.grid.id} {...part} year={said.release.year} release={said.pinned} />
          ))}
          {preview === undefined && <p className="quality-untold">{t('quality.untold')}</p>}
          <p>
            <a href={to(`/mangler?round=${said.release.year}`)}>{t('quality.missing')}</a>
          </p>
          <p className="subtle small">
            {t('profiles.release', {
              name: said.release.name,
              date: formatDate(said.release.dataAsOf, language),
            })}
          </p>
        </>
      )}
    </>
  );
}

type Said = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>>;

/** What of a release’s address tells it from the newest of all. */
function addressQuery({ release, years }: Said): string | undefined {
  if (!release.latest) return `?year=${release.year}&release=${release.number}`;
  return release.year === Math.max(...years) ? undefined : `?year=${release.year}`;
}

/** One table with the sentence it leads with, what must be known of it, and its files. */
function Part(props: { grid: QualityGrid; files: readonly FileLink[]; year: number; release: number | undefined }) {
  const { grid, files, year, release } = props;
  const t = usePublicText();
  const language = useLanguage();
  const { id, title, finding, notes } = grid;
  const chart = chartOfGrid(grid, language);
  return (
    <section className="figure" id={id} aria-labelledby={`${id}-title`}>
      <div className="figure-head">
        <h2 className="ds-heading" data-size="sm" id={`${id}-title`}>
          {finding}
        </h2>
        <p className="figure-title">{title}</p>
      </div>
      {chart && <ChartPicture chart={chart} />}
      {grid.rows.length > 0 && <Tables grid={grid} year={year} release={release} />}
      <div className="figure-foot">
        {notes.length > 0 && (
          <ul className="figure-notes">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <FileLinks files={files} label={t('files.of', { title })} />
      </div>
    </section>
  );
}

/** The most rows of one table; where there are more, each group is a table of its own, folded. */
const mostRows = 60;

function Tables({ grid, year, release }: { grid: QualityGrid; year: number; release: number | undefined }) {
  const pathOf = (row: QualityGrid['rows'][number]): string | undefined => {
    if (grid.id === 'releases') return releaseChangesPath(row.code);
    return grid.id === 'response' ? `${profilePath('ministry', row.code)}?round=${year}` : undefined;
  };
  if (grid.rows.length <= mostRows) return <GridTable grid={grid} year={year} release={release} pathOf={pathOf} />;
  return (
    <div className="grid-folded">
      {[...Map.groupBy(grid.rows, ({ group }) => group)].map(([group = '', rows]) => (
        <details key={group}>
          <summary>{group}</summary>
          <GridTable grid={grid} year={year} release={release} rows={rows} />
        </details>
      ))}
    </div>
  );
}
