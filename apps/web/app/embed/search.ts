import { isTracking, type ReplyAt } from '@samblikk/contract/client';
import type { LoaderFunctionArgs } from 'react-router';
import { languageOfPath, type usePublicText } from '../i18n/index.ts';
import { apiOf } from '../platform/index.ts';
import { dated, inQuotes } from '../ui/index.ts';

/** How many measures an embedded list has unless told, and at most. */
const usual = 3;
const most = 20;

/** What a search finds, for a page that shows some of it: filters, size and order from the address; always from the first. */
export async function embeddedSearch({ context, request }: Pick<LoaderFunctionArgs, 'context' | 'request'>) {
  const { pathname, searchParams } = new URL(request.url);
  const query = new URLSearchParams(searchParams);
  for (const name of ['page', 'cursor']) query.delete(name);
  const asked = Number(query.get('size') ?? usual);
  query.set('size', String(Math.min(Math.max(Number.isInteger(asked) ? asked : usual, 1), most)));
  query.set('lang', languageOfPath(pathname));
  const list = await apiOf(context)('searchRegister', { query });
  return dated(
    list,
    list.releases.map(({ frozenAt }) => frozenAt),
  );
}

type List = ReplyAt<'searchRegister'>;

/** The search in words: the free text, each filter with what was chosen in it, and what is no filter; the years stand with the releases. */
export function filtersIn({ chosen, ignored }: List, q: string, t: ReturnType<typeof usePublicText>): string[] {
  const filters = [...Map.groupBy(chosen, ({ id }) => id).values()].map(
    (codes) => `${codes[0]?.label}: ${codes.map(({ codeLabel }) => codeLabel).join(', ')}`,
  );
  const unknown = ignored.filter((name) => !isTracking(name));
  return [
    ...(q === '' ? [] : [t('embed.words', { q })]),
    ...filters,
    ...(unknown.length === 0 ? [] : [t('register.ignored', { names: inQuotes(unknown) })]),
  ];
}

/** The releases that the numbers are of: those of the years chosen, or all. */
export function releasesIn({ releases, chosen }: List): List['releases'] {
  const years = new Set(chosen.filter(({ id }) => id === 'round').map(({ code }) => Number(code)));
  return releases.filter(({ year }) => years.size === 0 || years.has(year));
}
