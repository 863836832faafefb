import '../styles/staff.css';
import { isPilot, pilotNotice } from '@samblikk/contract/client';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useHref, usePick } from '../i18n/index.ts';
import { Crumbs, Notice, PageTitle, roundStartPath, roundsPath } from '../ui/index.ts';
import { type RoundPage, roundPages } from './round-pages.ts';
import { staffText } from './staff-text.ts';

const useWords = staffText({
  round: { nb: 'Runden {year}', nn: 'Runden {year}', en: 'The {year} round' },
  rounds: { nb: 'Runder', nn: 'Rundar', en: 'Rounds' },
  links: { nb: 'Sider om runden {year}', nn: 'Sider om runden {year}', en: 'Pages about the {year} round' },
});

/** The head of each of Digdir's pages about one round: where it is, what it is called, and the way to the others. */
export function RoundHead({
  year,
  page,
  title,
  here = title,
  below = false,
  children,
}: {
  year: number;
  page: RoundPage;
  title: string;
  /** What the page is called at the end of the way to it, where its title is long. */
  here?: string;
  /** For a page of its own below `page`. */
  below?: boolean;
  /** What stands beside the title. */
  children?: ReactNode;
}) {
  const s = useWords();
  const pick = usePick();
  const to = useHref();
  const own = roundPages.find((one) => one.page === page);
  const trail = [
    [roundsPath, s('rounds')] as const,
    ...(page === 'start' ? [] : [[roundStartPath(year), s('round', { year })] as const]),
    ...(below && own ? [[own.path(year), pick(own.label)] as const] : []),
  ];
  return (
    <>
      <PageTitle title={title} />
      <Crumbs trail={trail} here={here} />
      <div className="hub-head">
        <h1 className="ds-heading" data-size="lg">
          {title}
        </h1>
        {children}
      </div>
      <nav className="round-pages" aria-label={s('links', { year })}>
        <ul>
          {roundPages.map(({ page: other, path, label }) => (
            <li key={other}>
              <Link to={to(path(year))} aria-current={other === page ? (below ? 'true' : 'page') : undefined}>
                {pick(label)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Notice texts={[isPilot(year) ? pick(pilotNotice(year)) : null]} />
    </>
  );
}
