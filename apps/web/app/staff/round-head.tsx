import '../styles/staff.css';
import { Link } from 'react-router';
import { useHref, usePick, useText } from '../i18n/index.ts';
import { Crumbs, followUpPath, PageTitle, roundsPath } from '../ui/index.ts';
import { type RoundPage, roundPages } from './round-pages.ts';
import { staffText } from './staff-text.ts';

const useWords = staffText({
  rounds: { nb: 'Runder', nn: 'Rundar', en: 'Rounds' },
  links: { nb: 'Sider om runden {year}', nn: 'Sider om runden {year}', en: 'Pages about the {year} round' },
});

/** The head of each of Digdir's pages about one round: where it is, what it is called, and the way to the others. */
export function RoundHead({
  year,
  page,
  title,
  below = false,
}: {
  year: number;
  page: RoundPage;
  title: string;
  /** For a page of its own below `page`. */
  below?: boolean;
}) {
  const t = useText();
  const s = useWords();
  const pick = usePick();
  const to = useHref();
  const round = [followUpPath(year), t('followUp.title', { year: String(year) })] as const;
  const rounds = [roundsPath, s('rounds')] as const;
  return (
    <>
      <PageTitle title={title} />
      <Crumbs trail={page === 'followUp' && !below ? [rounds] : [rounds, round]} here={title} />
      <h1 className="ds-heading" data-size="lg">
        {title}
      </h1>
      <nav className="round-pages" aria-label={s('links', { year: String(year) })}>
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
    </>
  );
}
