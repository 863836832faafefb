import type { ReplyAt } from '@samblikk/contract/client';
import { type AnswerValue, type Body, isBodyCode, type Language, type Names } from '@samblikk/questionnaire';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { api } from '../platform/index.ts';

export interface NamedAgency {
  readonly orgnr: string;
  readonly name: ReplyAt<'listAgencies'>[number]['name'];
}

/** A list that is asked for once per page load. A failure gives an empty list, and is asked again next time. */
function oncePerLoad<T>(ask: () => Promise<readonly T[]>): () => Promise<readonly T[]> {
  let asked: Promise<readonly T[]> | undefined;
  return () => {
    asked ??= ask().catch(() => {
      asked = undefined;
      return [];
    });
    return asked;
  };
}

const allAgencies = oncePerLoad<NamedAgency>(async () =>
  (await api('listAgencies', { query: {} })).flatMap(({ orgnr, name }) => (orgnr === null ? [] : [{ orgnr, name }])),
);
const allBodies = oncePerLoad<Body>(() => api('listPartners', { query: {} }));

/** A list, once `load` has been called: a page that shows none of it does not ask for it. */
function useLookup<T>(all: () => Promise<readonly T[]>): { found: readonly T[]; load: () => void } {
  const [found, setFound] = useState<readonly T[]>([]);
  const load = useCallback(() => {
    all().then(setFound);
  }, [all]);
  return { found, load };
}

/** The state’s agencies that have a number. */
export const useAgencies = () => useLookup(allAgencies);

/** Everyone that may be a partner. */
export const useBodies = () => useLookup(allBodies);

/** Whether an answer is shown with the names of agencies and other bodies. */
export function refersToAgencies(answer: AnswerValue | null | undefined): boolean {
  return Array.isArray(answer) && answer.some(isBodyCode);
}

/** Names for showing answers; `needed` tells whether any answer refers to a body. */
export function useNames(needed: boolean, own?: { orgnr: string; name: NamedAgency['name'] }): Names {
  const { found: bodies, load } = useBodies();
  useEffect(() => {
    if (needed) load();
  }, [needed, load]);
  return useMemo(() => {
    const names = new Map(bodies.map(({ code, name }) => [code, name]));
    return { agency: (code) => (code === own?.orgnr ? own.name : names.get(code)), ministry: () => undefined };
  }, [bodies, own]);
}

/** Terms of a vocabulary that go with what is typed; none before two characters. Late replies to earlier texts are dropped. */
export function useTerms(vocabulary: 'los' | undefined, language: Language) {
  const [terms, setTerms] = useState<readonly string[]>([]);
  const running = useRef<AbortController>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const look = useCallback(
    (text: string) => {
      clearTimeout(timer.current);
      running.current?.abort();
      const q = text.trim();
      if (vocabulary === undefined || q.length < 2) return;
      timer.current = setTimeout(() => {
        running.current = new AbortController();
        const { signal } = running.current;
        api('searchLos', { query: { q, size: 10 }, signal }).then(
          (found) => setTerms([...new Set(found.map((term) => term[language === 'nn' ? 'nn' : 'nb']))]),
          // Suggestions are a help: without them any word is still accepted.
          () => undefined,
        );
      }, 200);
    },
    [vocabulary, language],
  );
  return { terms, look };
}
