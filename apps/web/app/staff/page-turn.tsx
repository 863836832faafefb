import { Link } from 'react-router';

/** The way to the page before and after of a list; nothing when all of it is here. */
export function PageTurn({
  page,
  pages,
  at,
  words,
}: {
  page: number;
  pages: number;
  /** The address of a page. */
  at: (page: number) => string;
  words: { readonly here: string; readonly previous: string; readonly next: string };
}) {
  if (pages < 2) return null;
  return (
    <nav className="choice-row" aria-label={words.here}>
      {page > 1 && <Link to={at(page - 1)}>{words.previous}</Link>}
      <span>{words.here}</span>
      {page < pages && <Link to={at(page + 1)}>{words.next}</Link>}
    </nav>
  );
}
