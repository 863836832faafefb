import type { FreezeConcerns, RoundRelease } from '@samblikk/contract/client';
import { Form, Link } from 'react-router';
import { formatNumber, showMoment, useHref, useLanguage, usePick, useText } from '../i18n/index.ts';
import { releasePath } from '../ui/index.ts';
import { useReleaseText } from './texts.ts';

/** The releases of a round, and the way to make a new one: what is missing is said first, and must be confirmed. */
export function Freeze({
  year,
  releases,
  concerns,
  mayFreeze,
}: {
  year: number;
  releases: readonly RoundRelease[];
  concerns: FreezeConcerns;
  mayFreeze: boolean;
}) {
  const _t = useText();
  const s = useReleaseText();
  return (
    <section className="hub-section" aria-labelledby="freeze">
      <h2 className="ds-heading" data-size="sm" id="freeze">
        {s('freeze.releases')}
      </h2>
      {releases.length === 0 ? <p>{s('freeze.noRelease')}</p> : <Releases releases={releases} />}
      {mayFreeze && (
        <details className="confirm staff-action">
          <summary className="ds-button" data-variant="secondary">
            {s('freeze.open')}
          </summary>
          <Form method="post" className="confirm-box" key={releases.length}>
            <Concerns year={year} concerns={concerns} />
            <p>{s('freeze.text')}</p>
            <button className="ds-button" type="submit">
              {s('freeze.yes')}
            </button>
          </Form>
        </details>
      )}
    </section>
  );
}

function Releases({ releases }: { releases: readonly RoundRelease[] }) {
  const _t = useText();
  const s = useReleaseText();
  const to = useHref();
  const language = useLanguage();
  return (
    <ul className="tasks">
      {releases.map(({ id, year, number, frozenAt, measures, publication, latest, publishAt }) => (
        <li className="task" key={id}>
          <div>
            <Link to={to(releasePath(year, number))}>{s('release.here', { year: String(year), number })}</Link>
            <p className="small subtle">
              {s('freeze.made', { time: showMoment(frozenAt, language), measures: formatNumber(measures, language) })}
            </p>
          </div>
          <span
            className="ds-tag"
            data-color={publication === 'published' ? 'success' : publication === 'withdrawn' ? 'danger' : 'warning'}
          >
            {publication === 'scheduled' && publishAt !== null
              ? s('release.tag.scheduled', { time: showMoment(publishAt, language) })
              : s(`release.tag.${publication === 'published' && latest ? 'current' : publication}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What speaks against freezing now, with numbers and names; nothing when nothing does. */
function Concerns({ year, concerns }: { year: number; concerns: FreezeConcerns }) {
  const _t = useText();
  const s = useReleaseText();
  const pick = usePick();
  const language = useLanguage();
  const { beforeDeadline, notSubmitted, openQueries, moreTime } = concerns;
  if (beforeDeadline === null && notSubmitted.length + openQueries.length + moreTime.length === 0) return null;
  const lists: readonly (readonly [title: string, lines: readonly string[]])[] = [
    [
      s('concern.notSubmitted', { n: notSubmitted.length }),
      notSubmitted.map(({ name, begun, measures }) =>
        begun ? s('concern.begun', { name: pick(name), measures }) : pick(name),
      ),
    ],
    [
      s('concern.openQueries', { n: openQueries.length }),
      openQueries.map(({ name, queries }) => s('concern.queries', { name: pick(name), queries })),
    ],
    [
      s('concern.moreTime', { n: moreTime.length }),
      moreTime.map(({ name, until }) => s('concern.until', { name: pick(name), time: showMoment(until, language) })),
    ],
  ];
  return (
    <div className="concerns">
      <h3 className="ds-heading" data-size="2xs">
        {s('concern.title', { year: String(year) })}
      </h3>
      {beforeDeadline !== null && <p>{s('concern.beforeDeadline', { time: showMoment(beforeDeadline, language) })}</p>}
      {lists
        .filter(([, lines]) => lines.length > 0)
        .map(([title, lines]) => (
          <details key={title} open={lines.length <= 10}>
            <summary>{title}</summary>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        ))}
      <div className="plain-choice">
        <input className="ds-input" type="checkbox" id="confirmed" name="confirmed" value="yes" required />
        <label htmlFor="confirmed">{s('concern.confirm')}</label>
      </div>
    </div>
  );
}
