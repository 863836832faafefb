import type { Profile, ProfileName } from '@samblikk/contract/client';
import { formatDate, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import { profilePath } from '../ui/index.ts';

type Life = NonNullable<Profile['life']>;
type Relative = Life['successors'][number];

/** What an agency or a ministry has been called, what it was before and where it went; nothing where it has always been the same. */
export function Life({ life, profile, label }: { life: Life; profile: ProfileName; label: string }) {
  const t = usePublicText();
  const language = useLanguage();
  const { names, predecessors, successors, ended } = life;
  const others = names.filter((name) => name.label !== label);
  if (others.length + predecessors.length + successors.length === 0 && ended === null) return null;
  const day = (date: string) => formatDate(`${date}T12:00:00Z`, language);
  return (
    <section className="card profile-life" aria-label={t('profile.life')}>
      {ended !== null && <p>{t('profile.ended', { date: day(ended) })}</p>}
      <Relatives title={t('profile.successors')} of={successors} profile={profile} />
      <Relatives title={t('profile.predecessors')} of={predecessors} profile={profile} />
      {others.length > 0 && (
        <>
          <h2 className="ds-heading" data-size="2xs">
            {t('profile.names')}
          </h2>
          <ul className="plain">
            {others.map((name) => (
              <li key={name.label}>
                {name.label}{' '}
                <span className="subtle small">
                  {name.from !== null && t('profile.from', { date: day(name.from) })}{' '}
                  {name.to !== null && t('profile.to', { date: day(name.to) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Relatives({ title, of, profile }: { title: string; of: readonly Relative[]; profile: ProfileName }) {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  if (of.length === 0) return null;
  return (
    <>
      <h2 className="ds-heading" data-size="2xs">
        {title}
      </h2>
      <ul className="plain">
        {of.map(({ code, label, from }) => (
          <li key={`${code} ${label}`}>
            {code === null ? label : <a href={to(profilePath(profile, code))}>{label}</a>}{' '}
            {from !== null && (
              <span className="subtle small">
                {t('profile.from', { date: formatDate(`${from}T12:00:00Z`, language) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
