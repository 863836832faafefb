import type { ReleaseView } from '@samblikk/contract/client';
import { formatDate, formatMoment, formatNumber, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import { editionPath, useDataHref, usePreview } from '../ui/index.ts';

/** Every frozen release, with what it holds and the addresses that never change. */
export function Releases({ releases }: { releases: readonly ReleaseView[] }) {
  const t = usePublicText();
  const to = useHrefOfRelease();
  const language = useLanguage();
  if (releases.length === 0) return <p>{t('figures.none')}</p>;
  const number = (value: number) => formatNumber(value, language);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region
    <section className="table-box" aria-label={t('about.releases')} tabIndex={0}>
      <table className="ds-table" data-color="neutral">
        <caption className="visually-hidden">{t('about.releases')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('releases.release')}</th>
            <th scope="col">{t('releases.dataAsOf')}</th>
            <th scope="col">{t('releases.frozen')}</th>
            <th scope="col" className="number">
              {t('releases.measures')}
            </th>
            <th scope="col" className="number">
              {t('releases.public')}
            </th>
            <th scope="col" className="number">
              {t('releases.answered')}
            </th>
            <th scope="col">{t('releases.content')}</th>
          </tr>
        </thead>
        <tbody>
          {releases.map((release) => (
            <tr key={release.id}>
              <th scope="row">
                <a href={to(release, editionPath(release.name))}>{release.name}</a>
              </th>
              <td>{formatDate(release.dataAsOf, language)}</td>
              <td>{formatMoment(release.frozenAt, language)}</td>
              <td className="number">{number(release.measures)}</td>
              <td className="number">
                <a href={to(release, `/register?round=${release.year}&release=${release.number}`)}>
                  {number(release.publicMeasures)}
                </a>
              </td>
              <td className="number">
                {t('home.answeredOf', { answered: number(release.answered), invited: number(release.invited) })}
              </td>
              <td>
                <a href={to(release, `/tall?year=${release.year}&release=${release.number}`)}>{t('nav.figures')}</a>
                {', '}
                <a href={to(release, `${editionPath(release.name)}#files`)}>{t('edition.frozen')}</a>
                <span className="subtle small hash"> {release.contentHash.slice(0, 12)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** In a preview, the pages of the release that it is of are those of the preview; the others are public. */
function useHrefOfRelease(): (release: ReleaseView, path: string) => string {
  const toPublic = useHref();
  const toPreview = useDataHref();
  const preview = usePreview();
  return ({ year, number }, path) => (preview?.year === year && preview.number === number ? toPreview : toPublic)(path);
}
