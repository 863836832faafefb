import { usePublicText } from '../i18n/index.ts';

/** Links to the other pages of a list; nothing when all of it is here. */
export function Pages({ page, pages, address }: { page: number; pages: number; address: (page: number) => string }) {
  const t = usePublicText();
  if (pages < 2) return null;
  return (
    <nav className="pages" aria-label={t('pages.label')}>
      <ul>
        {page > 1 && (
          <li>
            <a href={address(page - 1)} rel="prev">
              {t('pages.previous')}
            </a>
          </li>
        )}
        {shownPages(page, pages).map((number) =>
          number < 0 ? (
            <li key={number} aria-hidden="true">
              …
            </li>
          ) : (
            <li key={number}>
              <a href={address(number)} aria-current={number === page ? 'page' : undefined}>
                <span className="visually-hidden">{t('pages.page')} </span>
                {number}
              </a>
            </li>
          ),
        )}
        {page < pages && (
          <li>
            <a href={address(page + 1)} rel="next">
              {t('pages.next')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** First, last and those around the current one; negative numbers are gaps: `[1, -1, 6, 7, 8, -2, 22]`. */
export function shownPages(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const sorted = [...new Set(near)].sort((a, b) => a - b);
  return sorted.flatMap((number, index) => {
    const before = sorted[index - 1];
    if (before === undefined || number === before + 1) return [number];
    return number === before + 2 ? [number - 1, number] : [-index, number];
  });
}
