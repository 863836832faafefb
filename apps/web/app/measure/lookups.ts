import type { ReplyAt } from '@samblikk/contract/client';
import { type AnswerValue, type Body, isBodyCode, type Language, type Names } from '@samblikk/questionnaire';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { api } from '../platform/index.ts';

export interface NamedAgency {
  readonly orgnr: string;
  readonly name: ReplyAt<'listAgencies'>[number]['name'];
}

let asked: Promise<readonly NamedAgency[]> | undefined;

/** The state's agencies, asked for once per page load. A failure is asked again next time. */
function allAgencies(): Promise<readonly NamedAgency[]> {
  asked ??= api('listAgencies', { query: {} }).then(
    (agencies) => agencies.flatMap(({ orgnr, name }) => (orgnr === null ? [] : [{ orgnr, name }])),
    () => {
      asked = undefined;
      return [];
    },
  );
  return asked;
}

/** The agencies, once `load` has been called: a page that shows none does not ask for them. */
export function useAgencies(): { agencies: readonly NamedAgency[]; load: () => void } {
  const [agencies, setAgencies] = useState<readonly NamedAgency[]>([]);
  const load = useCallback(() => {
    allAgencies().then(setAgencies);
  }, []);
  return { agencies, load };
}

let askedBodies: Promise<readonly Body[]> | undefined;

/** Everyone that may be a partner, asked for once per page load. A failure is asked again next time. */
function allBodies(): Promise<readonly Body[]> {
  askedBodies ??= api('listPartners', { query: {} }).catch(() => {
    askedBodies = undefined;
    return [];
  });
  return askedBodies;
}

/** Everyone that may be a partner, once `load` has been called. */
export function useBodies(): { bodies: readonly Body[]; load: () => void } {
  const [bodies, setBodies] = useState<readonly Body[]>([]);
  const load = useCallback(() => {
    allBodies().then(setBodies);
  }, []);
  return { bodies, load };
}

/** Whether an answer is shown with the names of agencies and other bodies. */
export function refersToAgencies(answer: AnswerValue | null | undefined): boolean {
  return Array.isArray(answer) && answer.some(isBodyCode);
}

/** Names for showing answers; `needed` tells whether any answer refers to a body. */
export function useNames(needed: boolean, own?: { orgnr: string; name: NamedAgency['name'] }): Names {
  const { bodies, load } = useBodies();
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
