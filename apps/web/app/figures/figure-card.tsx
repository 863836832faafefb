import type { ReactNode } from 'react';
import { formatDate, formatNumber, useLanguage, usePublicText } from '../i18n/index.ts';
import { type FileLink, FileLinks } from '../ui/index.ts';
import { Bars } from './bars.tsx';
import { DataTable } from './data-table.tsx';
import type { Dataset, Layer } from './dataset.ts';
import { FindingText } from './finding.tsx';
import { hasProvenance, ProvenanceText } from './provenance.tsx';

/** A figure whole: what it says, picture, table, what the numbers are of, notes, and the same numbers as files. */
export function FigureCard(props: {
  id: string;
  title: string;
  kicker?: string;
  dataset: Dataset;
  /** A table and picture for each, instead of those of the dataset. */
  layers?: readonly Layer[];
  files: readonly FileLink[];
  release?: number | undefined;
  picture?: boolean;
  children?: ReactNode;
}) {
  const { id, title, kicker, dataset, layers = [], files, release, picture = true, children } = props;
  const t = usePublicText();
  const language = useLanguage();
  return (
    <section className="figure" id={id} aria-labelledby={`${id}-title`}>
      <div className="figure-head">
        {kicker && <p className="figure-kicker">{kicker}</p>}
        <h2 className="ds-heading" data-size="sm" id={`${id}-title`}>
          {dataset.finding ? <FindingText finding={dataset.finding} year={dataset.year} release={release} /> : title}
        </h2>
        {dataset.finding && <p className="figure-title">{title}</p>}
        <p className="subtle small">{baseText(dataset, t, language)}</p>
      </div>
      {layers.length === 0 && <Body dataset={dataset} title={title} release={release} picture={picture} />}
      {layers.map(({ code, label, dataset: layer }, at) => (
        <section className="figure-layer" key={code} aria-label={label}>
          <h3 className="ds-heading" data-size="xs">
            {label} <span className="subtle small">{t('figure.n', { n: formatNumber(layer.n, language) })}</span>
          </h3>
          <Body dataset={layer} title={layer.title} release={release} picture={picture} layer={at} />
        </section>
      ))}
      <div className="figure-foot">
        {(dataset.notes.length > 0 || hasProvenance(dataset)) && (
          <ul className="figure-notes">
            {hasProvenance(dataset) && (
              <li>
                <ProvenanceText dataset={dataset} />
              </li>
            )}
            {dataset.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <FileLinks files={files} label={t('files.of', { title })} />
        {children}
      </div>
    </section>
  );
}

/** Picture and table side by side. */
function Body(props: {
  dataset: Dataset;
  title: string;
  release: number | undefined;
  picture: boolean;
  layer?: number;
}) {
  const { dataset, title, release, picture, layer } = props;
  return (
    <div className={picture ? 'figure-body' : undefined}>
      {picture && <Bars dataset={dataset} label={title} layer={layer} />}
      <DataTable dataset={dataset} caption={title} release={release} />
    </div>
  );
}

function baseText(
  dataset: Dataset,
  t: ReturnType<typeof usePublicText>,
  language: ReturnType<typeof useLanguage>,
): string {
  const n = t('figure.n', { n: formatNumber(dataset.n, language) });
  if (dataset.release === null || dataset.dataAsOf === null) return n;
  const release = t('figure.release', {
    year: String(dataset.year),
    number: dataset.release.number,
    date: formatDate(dataset.dataAsOf, language),
  });
  return `${n} ${release}`;
}
