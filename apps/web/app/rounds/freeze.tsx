import type { FreezeConcerns, RoundRelease } from '@samblikk/contract/client';
import { Form, Link } from 'react-router';
import { formatNumber, showMoment, useHref, useLanguage, usePick, useText } from '../i18n/index.ts';
import { releasePath } from '../ui/index.ts';

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
  const t = useText();
  return (
    <section className="hub-section" aria-labelledby="freeze">
      <h2 className="ds-heading" data-size="sm" id="freeze">
        {t('followUp.release')}
      </h2>
      {releases.length === 0 ? <p>{t('followUp.noRelease')}</p> : <Releases releases={releases} />}
      {mayFreeze && (
        <details className="confirm staff-action">
          <summary className="ds-button" data-variant="secondary">
            {t('followUp.freeze')}
          </summary>
          <Form method="post" className="confirm-box" key={releases.length}>
            <Concerns year={year} concerns={concerns} />
            <p>{t('followUp.freezeText')}</p>
            <button className="ds-button" type="submit">
              {t('followUp.freezeYes')}
            </button>
          </Form>
        </details>
      )}
    </section>
  );
}

function Releases({ releases }: { releases: readonly RoundRelease[] }) {
  const t = useText();
  const to = useHref();
  const language = useLanguage();
  return (
    <ul className="tasks">
      {releases.map(({ id, year, number, frozenAt, measures, publication, latest, publishAt }) => (
        <li className="task" key={id}>
          <div>
            <Link to={to(releasePath(year, number))}>{t('release.here', { number })}</Link>
            <p className="small subtle">
              {t('followUp.made', { time: showMoment(frozenAt, language), measures: formatNumber(measures, language) })}
            </p>
          </div>
          <span
            className="ds-tag"
            data-color={publication === 'published' ? 'success' : publication === 'withdrawn' ? 'danger' : 'warning'}
          >
            {publication === 'scheduled' && publishAt !== null
              ? t('release.tag.scheduled', { time: showMoment(publishAt, language) })
              : t(`release.tag.${publication === 'published' && latest ? 'current' : publication}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What speaks against freezing now, with numbers and names; nothing when nothing does. */
function Concerns({ year, concerns }: { year: number; concerns: FreezeConcerns }) {
  const t = useText();
  const pick = usePick();
  const language = useLanguage();
  const { beforeDeadline, notSubmitted, openQueries, moreTime } = concerns;
  if (beforeDeadline === null && notSubmitted.length + openQueries.length + moreTime.length === 0) return null;
  const lists: readonly (readonly [title: string, lines: readonly string[]])[] = [
    [
      t('concern.notSubmitted', { n: notSubmitted.length }),
      notSubmitted.map(({ name, begun, measures }) =>
        begun ? t('concern.begun', { name: pick(name), measures }) : pick(name),
      ),
    ],
    [
      t('concern.openQueries', { n: openQueries.length }),
      openQueries.map(({ name, queries }) => t('concern.queries', { name: pick(name), queries })),
    ],
    [
      t('concern.moreTime', { n: moreTime.length }),
      moreTime.map(({ name, until }) => t('concern.until', { name: pick(name), time: showMoment(until, language) })),
    ],
  ];
  return (
    <div className="concerns">
      <h3 className="ds-heading" data-size="2xs">
        {t('concern.title', { year: String(year) })}
      </h3>
      {beforeDeadline !== null && <p>{t('concern.beforeDeadline', { time: showMoment(beforeDeadline, language) })}</p>}
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
        <label htmlFor="confirmed">{t('concern.confirm')}</label>
      </div>
    </div>
  );
}
