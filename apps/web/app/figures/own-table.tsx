import './figures.css';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { languageOfPath, useLanguage, usePublicText } from '../i18n/index.ts';
import { ApiProblem } from '../platform/index.ts';
import {
  Breadcrumbs,
  chosenRelease,
  dated,
  Notice,
  PageTitle,
  publicHeaders,
  refusal,
  releaseSource,
  useDataHref,
  yearsBeside,
} from '../ui/index.ts';
import { isDrawn } from './bars.tsx';
import { readDataset } from './dataset.ts';
import { FigureCard } from './figure-card.tsx';
import { tableFiles } from './files.ts';
import { OwnTableForm } from './own-table-form.tsx';
import { apiQuery, readQuery } from './own-table-query.ts';

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
    const versions = { lang, ...(pinned !== undefined && { release: pinned }) };
    const { variables } = await call('listVariables', { params: { year }, query: versions });
    const asked = readQuery(
      searchParams,
      variables.map(({ id }) => id),
    );
    const years = yearsBeside(release, releases);
    const page = { years, release, pinned, variables, asked };
    if (asked.rows === undefined)
      return dated({ ...page, table: undefined, fault: false }, [release.frozenAt], preview);
    const query = { ...apiQuery(asked), ...(pinned !== undefined && { release: String(pinned) }), lang };
    try {
      const dataset = readDataset(await call('readTable', { params: { year }, query: new URLSearchParams(query) }));
      const files = tableFiles(preview, 'readTable', { params: { year }, query }, isDrawn(dataset));
      return dated({ ...page, table: { dataset, files }, fault: false }, [release.frozenAt], preview);
    } catch (error) {
      // A variable or code that does not exist is said on the page, with the form beside it.
      if (!(error instanceof ApiProblem) || (error.status !== 422 && error.status !== 400)) throw error;
      return dated({ ...page, table: undefined, fault: true }, [release.frozenAt], preview);
    }
  } catch (error) {
    refusal(error);
  }
}

/** Make your own table: rows, columns, filters, and the same as a file. */
export default function OwnTable() {
  const t = usePublicText();
  const to = useDataHref();
  const language = useLanguage();
  const loaded = useLoaderData<typeof loader>();
  const title = t('ownTable.title');
  return (
    <>
      <PageTitle
        title={loaded?.table ? loaded.table.dataset.title : title}
        description={t('ownTable.lead')}
        picture={loaded && { release: loaded.release.name, kind: 'release', alt: t('ownTable.title') }}
      />
      <Breadcrumbs trail={[['/tall', t('nav.figures')]]} here={title} />
      <h1 className="ds-heading" data-size="xl">
        {title}
      </h1>
      <p className="lead">{t('ownTable.lead')}</p>
      {loaded === undefined ? (
        <p>{t('figures.none')}</p>
      ) : (
        <>
          <Notice texts={[loaded.release.notice?.[language]]} />
          <OwnTableForm
            years={loaded.years}
            year={loaded.release.year}
            release={loaded.pinned}
            variables={loaded.variables}
            asked={{ ...loaded.asked, base: loaded.table?.dataset.base ?? loaded.asked.base }}
          />
          {loaded.fault && <p role="alert">{t('ownTable.fault')}</p>}
          {loaded.table && (
            <FigureCard
              id="table"
              title={loaded.table.dataset.title}
              dataset={loaded.table.dataset}
              files={loaded.table.files}
              release={loaded.pinned}
              picture={isDrawn(loaded.table.dataset)}
            />
          )}
          <p>
            <a href={to(`/tall?year=${loaded.release.year}`)}>{t('ownTable.back')}</a>
          </p>
        </>
      )}
    </>
  );
}
