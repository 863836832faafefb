import { createContext, type ReactNode, useContext, useState } from 'react';
import { useLocation } from 'react-router';
import { fromSubmit, submitPath } from '../../ui/index.ts';

const Context = createContext<string | undefined>(undefined);

/** Remembers, while one is in a measure, that one came from the page that sends in. */
export function FromSubmit({ year, orgnr, children }: { year: number; orgnr: string; children: ReactNode }) {
  const { search } = useLocation();
  const [came] = useState(() => new URLSearchParams(search).get(fromSubmit.name) === fromSubmit.value);
  return <Context value={came ? submitPath(year, orgnr) : undefined}>{children}</Context>;
}

/** The page that sends in, for those who came from there. */
export const useBackToSubmit = (): string | undefined => useContext(Context);
