import type { ReplyAt } from '@samblikk/contract/client';
import { type AnswerValue, isOrganisationNumber, type Language, type Names } from '@samblikk/questionnaire';
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

/** Whether an answer is shown with the names of agencies. */
export function refersToAgencies(answer: AnswerValue | null | undefined): boolean {
  return Array.isArray(answer) && answer.some(isOrganisationNumber);
}

/** Names for showing answers; `needed` tells whether any answer refers to an agency. */
export function useNames(needed: boolean, own?: { orgnr: string; name: NamedAgency['name'] }): Names {
  const { agencies, load } = useAgencies();
  useEffect(() => {
    if (needed) load();
  }, [needed, load]);
  return useMemo(
    () => ({
      agency: (orgnr) => (orgnr === own?.orgnr ? own.name : agencies.find((agency) => agency.orgnr === orgnr)?.name),
      ministry: () => undefined,
    }),
    [agencies, own],
  );
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
