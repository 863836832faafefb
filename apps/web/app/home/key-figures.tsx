import type { ReleaseView } from '@samblikk/contract/client';
import type { ReactNode } from 'react';
import { type Dataset, FindingText, InventedMark } from '../figures/index.ts';
import { formatDate, formatNumber, PublicMessage, useLanguage, usePublicText } from '../i18n/index.ts';
import { releaseChangesPath, useDataHref } from '../ui/index.ts';

interface HomeFigure {
  readonly id: string;
  readonly title: string;
  readonly dataset: Dataset;
}

/** The figures that read well as one number: each measure is in one of a few categories, and there is a sentence about it. */
export function keyFiguresOf(figures: readonly HomeFigure[]): HomeFigure[] {
  return figures.filter(
    ({ dataset }) =>
      dataset.finding !== null && dataset.columns.length === 0 && !dataset.several && dataset.rows.length <= 8,
  );
}

/** What the newest release says, in sentences; each number leads to its measures. */
export function KeyFigures({ release, figures }: { release: ReleaseView; figures: readonly HomeFigure[] }) {
  const t = usePublicText();
  const to = useDataHref();
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const link = (path: string) => (text: ReactNode) => (
    <a className="finding-number" href={to(path)}>
      {text}
    </a>
  );
  const year = String(release.year);
  const shown = keyFiguresOf(figures).slice(0, 4);
  // A publication tells how many measures there were, never which of them anyone may read: that comes from the made-up measures.
  const reconstructed = figures.some(({ dataset }) => dataset.provenance !== null);
  return (
    <section aria-labelledby="key-figures" className="key-figures">
      <div>
        <h2 className="ds-heading" data-size="md" id="key-figures">
          {t('home.keyFigures', { year })}
        </h2>
        <p className="subtle small">
          {t('home.release', {
            year: String(release.year),
            number: release.number,
            date: formatDate(release.dataAsOf, language),
          })}{' '}
          <a href={to(releaseChangesPath(release.name))}>{t('changes.see', { name: release.name })}</a>
        </p>
      </div>
      <ul className="cards">
        <li className="card key-card">
          <p className="key-sentence">
            <PublicMessage
              id="home.measuresIn"
              values={{
                a: link(`/register?round=${year}`),
                n: number(release.measures),
                open: (
                  <>
                    {number(release.publicMeasures)}
                    {reconstructed && <InventedMark />}
                  </>
                ),
              }}
            />
          </p>
        </li>
        <li className="card key-card">
          <p className="key-sentence">
            <PublicMessage
              id="home.agenciesIn"
              values={{
                a: link('/om-dataene#utgaver'),
                answered: number(release.answered),
                invited: number(release.invited),
              }}
            />
          </p>
        </li>
        {shown.map(({ id, title, dataset }) => (
          <li className="card key-card" key={id}>
            <p className="key-sentence">
              {dataset.finding && <FindingText finding={dataset.finding} year={dataset.year} />}
            </p>
            <p className="small">
              <a href={to(`/tall#${id}`)}>
                <span>{t('home.seeFigure')}</span>
                <span className="visually-hidden">: {title}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
      {reconstructed && <p className="subtle small">{t('figure.inventedMark')}</p>}
    </section>
  );
}
