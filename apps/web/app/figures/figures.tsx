import './figures.css';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { languageOfPath, useLanguage, usePublicText } from '../i18n/index.ts';
import {
  Breadcrumbs,
  chosenRelease,
  dated,
  EmbedLine,
  Notice,
  PageTitle,
  publicHeaders,
  refusal,
  releaseChangesPath,
  releaseSource,
  useDataHref,
  usePreview,
  yearsBeside,
} from '../ui/index.ts';
import { barsHeight } from './bars.tsx';
import { readDataset } from './dataset.ts';
import { FigureCard } from './figure-card.tsx';
import { tableFiles } from './files.ts';
import { YearChoice } from './year-choice.tsx';

export const headers = publicHeaders;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const source = releaseSource({ context, params });
  const { call, preview } = source;
  const { pathname, searchParams } = new URL(request.url);
  const lang = languageOfPath(pathname);
  try {
    const { releases, release, pinned } = await chosenRelease(source, searchParams);
    if (release === undefined) return dated({ years: [], release: undefined, pinned, figures: [] }, []);
    const { year } = release;
    const query = { lang, ...(pinned !== undefined && { release: pinned }) };
    const { figures } = await call('listFigures', { params: { year }, query });
    const tables = await Promise.all(
      figures.map(async (figure) => ({
        ...figure,
        dataset: readDataset(await call('readFigure', { params: { year, id: figure.id }, query })),
        files: tableFiles(preview, 'readFigure', { params: { year, id: figure.id }, query }),
      })),
    );
    const years = yearsBeside(release, releases);
    return dated({ years, release, pinned, figures: tables }, [release.frozenAt], preview);
  } catch (error) {
    refusal(error);
  }
}

/** The figures of another year than the newest are another page. */
const yearQuery = (years: readonly number[], year: number | undefined) =>
  year === undefined || year === Math.max(...years) ? undefined : `?year=${year}`;

/** The figures of the yearly report. */
export default function Figures() {
  const t = usePublicText();
  const to = useDataHref();
  const language = useLanguage();
  const preview = usePreview();
  const { years, release, pinned, figures } = useLoaderData<typeof loader>();
  const [first] = figures;
  const title = release ? t('figures.titleYear', { year: String(release.year) }) : t('figures.title');
  return (
    <>
      <PageTitle
        title={title}
        description={t('figures.lead')}
        query={
          release && !release.latest
            ? `?year=${release.year}&release=${release.number}`
            : yearQuery(years, release?.year)
        }
        picture={release && first && { release: release.name, kind: 'figure', id: first.id, alt: first.title }}
      />
      <Breadcrumbs here={t('nav.figures')} />
      <h1 className="ds-heading" data-size="xl">
        {title}
      </h1>
      <p className="lead">{t('figures.lead')}</p>
      {release === undefined ? (
        <p>{t('figures.none')}</p>
      ) : (
        <>
          <Notice texts={[release.notice?.[language]]} />
          <YearChoice years={years} current={release.year} path="/tall" />
          <nav aria-labelledby="contents" className="no-print">
            <h2 className="ds-heading" data-size="xs" id="contents">
              {t('figures.contents')}
            </h2>
            <ol className="figure-list">
              {figures.map(({ id, title: name }) => (
                <li key={id}>
                  <a href={`#${id}`}>{name}</a>
                </li>
              ))}
            </ol>
            <p>
              <a href={to(`/tall/tabell?year=${release.year}`)}>{t('figures.ownTable')}</a>
            </p>
            {preview === undefined && (
              <p>
                <a href={to('/tall/serier')}>{t('series.title')}</a> ·{' '}
                <a href={to('/tall/livslop')}>{t('lifeCycle.title')}</a>
              </p>
            )}
            <p>
              <a href={to(`/tall/kvalitet?year=${release.year}`)}>{t('figures.quality')}</a>
            </p>
            <p>
              <a href={to(releaseChangesPath(release.name))}>{t('changes.see', { name: release.name })}</a>
            </p>
          </nav>
          {figures.map(({ id, number, title: name, dataset, files }) => (
            <FigureCard
              key={id}
              id={id}
              title={name}
              kicker={t('figures.number', { number })}
              dataset={dataset}
              files={files}
              release={pinned}
            >
              {preview === undefined && (
                <details className="embed-lines">
                  <summary>{t('embed.take')}</summary>
                  <EmbedLine
                    id={`${id}-embed`}
                    path={`/embed/figure/${id}?year=${release.year}${pinned === undefined ? '' : `&release=${pinned}`}`}
                    label={t('embed.line', { title: name })}
                    title={name}
                    height={680 + Math.ceil(1.1 * barsHeight(dataset))}
                  />
                </details>
              )}
            </FigureCard>
          ))}
        </>
      )}
    </>
  );
}
