import { usePublicText } from '../i18n/index.ts';
import { useDataHref } from '../ui/index.ts';

/** Links to the same page for other years; nothing when there is only one. */
export function YearChoice({ years, current, path }: { years: readonly number[]; current: number; path: string }) {
  const t = usePublicText();
  const to = useDataHref();
  if (years.length < 2) return null;
  return (
    <nav aria-label={t('figures.years')} className="downloads">
      {years.map((year) => (
        <a key={year} href={to(`${path}?year=${year}`)} aria-current={year === current ? 'true' : undefined}>
          {year}
        </a>
      ))}
    </nav>
  );
}
