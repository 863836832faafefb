import type { Draft } from '@samblikk/contract/client';
import { type Answers, editions as all, type Edition, type Language } from '@samblikk/questionnaire';
import { use } from 'react';
import { preload } from 'react-dom';
import { useLanguage } from '../i18n/index.ts';
import { addressOf, api } from '../platform/index.ts';

type Editions = Readonly<Record<string, Edition>>;
const loading = new Map<string, Promise<Editions>>();

/**
 * The edition a draft is in, and those back to last year's. A browser fetches only these, as data that its cache keeps, and of
 * their texts only what is in the language of the page.
 */
export function useEditionsOf(draft: { edition: string; previous: { edition: string } | null }): Editions {
  const wanted = [...new Set([draft.edition, draft.previous?.edition ?? draft.edition])];
  const language = useLanguage();
  if (import.meta.env.SSR) {
    for (const edition of wanted) {
      preload(addressOf('readEdition', inputFor(edition, language)), { as: 'fetch', crossOrigin: 'anonymous' });
    }
    return all;
  }
  const key = [language, ...wanted].join(' ');
  let editions = loading.get(key);
  if (!editions) {
    editions = fetchEditions(wanted, language);
    // What could not be fetched is asked for again by the next page.
    editions.catch(() => loading.delete(key));
    loading.set(key, editions);
  }
  return use(editions);
}

/** One edition, as `useEditionsOf` gets it; undefined when this program does not know it. */
export const useEdition = (edition: string): Edition | undefined => useEditionsOf({ edition, previous: null })[edition];

const inputFor = (edition: string, lang: Language) => ({ params: { edition }, query: { lang } });

/** These editions, and those between them, which say how the one compares with the other. */
async function fetchEditions(wanted: readonly string[], language: Language): Promise<Editions> {
  const fetched: Record<string, Edition> = {};
  const add = async (edition: string) => {
    fetched[edition] = (await api('readEdition', inputFor(edition, language))) as unknown as Edition;
  };
  await Promise.all(wanted.map(add));
  const [newest = '', oldest] = wanted;
  for (let id = fetched[newest]?.previous; oldest !== undefined && id !== undefined && !fetched[id]; ) {
    await add(id);
    id = fetched[id]?.previous;
  }
  return fetched;
}

/** What a measure is called: its name as it stands, or as it was last year; undefined when it never had one. */
export function measureName(draft: Draft, editions: Editions, answers: Answers = draft.answers): string | undefined {
  const [now, before] = [editions[draft.edition], draft.previous && editions[draft.previous.edition]];
  const names = [now && answers[now.roles.title], before && draft.previous?.answers[before.roles.title]];
  return names.find((name) => typeof name === 'string' && name.trim() !== '') as string | undefined;
}
