import '../figures/figures.css';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Bars, DataTable, FindingText, ProvenanceText, readDataset } from '../figures/index.ts';
import { formatNumber, languageOfPath, useLanguage, usePublicText } from '../i18n/index.ts';
import { chosenRelease, dated, missing, publicHeaders, refusal, releaseSource } from '../ui/index.ts';
import { EmbedFrame } from './frame.tsx';

export const headers = publicHeaders;
export const handle = { embedded: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const source = releaseSource({ context, params: {} });
  const lang = languageOfPath(pathname);
  try {
    const { release, pinned } = await chosenRelease(source, searchParams);
    if (release === undefined) return missing(undefined);
    const query = { lang, ...(pinned !== undefined && { release: pinned }) };
    const { year } = release;
    const { figures } = await source.call('listFigures', { params: { year }, query });
    const id = params.id ?? '';
    const json = await source.call('readFigure', { params: { year, id }, query });
    const figure = figures.find((one) => one.id === id);
    return dated({ release, pinned, id, title: figure?.title ?? json.label, dataset: readDataset(json) }, [
      release.frozenAt,
    ]);
  } catch (error) {
    refusal(error);
  }
}

/** One figure of the yearly report, to stand in another site: picture, what the numbers are of, where they are from; the table folded. */
export default function EmbeddedFigure() {
  const t = usePublicText();
  const language = useLanguage();
  const loaded = useLoaderData<typeof loader>();
  if (loaded === undefined) return <p>{t('figures.none')}</p>;
  const { release, pinned, id, title, dataset } = loaded;
  const { finding, notes, n } = dataset;
  return (
    <EmbedFrame
      title={title}
      {...(finding && { finding: <FindingText finding={finding} year={release.year} release={pinned} /> })}
      total={t('figure.n', { n: formatNumber(n, language) })}
      filters={[]}
      releases={[{ ...release, notice: release.notice?.[language] ?? null }]}
      page={`/tall?year=${release.year}${pinned === undefined ? '' : `&release=${pinned}`}#${id}`}
    >
      <Bars dataset={dataset} label={title} />
      <details>
        <summary>{t('profile.table')}</summary>
        <DataTable dataset={dataset} caption={title} release={pinned} />
      </details>
      <p className="small subtle">
        <ProvenanceText dataset={dataset} /> {notes.join(' ')}
      </p>
    </EmbedFrame>
  );
}
