import type { RoundRelease } from '@samblikk/contract/client';
import { Link } from 'react-router';
import { formatNumber, showMoment, useHref, useLanguage } from '../i18n/index.ts';
import { comparePath, releasePath, withdrawnMeasuresPath } from '../ui/index.ts';
import { ReleaseReason } from './release-reason.tsx';
import { useReleaseText } from './texts.ts';

/** The releases of a round, newest first, with what each is now. */
export function ReleaseList({ year, releases }: { year: number; releases: readonly RoundRelease[] }) {
  const s = useReleaseText();
  const to = useHref();
  return (
    <section className="hub-section" aria-labelledby="releases">
      <h2 className="ds-heading" data-size="sm" id="releases">
        {s('freeze.releases')}
      </h2>
      {releases.length === 0 ? (
        <p>{s('freeze.noRelease')}</p>
      ) : (
        <>
          <ul className="tasks">
            {releases.map((release) => (
              <OneRelease key={release.id} release={release} />
            ))}
          </ul>
          <ul className="release-ways">
            <li>
              <Link to={to(comparePath(year))}>{s('freeze.compare')}</Link>
            </li>
            <li>
              <Link to={to(withdrawnMeasuresPath(year))}>{s('freeze.unpublic')}</Link>
            </li>
          </ul>
        </>
      )}
    </section>
  );
}

function OneRelease({ release }: { release: RoundRelease }) {
  const s = useReleaseText();
  const to = useHref();
  const language = useLanguage();
  const { year, number, frozenAt, measures, publication, latest, publishAt, reason } = release;
  const color = { published: 'success', withdrawn: 'danger', held: 'warning', scheduled: 'warning' }[publication];
  return (
    <li className="task">
      <div>
        <Link to={to(releasePath(year, number))}>{s('release.here', { year: String(year), number })}</Link>
        <p className="small subtle">
          {s('freeze.made', { time: showMoment(frozenAt, language), measures: formatNumber(measures, language) })}
        </p>
        {reason !== null && <ReleaseReason reason={reason} small />}
      </div>
      <span className="ds-tag" data-color={color}>
        {publication === 'scheduled' && publishAt !== null
          ? s('release.tag.scheduled', { time: showMoment(publishAt, language) })
          : s(`release.tag.${publication === 'published' && latest ? 'current' : publication}`)}
      </span>
    </li>
  );
}
