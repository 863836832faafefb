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
import { readDataset, readLayers } from './dataset.ts';
import { FigureCard } from './figure-card.tsx';
import { tableFiles } from './files.ts';
import { type Fault, faultsOf, refusedFault } from './own-table-faults.ts';
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
    const without = (faults: readonly Fault[]) =>
      dated({ ...page, table: undefined, faults }, [release.frozenAt], preview);
    if (asked.rows === undefined) return without([]);
    const faults = faultsOf(asked, variables);
    if (faults.length > 0) return without(faults);
    const query = { ...apiQuery(asked), ...(pinned !== undefined && { release: String(pinned) }), lang };
    try {
      const json = await call('readTable', { params: { year }, query: new URLSearchParams(query) });
      const dataset = readDataset(json);
      const files = tableFiles(preview, 'readTable', { params: { year }, query }, isDrawn(dataset));
      const table = { dataset, layers: readLayers(json), files };
      return dated({ ...page, table, faults: [] }, [release.frozenAt], preview);
    } catch (error) {
      // A variable or code that does not exist is said on the page, with the form beside it.
      if (!(error instanceof ApiProblem) || (error.status !== 422 && error.status !== 400)) throw error;
      return without([refusedFault(error.problem, asked, variables)]);
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
          <Faults faults={loaded.faults} />
          {loaded.table && (
            <FigureCard
              id="table"
              title={loaded.table.dataset.title}
              dataset={loaded.table.dataset}
              layers={loaded.table.layers}
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

/** What cannot be made, and what to choose instead. The form beside it has all that was chosen. */
function Faults({ faults }: { faults: readonly Fault[] }) {
  const t = usePublicText();
  if (faults.length === 0) return null;
  const said = faults.map(({ message, values, field }) => t(message, { ...values, ...(field && { field: t(field) }) }));
  return (
    <div className="ds-alert" data-color="warning" role="alert" id="table">
      <h2 className="ds-heading" data-size="2xs">
        {t('ownTable.faults')}
      </h2>
      <ul className="own-faults">
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
