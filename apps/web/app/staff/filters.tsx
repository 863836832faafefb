import '../styles/staff.css';
import type { ReactNode } from 'react';
import { staffText } from './staff-text.ts';

const useWords = staffText({
  filters: {
    nb: '{count, plural, =0 {Filtre} one {Filtre (# valgt)} other {Filtre (# valgt)}}',
    nn: '{count, plural, =0 {Filter} one {Filter (# vald)} other {Filter (# valde)}}',
    en: '{count, plural, =0 {Filters} one {Filters (# chosen)} other {Filters (# chosen)}}',
  },
});

/** What a list is narrowed by: folded away on a narrow screen, where the list comes first; open on a wide one. */
export function Filters({
  chosen,
  faulty = false,
  children,
}: {
  chosen: number;
  /** Something typed in it is wrong: it is never folded away. */
  faulty?: boolean;
  children: ReactNode;
}) {
  const s = useWords();
  return (
    <details className="filters" open={faulty}>
      <summary>{s('filters', { count: chosen })}</summary>
      {children}
    </details>
  );
}
