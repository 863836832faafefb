import './figures.css';
import type { ReplyAt } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { languageOfPath, useLanguage, usePublicText } from '../i18n/index.ts';
import { ApiProblem, apiOf } from '../platform/index.ts';
import { Breadcrumbs, dated, Notice, PageTitle, publicHeaders, refusal, useDataHref } from '../ui/index.ts';
import { SeriesCard } from './series-card.tsx';
import { SeriesForm } from './series-form.tsx';
import { readSeriesQuery, seriesFiles, seriesQuery } from './series-query.ts';

export const headers = publicHeaders;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const api = apiOf(context);
  const { pathname, searchParams } = new URL(request.url);
  const lang = languageOfPath(pathname);
  try {
    const releases = await api('listReleases', {});
    const newest = releases.find(({ latest }) => latest);
    if (newest === undefined) return dated(undefined, []);
    const params = { year: newest.year };
    const [{ variables }, { figures }] = await Promise.all([
      api('listVariables', { params, query: { lang } }),
      api('listFigures', { params, query: { lang } }),
    ]);
    const asked = readSeriesQuery(searchParams);
    const page = { variables, figures, asked, notice: newest.notice };
    const query = seriesQuery(asked);
    if (query === undefined) return dated({ ...page, series: undefined, fault: false }, [newest.frozenAt]);
    try {
      const series = await api('readSeries', { query: new URLSearchParams({ ...query, lang }) as never });
      return dated({ ...page, series, fault: false }, [newest.frozenAt]);
    } catch (error) {
      // A variable or code that no round has is said on the page, with the form beside it.
      if (!(error instanceof ApiProblem) || ![404, 422, 400].includes(error.status)) throw error;
      return dated({ ...page, series: undefined, fault: true }, [newest.frozenAt]);
    }
  } catch (error) {
    refusal(error);
  }
}

export type Loaded = { variables: ReplyAt<'listVariables'>['variables']; figures: ReplyAt<'listFigures'>['figures'] };

/** A figure or a table over the rounds, drawn in pieces where the questions changed. */
export default function SeriesPage() {
  const t = usePublicText();
  const to = useDataHref();
  const language = useLanguage();
  const loaded = useLoaderData<typeof loader>();
  const title = t('series.title');
  return (
    <>
      <PageTitle title={loaded?.series ? loaded.series.label : title} description={t('series.lead')} />
      <Breadcrumbs trail={[['/tall', t('nav.figures')]]} here={title} />
      <h1 className="ds-heading" data-size="xl">
        {title}
      </h1>
      <p className="lead">{t('series.lead')}</p>
      {loaded === undefined ? (
        <p>{t('figures.none')}</p>
      ) : (
        <>
          <Notice texts={loaded.series?.extension.notice ?? [loaded.notice?.[language]]} />
          <SeriesForm variables={loaded.variables} figures={loaded.figures} asked={loaded.asked} />
          {loaded.fault && <p role="alert">{t('series.fault')}</p>}
          {loaded.series ? (
            <SeriesCard series={loaded.series} files={seriesFiles(loaded.asked, language)} />
          ) : (
            <nav aria-labelledby="series-figures">
              <h2 className="ds-heading" data-size="sm" id="series-figures">
                {t('series.figures')}
              </h2>
              <ol className="figure-list">
                {loaded.figures.map(({ id, title: name }) => (
                  <li key={id}>
                    <a href={to(`/tall/serier?what=figure:${id}`)}>{name}</a>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <p>
            <a href={to('/tall/livslop')}>{t('series.toLifeCycle')}</a>
          </p>
        </>
      )}
    </>
  );
}
