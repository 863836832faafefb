import { useHref, usePublicText } from '../i18n/index.ts';

/** Links to the same page for other rounds, with how many measures each has where it is told; nothing where there is only one. */
export function Rounds(props: {
  years: readonly { year: number; measures?: number }[];
  current: number;
  path: string;
}) {
  const { years, current, path } = props;
  const t = usePublicText();
  const to = useHref();
  if (years.every(({ year }) => year === current)) return null;
  return (
    <nav aria-label={t('profiles.rounds')}>
      <ul className="downloads">
        {years.map(({ year, measures }) => (
          <li key={year}>
            <a href={to(`${path}?round=${year}`)} aria-current={year === current ? 'true' : undefined}>
              {measures === undefined ? year : t('profiles.round', { year: String(year), n: measures })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
