import type { Language } from '@samblikk/text';
import { ApiProblem } from '../platform/index.ts';
import { refusal } from '../ui/index.ts';

/** What an address asks as the API takes it: each value by itself, as some have commas, and the language. */
export const queryIn = (asked: URLSearchParams, language: Language): never =>
  new URLSearchParams([...[...asked].filter(([name]) => name !== 'lang'), ['lang', language]]) as never;

/** The query of a file of what an address asks, in the reader's language. The API's addresses have no language of their own. */
export const fileQuery = (asked: string, format: Readonly<Record<string, string>>, language: Language): string =>
  String(new URLSearchParams([...new URLSearchParams(asked), ...Object.entries(format), ['lang', language]]));

/** Those of the parameters. */
export const only = (asked: URLSearchParams, names: readonly string[]): URLSearchParams =>
  new URLSearchParams([...asked].filter(([name]) => names.includes(name)));

/**
 * What the API answers, and what is wrong with what was asked, in words: then the answer is that to the first of the `instead` that it does not
 * refuse, so that a page has its form, with all that was typed.
 * @param instead less and less of it; the last cannot be refused
 */
export async function readOrFault<Reply>(
  asked: URLSearchParams,
  instead: readonly URLSearchParams[],
  language: Language,
  read: (query: never) => Promise<Reply>,
): Promise<{ readonly reply: Reply; readonly fault: string | null }> {
  const ask = (query: URLSearchParams) => read(queryIn(query, language));
  try {
    return { reply: await ask(asked), fault: null };
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 400) refusal(error);
    return { reply: await firstOf(instead, ask), fault: error.problem.detail ?? error.problem.title };
  }
}

/** The first of several tries that is not refused; the last is thrown on. */
async function firstOf<Reply>(
  [first = new URLSearchParams(), ...others]: readonly URLSearchParams[],
  ask: (query: URLSearchParams) => Promise<Reply>,
): Promise<Reply> {
  try {
    return await ask(first);
  } catch (error) {
    if (others.length === 0) throw error;
    return firstOf(others, ask);
  }
}
